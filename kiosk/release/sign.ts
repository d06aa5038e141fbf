import { toHex } from './bytes.ts'
import type { Envelope } from './release.ts'

/** An Ed25519 key pair that signs releases. `publicKey` is raw, in small hex digits. */
export type SigningKey = { privateKey: CryptoKey; publicKey: string }

/** Signs the exact bytes of `payload` with every key; two keys while one replaces the other. */
export async function signRelease(
  payload: string,
  keys: readonly SigningKey[],
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new TextEncoder().encode(payload)
  const signatures = await Promise.all(
    keys.map(async ({ privateKey, publicKey }) => ({
      key: publicKey,
      signature: toHex(new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, bytes))),
    })),
  )
  const envelope: Envelope = { signatures, payload }
  return new TextEncoder().encode(JSON.stringify(envelope))
}
