import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'

/** Kinds of sound that pages offer: Opus in its two containers, AAC, and MP3. Larger ones are not for a 2G line. */
export const SOUND_TYPES = ['audio/webm', 'audio/ogg', 'audio/mp4', 'audio/mpeg'] as const
/** Kinds of film that pages offer. */
export const FILM_TYPES = ['video/mp4', 'video/webm'] as const

/** Address of a recording's bytes, without the name. */
export const MEDIA_PATH = '/media/'

/** One file of a recording, as the public may load it. `name` stands in its address. */
export const publicMedia = z.object({
  name: z.string().regex(/^[0-9a-f]{32}$/),
  type: z.enum([...SOUND_TYPES, ...FILM_TYPES]),
  bytes: z.number().int().positive(),
})
export type PublicMedia = z.infer<typeof publicMedia>

/**
 * The name of an uploaded file in public addresses, from its asset's id, which holds the hash of its bytes: 32
 * hexadecimal digits that nobody can guess, and that do not lead back to the asset, where it may lie for longer.
 */
export function mediaName(assetId: string): string {
  return bytesToHex(sha256(utf8ToBytes(assetId))).slice(0, 32)
}
