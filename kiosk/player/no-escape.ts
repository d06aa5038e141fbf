/** Keeps a reader's fingers inside: no menu, no selection, no dragging out, no zooming by gesture. */
export function closeEscapes(): void {
  const refuse = (event: Event) => event.preventDefault()
  for (const type of ['contextmenu', 'selectstart', 'dragstart', 'gesturestart']) {
    document.addEventListener(type, refuse)
  }
  document.addEventListener('wheel', (event) => event.ctrlKey && event.preventDefault(), {
    passive: false,
  })
}
