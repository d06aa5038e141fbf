import { markSvg, pictogramSvg } from '#content/brand/pictograms.ts'
import type { Strings } from '#content/locales/speaker.ts'
import { emergencyNumber } from '#content/model/emergency-numbers.ts'
import { BUILT_IN_LANGUAGES, findLanguage } from '#content/model/languages.ts'

/** Signs that need no words: call, speak your language, somebody helps. */
const SIGNS = ['telephone', 'speech', 'helping-hand'] as const

/**
 * What a screen shows that has nothing else: the emergency number, pictograms, and one sentence in every
 * language that has it. HTML for inside `<body>`, without script and without style.
 */
export function lastResort(strings: Strings): string {
  // Not even the country is known here: this number works in most, and from mobiles in nearly all (GSM 02.30).
  const number = emergencyNumber('')
  const sentences = Object.entries(strings).flatMap(([tag, words]) => {
    const language = findLanguage(BUILT_IN_LANGUAGES, tag)
    const sentence = words['emergency.words']
    if (language === undefined || sentence === undefined) return []
    const text = escapeHtml(sentence.replace('{{number}}', number))
    return `<p lang="${language.tag}" dir="${language.direction}">${text}</p>`
  })
  const signs = SIGNS.map((id) => pictogramSvg(id)).join('')
  const mark = markSvg({ ground: '#10222B', line: '#FFC83D', direction: 'ltr' })
  return [
    `<main class="resort">`,
    `<div class="sign" aria-hidden="true">${mark}</div>`,
    `<h1 class="number"><bdi dir="ltr">${number}</bdi></h1>`,
    `<div class="signs" aria-hidden="true">${signs}</div>`,
    `<div class="words">${sentences.join('')}</div>`,
    `</main>`,
  ].join('')
}

/** Text as it may stand in HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
