import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Mistake } from '#content/model/errors.ts'
import { toHex } from '../release/bytes.ts'
import type { SigningKey } from '../release/sign.ts'

const FILE = 'release-signing-key.jwk'

/** Reads the key that signs releases, or makes it at the first start: readable by its owner only (mode 0600). */
export async function openSigningKey(secretsFolder: string): Promise<SigningKey> {
  await mkdir(secretsFolder, { recursive: true, mode: 0o700 })
  const file = path.join(secretsFolder, FILE)
  const written = await readIfThere(file)
  if (written !== undefined) return importKey(written, file)
  const made = await makeKey()
  try {
    // Two processes may start at once: the first to create the file wins, the other reads it.
    await writeFile(file, made, { flag: 'wx', mode: 0o600 })
  } catch (cause) {
    const other = await readIfThere(file)
    if (other === undefined) throw cause
    return importKey(other, file)
  }
  return importKey(made, file)
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    const text = await readFile(file, 'utf8')
    await chmod(file, 0o600)
    return text
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined
    throw cause
  }
}

async function makeKey(): Promise<string> {
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])
  return JSON.stringify(await crypto.subtle.exportKey('jwk', pair.privateKey))
}

async function importKey(text: string, file: string): Promise<SigningKey> {
  try {
    const { d, x, kty, crv } = JSON.parse(text)
    const privateKey = await crypto.subtle.importKey('jwk', { kty, crv, d, x }, 'Ed25519', false, [
      'sign',
    ])
    return { privateKey, publicKey: toHex(Buffer.from(x, 'base64url')) }
  } catch (cause) {
    throw new Mistake(
      'signing-key',
      `The file ${file} holds no Ed25519 key. Put back the one from your backup: screens trust no other.`,
      { cause },
    )
  }
}
