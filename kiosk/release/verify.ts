import { fromHex } from './bytes.ts'
import { type Envelope, envelope, type Release, release } from './release.ts'

/** Why a screen does not take a release. */
export type Refusal =
  | 'not-an-envelope'
  | 'wrong-key'
  | 'bad-signature'
  | 'not-a-release'
  | 'other-place'
  | 'older'

/** `key` is the one to hold on to: the pinned one, or the first seen. */
export type Verdict =
  | { outcome: 'accepted'; release: Release; key: string }
  | { outcome: 'refused'; reason: Refusal }

/**
 * Decides whether a screen may play what arrived. Every signature must hold, and one must be by `pinnedKey`;
 * without a pinned key the first signer is trusted. `newest` is the highest counter taken so far, and may be taken again.
 */
export async function verifyRelease(
  bytes: Uint8Array<ArrayBuffer>,
  expected: { place: string; pinnedKey: string | undefined; newest: number | undefined },
): Promise<Verdict> {
  const opened = openEnvelope(bytes)
  if (opened === undefined) return refuse('not-an-envelope')
  const key = expected.pinnedKey ?? opened.signatures[0]?.key
  if (key === undefined || !opened.signatures.some((one) => one.key === key)) {
    return refuse('wrong-key')
  }
  if (!(await areSignaturesGood(opened))) return refuse('bad-signature')
  const read = release.safeParse(readJson(opened.payload))
  if (!read.success) return refuse('not-a-release')
  if (read.data.facts.place.slug !== expected.place) return refuse('other-place')
  if (read.data.counter < (expected.newest ?? 0)) return refuse('older')
  return { outcome: 'accepted', release: read.data, key }
}

function refuse(reason: Refusal): Verdict {
  return { outcome: 'refused', reason }
}

/** An envelope has one spelling: written again it must give the same text, so no byte of it is free. */
function openEnvelope(bytes: Uint8Array<ArrayBuffer>): Envelope | undefined {
  const text = decode(bytes)
  const parsed = envelope.safeParse(text === undefined ? undefined : readJson(text))
  if (!parsed.success) return undefined
  const { signatures, payload } = parsed.data
  const spelt = JSON.stringify({
    signatures: signatures.map(({ key, signature }) => ({ key, signature })),
    payload,
  })
  return spelt === text ? parsed.data : undefined
}

async function areSignaturesGood({ signatures, payload }: Envelope): Promise<boolean> {
  const signed = new TextEncoder().encode(payload)
  const verdicts = await Promise.all(
    signatures.map(async ({ key, signature }) => {
      try {
        const imported = await crypto.subtle.importKey('raw', fromHex(key), 'Ed25519', false, [
          'verify',
        ])
        return await crypto.subtle.verify('Ed25519', imported, fromHex(signature), signed)
      } catch {
        // Bytes that are no point of the curve: a key that nobody can sign with.
        return false
      }
    }),
  )
  return verdicts.every((isGood) => isGood)
}

function decode(bytes: Uint8Array<ArrayBuffer>): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
