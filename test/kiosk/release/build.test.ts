import { createHash } from 'node:crypto'
import fc from 'fast-check'
import jsQR from 'jsqr'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { readShortCode } from '#content/model/short-code.ts'
import { buildRelease } from '../../../kiosk/release/build.ts'
import { release } from '../../../kiosk/release/release.ts'
import { runs } from '../../long.ts'
import { NOON } from '../facts.ts'
import { releaseInput } from '../release-fixture.ts'

describe('building a release', () => {
  test('writes a payload that a screen can read back', async () => {
    const built = await buildRelease(await releaseInput())
    expect(release.parse(JSON.parse(built.payload))).toEqual(built.release)
  })

  test('names every blob by the hash of its bytes, and every blob it names is there', async () => {
    const { release: made, blobs } = await buildRelease(
      await releaseInput({ code: readShortCode('TEST01') }),
    )
    for (const blob of blobs) {
      expect(createHash('sha256').update(blob.bytes).digest('hex')).toBe(blob.sha256)
    }
    const named = [
      ...Object.values(made.strings),
      ...Object.values(made.pictograms),
      ...Object.values(made.codes),
    ]
    expect(new Set(named)).toEqual(new Set(made.blobs.map((blob) => blob.sha256)))
    expect(new Set(blobs.map((blob) => blob.sha256))).toEqual(new Set(named))
  })

  test('carries the words of the place and of English, and no others', async () => {
    const { release: made } = await buildRelease(await releaseInput())
    const allowed = ['en', 'ar', 'ti']
    expect(Object.keys(made.strings).filter((tag) => !allowed.includes(tag))).toEqual([])
    expect(made.strings).toHaveProperty('en')
  })

  test('gives a code that a telephone reads as the help page in its language', async () => {
    const { release: made, blobs } = await buildRelease(
      await releaseInput({ code: readShortCode('TEST01') }),
    )
    const svg = blobs.find((blob) => blob.sha256 === made.codes['ti'])
    const { data, info } = await sharp(svg?.bytes, { density: 600 })
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const read = jsQR(new Uint8ClampedArray(data), info.width, info.height)
    expect(read?.data).toBe('HTTPS://WAYMARK.EXAMPLE/Q/TEST01/TI')
  })

  test('counts on from the last release, and never below the clock', async () => {
    const input = await releaseInput()
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4e12 }),
        fc.integer({ min: 0, max: 4e12 }),
        async (now, previousCounter) => {
          const { release: made } = await buildRelease({ ...input, now, previousCounter })
          expect(made.counter).toBeGreaterThan(previousCounter)
          expect(made.counter).toBeGreaterThanOrEqual(now)
        },
      ),
      runs(25),
    )
  })

  test('costs a screen no blob when only a number has changed', async () => {
    const before = await buildRelease(await releaseInput())
    const input = await releaseInput({ now: NOON + 1, previousCounter: NOON })
    const [line] = input.facts.helplines
    for (const number of line?.numbers ?? []) number.dial = '0808 157 0202'
    const after = await buildRelease(input)
    expect(after.payload).toContain('0808 157 0202')
    expect(after.release.blobs).toEqual(before.release.blobs)
  })
})
