import { loadStrings } from '#content/locales/load.ts'
import { BUILT_IN_LANGUAGES } from '#content/model/languages.ts'
import { buildRelease, type ReleaseInput } from '../../kiosk/release/build.ts'
import { toHex } from '../../kiosk/release/bytes.ts'
import { type SigningKey, signRelease } from '../../kiosk/release/sign.ts'
import { NOON, stationFacts } from './facts.ts'

/** A fresh key pair. */
export async function makeKey(): Promise<SigningKey> {
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])
  if (!('publicKey' in pair)) throw new Error('Ed25519 gives a pair')
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
  return { privateKey: pair.privateKey, publicKey: toHex(raw) }
}

/** What `buildRelease` wants, without fonts. */
export async function releaseInput(changes: Partial<ReleaseInput> = {}): Promise<ReleaseInput> {
  return {
    facts: stationFacts(),
    languages: BUILT_IN_LANGUAGES,
    strings: await loadStrings(),
    cutFonts: async () => [],
    code: undefined,
    origin: 'https://waymark.example',
    isSample: true,
    now: NOON,
    previousCounter: 0,
    ...changes,
  }
}

/** A signed release of the test station. */
export async function signedRelease(
  key: SigningKey,
  changes: Partial<ReleaseInput> = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const { payload } = await buildRelease(await releaseInput(changes))
  return signRelease(payload, [key])
}
