import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LakeError } from '../../../content/lake/errors.ts'
import { LIMITS } from '../../../content/lake/limits.ts'
import { readRenditionParams } from '../../../content/lake/rendition-params.ts'
import { planRendition } from '../../../content/lake/rendition-plan.ts'

const side = fc.integer({ min: 1, max: 12_000 })
const asked = fc.integer({ min: 1, max: LIMITS.renditionSide })
const share = fc.double({ min: 0, max: 1, noNaN: true })

const params = fc.record(
  {
    w: asked,
    h: asked,
    'min-h': asked,
    'max-w': asked,
    dpr: fc.double({ min: 1, max: 3, noNaN: true }),
    fit: fc.constantFrom('clip', 'crop', 'fill', 'fillmax', 'max', 'scale', 'min'),
    crop: fc.subarray(['top', 'left', 'right', 'focalpoint', 'entropy'] as const, { maxLength: 2 }),
    'fp-x': share,
    'fp-y': share,
    rect: fc.record({ left: side, top: side, width: side, height: side }),
    or: fc.constantFrom(0, 90, 180, 270),
    flip: fc.constantFrom('h', 'v', 'hv'),
  },
  { requiredKeys: [] },
)

test('a plan never leaves the picture nor the limits, whatever is asked for', () => {
  fc.assert(
    fc.property(side, side, params, (width, height, wanted) => {
      const plan = planOrRefusal({ width, height }, wanted)
      if (!plan) return
      const { region, size, canvas } = plan
      for (const [start, length, whole] of [
        [region.left, region.width, width],
        [region.top, region.height, height],
      ] as const) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(length).toBeGreaterThanOrEqual(1)
        expect(start + length).toBeLessThanOrEqual(whole)
      }
      expect(Math.min(size.width, size.height)).toBeGreaterThanOrEqual(1)
      expect(canvas.width).toBeGreaterThanOrEqual(size.width)
      expect(canvas.height).toBeGreaterThanOrEqual(size.height)
      expect(Math.max(canvas.width, canvas.height)).toBeLessThanOrEqual(LIMITS.renditionSide)
      expect(canvas.width * canvas.height).toBeLessThanOrEqual(LIMITS.renditionPixels)
    }),
    { numRuns: 2000 },
  )
})

test("an author's crop and hotspot, as an image builder writes them, show just that part", () => {
  const address = new URLSearchParams('rect=1000,0,2250,3000&w=600&h=800&fit=crop')
  const read = readRenditionParams(address) ?? {}
  expect(planRendition({ width: 4000, height: 3000 }, read)).toEqual({
    region: { left: 1000, top: 0, width: 2250, height: 3000 },
    size: { width: 600, height: 800 },
    canvas: { width: 600, height: 800 },
    isEntropy: false,
  })
})

test('a large original without a size is drawn as large as may be', () => {
  const { size } = planRendition({ width: 10_000, height: 5000 }, {})
  expect(size.width / size.height).toBeCloseTo(2, 2)
  expect(size.width).toBeGreaterThan(7500)
})

test('an address without parameters, or with those of others only, asks for the original', () => {
  for (const address of ['', 'utm_source=x', 'dl=a.png', 'dlRaw=true&w=3']) {
    expect(readRenditionParams(new URLSearchParams(address))).toBeUndefined()
  }
})

function planOrRefusal(...asking: Parameters<typeof planRendition>) {
  try {
    return planRendition(...asking)
  } catch (error) {
    if (error instanceof LakeError && error.status === 400) return undefined
    throw error
  }
}
