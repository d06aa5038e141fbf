import type { LanguageTag } from '#content/model/language-tag.ts'
import type { Content } from './content.ts'
import { button, element, say } from './element.ts'

/** The question whether somebody is still there, with its countdown (WCAG 2.2, 2.2.1). */
export type Warning = { dialog: HTMLElement; count: (seconds: number) => void; ask: () => void }

/** Draws the question in the reader's language. */
export function drawWarning(
  content: Content,
  language: LanguageTag,
  actions: { onMoreTime: () => void; onClear: () => void },
): Warning {
  const words = (seconds: number) =>
    content.speak('kiosk.countdown', [language], { count: seconds })
  const first = words(0)
  const countdown = say('p', first, { class: 'countdown', id: 'countdown', 'aria-live': 'off' })
  const moreTime = button(
    content.speak('kiosk.more-time', [language]),
    'control',
    actions.onMoreTime,
  )
  const dialog = element(
    'div',
    {
      class: 'warning',
      role: 'alertdialog',
      'aria-labelledby': 'countdown',
      lang: first.lang,
      dir: first.dir,
    },
    countdown,
    moreTime,
    button(content.speak('kiosk.clear', [language]), 'control quiet', actions.onClear),
  )
  return {
    dialog,
    count: (seconds) => {
      countdown.textContent = words(seconds).text
    },
    ask: () => moreTime.focus(),
  }
}
