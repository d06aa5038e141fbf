import { refuse } from './errors.ts'
import { LIMITS } from './limits.ts'
import type { RenditionParams } from './rendition-params.ts'

/** How a rendition is written. */
export type RenditionFormat = 'jpg' | 'pjpg' | 'png' | 'webp' | 'avif'

/** Up to here AVIF is worth a reader's wait: a million pixels take about 0.8 s on one core. */
const QUICK_AVIF_PIXELS = 1_000_000

/** What each kind of original is written as where nothing else is asked for. */
const OWN: Record<string, RenditionFormat> = {
  jpg: 'jpg',
  tif: 'jpg',
  png: 'png',
  gif: 'png',
  svg: 'png',
  webp: 'webp',
  avif: 'avif',
}

/**
 * Chooses the format: `fm` first, then with `auto=format` the smallest that the browser takes.
 *
 * @param accept the request's `Accept`
 * @throws LakeError 400 where so large a picture is not drawn as AVIF
 */
export function formatOf(
  { fm, auto }: RenditionParams,
  { extension, accept, pixels }: { extension: string; accept: string; pixels: number },
): RenditionFormat {
  const isTooLarge = pixels > LIMITS.avifPixels
  if (fm === 'avif' && isTooLarge) {
    throw refuse(400, `fm: AVIF is drawn up to ${LIMITS.avifPixels} pixels; webp is drawn larger`)
  }
  if (fm) return fm
  const takes = (type: string) =>
    new RegExp(`image/${type}(?!\\s*;\\s*q=0(?:\\.0+)?\\s*(?:,|$))`).test(accept)
  if (auto && takes('avif') && pixels <= QUICK_AVIF_PIXELS) return 'avif'
  if (auto && takes('webp')) return 'webp'
  const own = OWN[extension] ?? 'png'
  return own === 'avif' && isTooLarge ? 'webp' : own
}

/** Media type of a format. */
export function mimeTypeOf(format: RenditionFormat): string {
  return format === 'jpg' || format === 'pjpg' ? 'image/jpeg' : `image/${format}`
}
