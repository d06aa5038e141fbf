import type { Passage } from '#content/help/view.ts'
import { Bug, Mistake } from '#content/model/errors.ts'
import { type PosterSpec, passagesOf } from './poster.ts'

// What poster.typ says when nothing fits, and what Typst's PDF/UA export says of a letter without a glyph.
const OVERFULL = 'waymark:overfull'
const TOO_WIDE = /waymark:wide:([^"\\]*)/
const NO_GLYPH = /the text `\\*"(.+?)\\*"` could not be displayed with font/g
// Rust writes letters that have no shape of their own by number.
const BY_NUMBER = /\\+u\{([0-9a-f]+)\}/g

/** Whether Typst's message says that the words do not fit, at the size they were tried. */
export function isOverfull(message: string): boolean {
  return message.includes(OVERFULL)
}

/** The error for a sheet that Typst would not set. Names the language and the words where people can mend it. */
export function refusal(spec: PosterSpec, message: string): Mistake | Bug {
  if (isOverfull(message)) return overfull(spec)
  const dial = TOO_WIDE.exec(message)?.[1]
  if (dial) {
    return new Mistake(
      'poster-number',
      `The number "${dial}" is too long for one line of the ${spec.piece} poster: write it shorter.`,
    )
  }
  const letters = [...message.matchAll(NO_GLYPH)].map(([, letter = '']) =>
    letter.replace(BY_NUMBER, (_, number: string) =>
      String.fromCodePoint(Number.parseInt(number, 16)),
    ),
  )
  if (letters.length > 0) return missingLetters(spec, letters)
  return new Bug(`Typst does not set the ${spec.piece} poster in ${spec.lang}: ${message}`)
}

function overfull(spec: PosterSpec): Mistake {
  const longest = passagesOf(spec).toSorted((a, b) => b.text.length - a.text.length)[0]
  const lines = [spec.heading, spec.body, longest].filter((passage) => passage !== undefined)
  return new Mistake(
    'poster-overfull',
    `The words do not fit on the ${spec.piece} poster in ${spec.lang}. Shorten ${quote(lines)}.`,
  )
}

function missingLetters(spec: PosterSpec, letters: readonly string[]): Mistake {
  const found = passagesOf(spec).filter(({ text }) => letters.some((one) => text.includes(one)))
  const fonts = [...new Set(found.map(({ lang }) => spec.fonts[lang]))].join(', ')
  return new Mistake(
    'poster-letters',
    `The font ${fonts} has no letter for ${[...new Set(letters)].join(' ')} in ${quote(found)}. Change the words or the font of the language.`,
  )
}

function quote(passages: readonly Passage[]): string {
  const quoted = passages.map(({ lang, text }) => `${lang}: "${text}"`)
  return [...new Set(quoted)].join(', ')
}
