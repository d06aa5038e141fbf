import type { RenditionParams } from './rendition-params.ts'

/** How a rendition is written. */
export type RenditionFormat = 'jpg' | 'pjpg' | 'png' | 'webp' | 'avif'

/** Larger pictures take seconds as AVIF; measured at about 1.5 s for 2 million pixels on one core. */
const AVIF_PIXELS = 1_000_000

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
 */
export function formatOf(
  { fm, auto }: RenditionParams,
  { extension, accept, pixels }: { extension: string; accept: string; pixels: number },
): RenditionFormat {
  if (fm) return fm
  const takes = (type: string) =>
    new RegExp(`image/${type}(?!\\s*;\\s*q=0(?:\\.0+)?\\s*(?:,|$))`).test(accept)
  if (auto && takes('avif') && pixels <= AVIF_PIXELS) return 'avif'
  if (auto && takes('webp')) return 'webp'
  return OWN[extension] ?? 'png'
}

/** Media type of a format. */
export function mimeTypeOf(format: RenditionFormat): string {
  return format === 'jpg' || format === 'pjpg' ? 'image/jpeg' : `image/${format}`
}
