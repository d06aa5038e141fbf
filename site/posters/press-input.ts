import { markSvg, pictogramSvg } from '#content/brand/pictograms.ts'
import { CLAY, THEMES } from '#content/brand/themes.ts'
import { PIECES, type PieceId } from '#content/model/pieces.ts'
import { type PosterSpec, passagesOf } from './poster.ts'
import { QUIET_ZONE, qrMatrix } from './qr.ts'

/**
 * Width of the code without its quiet zone, in millimetres: a tenth of the distance it is scanned from,
 * an arm's length before an A4, one step before an A3, and never under 30.
 */
export const CODE_WIDTH_MM: Readonly<Record<PieceId, number>> = { a4: 38, a3: 54 }

/** The spec as `poster.typ` reads it: the same words, with colours, drawings and lengths. `squeeze` scales the type. */
export function pressInput(spec: PosterSpec, squeeze: number): string {
  const piece = PIECES[spec.piece]
  const colours = THEMES.waymark
  const { modules, runs } = qrMatrix(spec.code.text)
  const across = modules + 2 * QUIET_ZONE
  const pictograms = new Set([
    'telephone' as const,
    spec.pictogram,
    ...spec.pledges.map((pledge) => pledge.pictogram),
    ...(spec.helpline?.promises ?? []).map((promise) => promise.pictogram),
  ])
  return JSON.stringify({
    ...spec,
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
      across,
      sideMm: (CODE_WIDTH_MM[spec.piece] * across) / modules,
      runs: runs.map(([x, y, length]) => [x + QUIET_ZONE, y + QUIET_ZONE, length]),
    },
  })
}

// Typst takes a language without script or variant: `sr` of `sr-Latn`, `de` of `de-simple`.
function primary(tag: string): string {
  return new Intl.Locale(tag).language
}
