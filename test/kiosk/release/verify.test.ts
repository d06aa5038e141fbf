import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { type SigningKey, signRelease } from '../../../kiosk/release/sign.ts'
import { verifyRelease } from '../../../kiosk/release/verify.ts'
import { runs } from '../../long.ts'
import { NOON } from '../facts.ts'
import { makeKey, signedRelease } from '../release-fixture.ts'

const PLACE = 'test-station'

describe('a release', () => {
  let key: SigningKey
  let bytes: Uint8Array<ArrayBuffer>
  beforeAll(async () => {
    key = await makeKey()
    bytes = await signedRelease(key)
  })

  const reasonFor = async (
    sent: Uint8Array<ArrayBuffer>,
    expected: { place?: string; pinnedKey?: string | undefined; newest?: number } = {},
  ) => {
    const verdict = await verifyRelease(sent, {
      place: PLACE,
      pinnedKey: key.publicKey,
      newest: undefined,
      ...expected,
    })
    return verdict.outcome === 'refused' ? verdict.reason : 'accepted'
  }

  test('signed by the pinned key is taken', async () => {
    expect(await reasonFor(bytes)).toBe('accepted')
  })

  test('gives the first key seen, to be pinned', async () => {
    const verdict = await verifyRelease(bytes, {
      place: PLACE,
      pinnedKey: undefined,
      newest: undefined,
    })
    expect(verdict).toMatchObject({ outcome: 'accepted', key: key.publicKey })
  })

  test('with any bit of any byte flipped is refused, pinned or not', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.nat(7),
        fc.boolean(),
        async (at, bit, isPinned) => {
          const flipped = bytes.slice()
          flipped[at] = (flipped[at] ?? 0) ^ (1 << bit)
          const reason = await reasonFor(flipped, isPinned ? {} : { pinnedKey: undefined })
          expect(reason).not.toBe('accepted')
        },
      ),
      runs(500),
    )
  })

  test('cut off anywhere is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), async (length) => {
        expect(await reasonFor(bytes.slice(0, length))).toBe('not-an-envelope')
      }),
    )
  })

  test('made of any other bytes is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), async (noise) => {
        expect(await reasonFor(Uint8Array.from(noise))).toBe('not-an-envelope')
      }),
    )
  })

  test('signed by another key is refused', async () => {
    expect(await reasonFor(await signedRelease(await makeKey()))).toBe('wrong-key')
  })

  test('that names the pinned key beside a signature of another is refused', async () => {
    const other = await makeKey()
    const forged = await signRelease('{}', [{ ...other, publicKey: key.publicKey }])
    expect(await reasonFor(forged)).toBe('bad-signature')
  })

  test('older than the newest is refused, and the newest may be taken again', async () => {
    expect(await reasonFor(bytes, { newest: NOON + 1 })).toBe('older')
    expect(await reasonFor(bytes, { newest: NOON })).toBe('accepted')
    expect(await reasonFor(bytes, { newest: NOON - 1 })).toBe('accepted')
  })

  test('of another place is refused', async () => {
    expect(await reasonFor(bytes, { place: 'other-station' })).toBe('other-place')
  })

  test('whose signed payload is no release is refused', async () => {
    expect(await reasonFor(await signRelease('{"format":"waymark-release-1"}', [key]))).toBe(
      'not-a-release',
    )
  })

  test('signed by the old key and a new one is taken while keys change', async () => {
    const next = await makeKey()
    const text = new TextDecoder().decode(bytes)
    const both = await signRelease(JSON.parse(text).payload, [next, key])
    expect(await reasonFor(both)).toBe('accepted')
    expect(await reasonFor(both, { pinnedKey: next.publicKey })).toBe('accepted')
  })
})
