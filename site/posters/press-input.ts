import { markSvg, pictogramSvg } from '#content/brand/pictograms.ts'
import { QUIET_ZONE, qrMatrix, qrPath } from '#content/brand/qr-code.ts'
import { CLAY, THEMES } from '#content/brand/themes.ts'
import type { Passage } from '#content/help/view.ts'
import { PIECES, type PieceId } from '#content/model/pieces.ts'
import { type PosterSpec, passagesOf } from './poster.ts'

/**
 * Width of the code without its quiet zone, in millimetres: a tenth of the distance it is scanned from,
 * an arm's length before an A4, one step before an A3, and never under 30.
 */
export const CODE_WIDTH_MM: Readonly<Record<PieceId, number>> = { a4: 38, a3: 54 }

/** The spec as `poster.typ` reads it: the same words, with colours, drawings and lengths. `squeeze` scales the type. */
export function pressInput(spec: PosterSpec, squeeze: number): string {
  const piece = PIECES[spec.piece]
  const colours = THEMES.waymark
  const code = qrMatrix(spec.code.text)
  const across = code.modules + 2 * QUIET_ZONE
  const pictograms = new Set([
    'telephone' as const,
    spec.pictogram,
    ...spec.pledges.map((pledge) => pledge.pictogram),
    ...(spec.helpline?.promises ?? []).map((promise) => promise.pictogram),
  ])
  return JSON.stringify({
    ...spec,
    heading: wordsKept(spec.heading),
    ...(spec.body && { body: wordsKept(spec.body) }),
    squeeze,
    sheet: { widthMm: piece.widthMm, heightMm: piece.heightMm },
    colours: { ...colours, danger: CLAY },
    pictograms: Object.fromEntries([...pictograms].map((id) => [id, pictogramSvg(id)])),
    mark: markSvg({ ground: colours.text, line: colours.ground, direction: spec.dir }),
    title: spec.heading.text,
    typesetLangs: Object.fromEntries(
      [spec.lang, ...passagesOf(spec).map(({ lang }) => lang)].map((tag) => [tag, primary(tag)]),
    ),
    code: {
      ...spec.code,
      sideMm: (CODE_WIDTH_MM[spec.piece] * across) / code.modules,
      // Black, not ink: Typst writes it in one channel, and a code of four inks blurs where they do not meet.
      svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${across} ${across}"><path d="${qrPath(code)}"/></svg>`,
    },
  })
}

// Chinese writes no spaces: joined inside (U+2060), a word is not torn over two lines.
function wordsKept(passage: Passage): Passage {
  if (primary(passage.lang) !== 'zh') return passage
  const words = new Intl.Segmenter(passage.lang, { granularity: 'word' }).segment(passage.text)
  const text = Array.from(words, ({ segment }) => [...segment].join('\u2060')).join('')
  return { ...passage, text }
}

// Typst takes a language without script or variant: `sr` of `sr-Latn`, `de` of `de-simple`.
function primary(tag: string): string {
  return new Intl.Locale(tag).language
}
