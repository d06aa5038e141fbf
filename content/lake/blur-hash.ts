import { encode } from 'blurhash'

/** Waves along the longer side, as the hosted Content Lake has them. */
const MOST_WAVES = 5

/**
 * A picture in some dozen characters, for drawing a blurred one in its place.
 *
 * @param pixels red, green, blue and alpha of a square of `side` that the picture was drawn into
 * @param aspectRatio width by height of the picture itself
 * @see https://github.com/woltapp/blurhash/blob/master/Algorithm.md
 */
export function blurHashOf(pixels: Uint8Array, side: number, aspectRatio: number): string {
  const across = wavesOf(aspectRatio)
  const down = wavesOf(1 / aspectRatio)
  return encode(Uint8ClampedArray.from(pixels), side, side, across, down)
}

function wavesOf(ratio: number): number {
  return Math.max(1, Math.round(MOST_WAVES * Math.min(1, ratio)))
}
