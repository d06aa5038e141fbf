import { type RefObject, useEffect } from 'react'
import { onWantedField, takeWantedField, type WantedField } from './wanted-field.ts'

const CONTROLS = 'input:not([readonly]), textarea:not([readonly]), select'
const HANDS = ['pointerdown', 'keydown', 'wheel', 'input'] as const

/**
 * Brings a field of a form into sight that a link has led to, and the keyboard to it. The Studio opens the right part
 * of the form, and leaves lists and texts in several languages where they are, often out of sight.
 */
export function useLanding(id: string | undefined, form: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (id === undefined) return
    let stop = () => {}
    const look = () => {
      const field = takeWantedField(id)
      if (field === undefined || form.current === null) return
      stop()
      stop = landOnceThere(form.current, field)
    }
    look()
    const forget = onWantedField(look)
    return () => {
      forget()
      stop()
    }
  }, [id, form])
}

/** Lands once the field is drawn, and again while the form above it still grows, until somebody takes it in hand. */
function landOnceThere(form: HTMLElement, field: WantedField): () => void {
  let landed: Element | undefined
  let control: HTMLElement | undefined
  const again = () => {
    const target = targetIn(form, field)
    target?.scrollIntoView({ block: 'center' })
    // The form is drawn anew when its document has come, and the keyboard is nowhere then.
    const isKept = target === landed && control?.isConnected
    if (!target || isKept) return
    landed = target
    control = controlIn(target, field)
    control?.focus({ preventScroll: true })
  }
  const drawn = new MutationObserver(again)
  const grown = new ResizeObserver(again)
  const stop = () => {
    drawn.disconnect()
    grown.disconnect()
    for (const hand of HANDS) window.removeEventListener(hand, stop, true)
  }
  for (const hand of HANDS) window.addEventListener(hand, stop, true)
  drawn.observe(form, { childList: true, subtree: true })
  grown.observe(form)
  again()
  return stop
}

/** The text in the language wanted, else the field; nothing while neither is drawn. */
function targetIn(form: HTMLElement, { path, language }: WantedField): Element | undefined {
  const name = CSS.escape(nameOf(path))
  // As the Studio marks fields; a reference alone is known by its input, and an input of ours only by that mark.
  const field = form.querySelector(`[data-testid="field-${name}"], [id="${name}"]`)
  const text = language && field?.querySelector(`[data-testid="text-${CSS.escape(language)}"]`)
  return text || field || undefined
}

/** Where one writes. What lies deeper than a field, the Studio opens in a window, and the keyboard is there. */
function controlIn(target: Element, { path, language }: WantedField): HTMLElement | undefined {
  if (language === undefined && path !== nameOf(path)) return undefined
  const control = target.matches(CONTROLS) ? target : target.querySelector(CONTROLS)
  return control instanceof HTMLElement ? control : undefined
}

function nameOf(path: string): string {
  return path.split(/[.[]/)[0] ?? ''
}
