import { html } from 'hono/html'
import type { Markup } from './frame.ts'

/** A labelled field of a form. `hint` stands below it and is read with it. */
export type Field = {
  name: string
  label: string
  type?: 'text' | 'email' | 'password' | 'date'
  value?: string | undefined
  hint?: string
  autocomplete?: string
  isOptional?: boolean
  /** Opens a keyboard of digits. */
  isNumeric?: boolean
}

/** One field with its label. */
export function field({ name, label, type = 'text', value = '', hint, ...rest }: Field): Markup {
  const { autocomplete = 'off', isOptional = false, isNumeric = false } = rest
  const id = `field-${name}`
  return html`<div class="field">
    <label for="${id}">${label}</label>
    <input id="${id}" name="${name}" type="${type}" value="${value}" autocomplete="${autocomplete}"
      ${isNumeric ? html`inputmode="numeric"` : ''} ${isOptional ? '' : html`required`}
      ${hint ? html`aria-describedby="${id}-hint"` : ''} />
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : ''}
  </div>`
}

/** A form that posts. The last part is its button. */
export function form(action: string, parts: readonly Markup[], button: string): Markup {
  return html`<form method="post" action="${action}">
    ${parts}
    <button>${button}</button>
  </form>`
}

/** A value that goes along unseen. */
export function hidden(name: string, value: string): Markup {
  return html`<input type="hidden" name="${name}" value="${value}" />`
}

/** A box to tick, which has to be ticked where it is a confirmation. */
export function tick(options: {
  name: string
  value: string
  label: string
  isChecked?: boolean
  isRequired?: boolean
}): Markup {
  const { name, value, label, isChecked = false, isRequired = false } = options
  return html`<label class="tick">
    <input type="checkbox" name="${name}" value="${value}" ${isChecked ? html`checked` : ''}
      ${isRequired ? html`required` : ''} />
    <span>${label}</span>
  </label>`
}
