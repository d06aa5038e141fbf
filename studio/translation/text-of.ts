/** The words that a button under them is about: there the focus goes once the button has done its work and is gone. */
export function textOf(button: Element): HTMLElement | null | undefined {
  return button.closest('.text-editor')?.querySelector<HTMLElement>('textarea:not([readonly])')
}
