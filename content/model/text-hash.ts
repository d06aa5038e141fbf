import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * Fingerprint of a text that a translation was made from: SHA-256, first 16 hex digits, after NFC.
 * Changing a comma changes it, and so makes every translation outdated.
 */
export function textHash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text.normalize('NFC')))).slice(0, 16)
}
