// No-break spaces that belong: before French signs, after an opening guillemet, inside a number.
const BELONGING = /(?<=[«])[\u00a0\u202f]|[\u00a0\u202f](?=[?!:;»%€])|(?<=\d)[\u00a0\u202f](?=\d)/gu
const KEPT = '\ue000'

/**
 * Pasted words as an author means them: no tabs, stray no-break spaces, soft hyphens or signs that nobody sees. Quotes,
 * dashes and the joiners and direction marks that Persian or Sorani need stay.
 */
export function cleanText(text: string): string {
  const belonging = text.replace(BELONGING, KEPT)
  return belonging
    .replace(/\r\n?|[\v\f\u2028\u2029]/gu, '\n')
    .replace(/[\u00ad\u200b\u2060\ufeff]/gu, '')
    .replace(/\uf0b7|\uf0a7/gu, '•')
    .replace(/[\t\u00a0\u202f\u2000-\u200a\u3000]/gu, ' ')
    .replace(/ {2,}/gu, ' ')
    .replace(/ *\n */gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .replaceAll(KEPT, '\u00a0')
}

/** The same for a field of one line. */
export function cleanLine(text: string): string {
  return cleanText(text)
    .replace(/\s*\n\s*/gu, ' ')
    .trim()
}
