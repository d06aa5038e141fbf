/**
 * Makes the exit and the language links take this page's entry in the history instead of adding one.
 * On the way out the page is covered at once. Without it they are plain links.
 */
export function replaceOnClick(page: Document, address: Location): void {
  page.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : undefined
    const link = target?.closest('a[data-exit], a[data-replace]')
    const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey)
    if (!(link instanceof HTMLAnchorElement) || !isPlain) return
    event.preventDefault()
    if (link.hasAttribute('data-exit')) page.body.hidden = true
    address.replace(link.href)
  })
}
