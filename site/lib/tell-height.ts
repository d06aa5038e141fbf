/** Tells the page around a frame how tall this one is, in CSS pixels, now and whenever it changes: a number, nothing else. */
export function tellHeight(page: Document, view: Window): void {
  if (view.parent === view) return
  const { documentElement: root } = page
  new ResizeObserver(() => {
    const height = Math.ceil(root.getBoundingClientRect().height)
    view.parent.postMessage({ type: 'waymark:height', height }, '*')
  }).observe(root)
}
