import { Mistake } from '#content/model/errors.ts'
import type { PublicPlacement } from '#content/model/facts.ts'
import { PIECE_IDS, pieceId } from '#content/model/pieces.ts'
import { readShortCode } from '#content/model/short-code.ts'
import { placementPoster } from '../posters/placement-poster.ts'
import type { PosterSpec } from '../posters/poster.ts'
import type { PosterFormat } from '../posters/press.ts'
import { missing } from './missing-page.ts'
import type { Outcome } from './outcome.ts'
import type { Visit } from './visit.ts'

/** A placement's sheet. `format` is absent for the page that shows it beside its words. */
export type PosterMatter = {
  placement: PublicPlacement
  spec: PosterSpec
  format?: PosterFormat
  placeLanguages: readonly string[]
}

const TYPES: Readonly<Record<PosterFormat, string>> = {
  pdf: 'application/pdf',
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
}

/**
 * The poster at `/posters/{CODE}` and its files. The page speaks the reader's language; a file without `?lang=`
 * is in the first of the place, so that the same address always gives the same sheet.
 */
export async function openPoster(
  visit: Visit,
  file: string,
  query: URLSearchParams,
): Promise<Outcome<PosterMatter>> {
  const { services, wanted, isChosen } = visit
  const [code = '', format, ...more] = file.split('.')
  const read = readShortCode(code)
  const found = read && (await services.loadPlacement(read))
  if (!found || more.length > 0 || !isFormat(format)) return missing(visit, 'code')
  const { placement, facts } = found
  const near = { country: facts.place.countries[0] }
  if (query.has('lang') && !isChosen) return missing(visit, 'language', near)
  const piece = pieceId.safeParse(query.get('size') ?? placement.piece)
  if (!piece.success) return missing(visit, 'size', near)
  const isInReaderLanguage = isChosen || format === undefined
  const lang = (isInReaderLanguage ? wanted[0] : undefined) ?? facts.place.languages[0] ?? 'en'
  const { spec, validUntil } = placementPoster({
    placement,
    facts,
    lang,
    piece: piece.data,
    languages: services.languages(),
    speak: services.speak,
    origin: services.origin,
    sample: services.isDemo(),
    printable: services.isPrintable,
    now: services.now(),
  })
  const placeLanguages = facts.place.languages
  const matter = { placement, spec, placeLanguages, ...(format && { format }) }
  return { isFound: true, matter, validUntil }
}

/** The sheet as a file; where its words do not fit or have no letters, what to change, for its author. */
export async function printSheet(
  { press }: Pick<Visit['services'], 'press'>,
  { placement, spec }: PosterMatter,
  format: PosterFormat,
): Promise<Response> {
  try {
    const sheet = await press.render(spec, format)
    const name = `${placement.code}-${spec.lang}-${spec.piece}.${format}`
    return new Response(typeof sheet === 'string' ? sheet : new Uint8Array(sheet), {
      headers: {
        'Content-Type': TYPES[format],
        'Content-Disposition': `inline; filename="${name}"`,
        // Browsers show a PDF with a page of their own, which our usual policy would keep empty.
        ...(format === 'pdf' && { 'Content-Security-Policy': "frame-ancestors 'none'" }),
      },
    })
  } catch (cause) {
    if (!(cause instanceof Mistake)) throw cause
    return new Response(`${cause.message}\n`, {
      status: 422,
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    })
  }
}

/** The same sheet in another format, language or size. */
export function sheetHref(
  { placement, spec }: Pick<PosterMatter, 'placement' | 'spec'>,
  format: PosterFormat,
): string {
  return `/posters/${placement.code}.${format}?${new URLSearchParams({ lang: spec.lang, size: spec.piece })}`
}

/** Sizes that a sheet may be asked for in. */
export const SHEET_SIZES = PIECE_IDS

function isFormat(format: string | undefined): format is PosterFormat | undefined {
  return format === undefined || Object.hasOwn(TYPES, format)
}
