import { FONT_FAMILIES } from './languages.ts'

/** Fonts that ship with the project. */
export type FontFamily = (typeof FONT_FAMILIES)[number]

/** Which characters the bundled fonts can draw. */
export type Coverage = { has: (family: FontFamily, codePoint: number) => boolean }

/** Set after every other font, on paper and on screens, for Latin names and numbers. */
const COMPANION: FontFamily = 'Noto Sans'

// Spaces, controls, joiners and selectors of variants have no shape of their own.
const SHAPELESS = /[\p{White_Space}\p{Cc}\p{Cf}\p{Variation_Selector}]/u

/** Characters of a text, each once, that neither a font nor Noto Sans beside it can draw. */
export function missingLetters(text: string, font: FontFamily, coverage: Coverage): string[] {
  return [...new Set(text.normalize('NFC'))].filter(
    (letter) => !SHAPELESS.test(letter) && !isDrawn(letter, font, coverage),
  )
}

/** Bundled fonts that can draw all of a text. */
export function fontsThatHave(text: string, coverage: Coverage): FontFamily[] {
  return FONT_FAMILIES.filter((font) => missingLetters(text, font, coverage).length === 0)
}

// What sets text puts a letter together from its parts where the font has no sign for the whole.
function isDrawn(letter: string, font: FontFamily, coverage: Coverage): boolean {
  const has = (part: string) => {
    const codePoint = part.codePointAt(0) ?? 0
    return coverage.has(font, codePoint) || coverage.has(COMPANION, codePoint)
  }
  return has(letter) || [...letter.normalize('NFD')].every(has)
}
