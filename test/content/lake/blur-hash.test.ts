import { decode, isBlurhashValid } from 'blurhash'
import { expect, test } from 'vitest'
import { blurHashOf } from '../../../content/lake/blur-hash.ts'

const SIDE = 64

/** Red on the left, blue on the right. */
const pixels = Uint8Array.from({ length: SIDE * SIDE * 4 }, (_, at) => {
  const isLeft = ((at >> 2) % SIDE) * 2 < SIDE
  return [isLeft ? 255 : 0, 0, isLeft ? 0 : 255, 255][at & 3] ?? 0
})

test('a blurred picture has the colours where the picture has them', () => {
  const drawn = decode(blurHashOf(pixels, SIDE, 1), 4, 1)
  const [leftRed = 0, , leftBlue = 0] = drawn
  const [rightRed = 0, , rightBlue = 0] = drawn.subarray(3 * 4)
  expect(leftRed).toBeGreaterThan(leftBlue + 50)
  expect(rightBlue).toBeGreaterThan(rightRed + 50)
})

test.each([
  // 4 characters for the whole, and 2 for each other of 5x5, 5x3, 3x5, 5x1 and 1x5 waves.
  [1, 54],
  [16 / 9, 34],
  [9 / 16, 34],
  [100, 14],
  [0.01, 14],
])('a picture of %f has as many waves as its sides ask for', (aspectRatio, length) => {
  const hash = blurHashOf(pixels, SIDE, aspectRatio)
  expect(hash).toHaveLength(length)
  expect(isBlurhashValid(hash).result).toBe(true)
})
