/**
 * Lets buttons copy a number. They are shown only where it can be done; the words beside them say what the telephone
 * keeps of it. A button bears `data-copy` (what), `data-copied` and `data-failed` (what to say).
 */
export function copyNumber(page: Document, clipboard: Clipboard | undefined): void {
  for (const button of page.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    const { copy = '', copied = '', failed = '' } = button.dataset
    const told = button.nextElementSibling
    button.hidden = clipboard === undefined
    button.addEventListener('click', async () => {
      const words = await clipboard?.writeText(copy).then(
        () => copied,
        () => failed,
      )
      if (told) told.textContent = words ?? failed
    })
  }
}
