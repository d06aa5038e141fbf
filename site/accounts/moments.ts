import { html } from 'hono/html'
import type { Markup } from './frame.ts'

const STEPS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

/** A moment as "4 minutes ago", with the exact time on hover. */
export function agoInWords(moment: Date, now: Date, lang: string): Markup {
  const seconds = Math.max(0, (now.getTime() - moment.getTime()) / 1000)
  const [unit, length] = STEPS.find(([, size]) => seconds >= size) ?? (['minute', 60] as const)
  const words = new Intl.RelativeTimeFormat(lang, { numeric: 'auto', style: 'short' })
  const exact = moment.toISOString()
  const text = words.format(-Math.floor(seconds / length), unit)
  return html`<time datetime="${exact}" title="${exact}">${text}</time>`
}
