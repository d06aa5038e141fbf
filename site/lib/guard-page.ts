// Three within this time are meant; one alone closes a menu.
const ESCAPES = 3
const ESCAPE_MS = 2_000

/**
 * Keeps a page from leaving a way back to it. Links of our own take this page's entry in the history instead of
 * adding one; the exit, or Escape three times, covers the page at once and replaces it. In a frame the whole window
 * leaves. Without it all links are plain links.
 */
export function guardPage(page: Document, view: Window): void {
  let pressed: number[] = []

  page.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : undefined
    const link = target?.closest('a')
    const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey)
    if (!link || !isPlain || link.hasAttribute('download')) return
    const isExit = link.hasAttribute('data-exit')
    // A link out of a frame names the window that it takes.
    if (!isExit && (link.target || link.origin !== view.location.origin)) return
    event.preventDefault()
    if (isExit) leave(link.href)
    else view.location.replace(link.href)
  })

  page.addEventListener('keydown', ({ key, timeStamp, repeat }) => {
    if (repeat) return
    pressed = key === 'Escape' ? [...pressed, timeStamp].slice(-ESCAPES) : []
    const [first = 0] = pressed
    const exit = page.querySelector<HTMLAnchorElement>('a[data-exit]')
    if (exit && pressed.length === ESCAPES && timeStamp - first < ESCAPE_MS) leave(exit.href)
  })

  function leave(href: string): void {
    page.documentElement.hidden = true
    try {
      ;(view.top ?? view).location.replace(href)
    } catch {
      // A browser may keep a frame from moving the window around it: the frame goes at least.
      view.location.replace(href)
    }
  }
}
