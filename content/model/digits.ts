// Joiners, marks of direction, soft hyphens, variation selectors and the key around a digit (U+20E3).
const INVISIBLE = /[\p{Cf}\p{Variation_Selector}\p{Me}]/gu

const DATE =
  /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|(?:1[89]|20)\d\d\s?[\p{Pd}/]\s?(?:1[89]|20)\d\d)$/u

/** A text without what nobody sees, which can stand between the digits of a number. */
export function withoutInvisible(text: string): string {
  return text.normalize('NFKC').replace(INVISIBLE, '')
}

/** The digits of a text in ASCII, whatever their script. @example digitsOf('٠٧٧ ٠٠') // '07700' */
export function digitsOf(text: string): string {
  return [...text.normalize('NFKC').matchAll(/\p{Nd}/gu)]
    .map(([digit]) => digitValue(digit))
    .join('')
}

// Digits of a script follow each other from zero, and no two scripts are neighbours once compatibility forms are gone.
function digitValue(digit: string): number {
  const point = digit.codePointAt(0) ?? 0
  let value = 0
  while (/\p{Nd}/u.test(String.fromCodePoint(point - value - 1))) value += 1
  return value
}

/** Whether digits and signs are a day or a span of years. */
export function isDate(run: string): boolean {
  return DATE.test(run)
}
