import { html } from 'hono/html'
import { z } from 'zod'
import { TEXT_LIMITS } from '#content/model/limits.ts'
import type { Markup } from '../accounts/frame.ts'
import type { Words } from '../accounts/words.ts'

const REASONS = ['dead', 'wrong', 'unsafe', 'closed'] as const

const sent = z.object({
  reason: z.enum([...REASONS, 'own']).optional(),
  own: z.string().trim().default(''),
})

/** A reason to choose or to write, and the one button. */
export function withdrawForm({ say }: Words, id: string): Markup {
  const choice = (value: string, label: string) => html`<label class="tick">
    <input type="radio" name="reason" value="${value}" /> <span>${label}</span>
  </label>`
  return html`<form method="post" action="/withdraw/${id}">
    <fieldset class="reasons">
      <legend>${say('withdraw.why')}</legend>
      ${REASONS.map((reason) => choice(reason, say(`withdraw.reason-${reason}`)))}
    </fieldset>
    <div class="field">
      <label for="own">${say('withdraw.reason-own')}</label>
      <input id="own" name="own" type="text" maxlength="${TEXT_LIMITS.line - 60}" autocomplete="off" />
    </div>
    <div class="decide">
      <button>${say('withdraw.button')}</button>
      <p class="hint">${say('withdraw.once')}</p>
    </div>
  </form>`
}

/** The reason in a posted form, as it is kept; undefined where none was given. */
export function readReason({ say }: Words, fields: Record<string, string>): string | undefined {
  const parsed = sent.safeParse(fields)
  if (!parsed.success) return undefined
  const { reason, own } = parsed.data
  const chosen = REASONS.find((one) => one === reason)
  const parts = [chosen && say(`withdraw.reason-${chosen}`), own].filter((part) => part)
  return parts.length > 0 ? parts.join('. ').slice(0, TEXT_LIMITS.line) : undefined
}
