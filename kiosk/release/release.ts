import { z } from 'zod'
import { placeFacts } from '#content/model/facts.ts'
import { languageTag } from '#content/model/language-tag.ts'
import { FONT_FAMILIES, languageRecord } from '#content/model/languages.ts'
import { pictogramId } from '#content/model/pictograms.ts'
import { shortCode } from '#content/model/short-code.ts'

/** SHA-256 of a blob's bytes in small hex digits; also its address. */
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** Names the shape, and is signed with it, so that no other signed thing can pass for a release. */
export const RELEASE_FORMAT = 'waymark-release-1'

/**
 * What the screens of one place play. Everything but the facts travels as blobs, so that a changed
 * number costs a screen the facts only. Times are epoch milliseconds.
 */
export const release = z.object({
  format: z.literal(RELEASE_FORMAT),
  counter: z.number().int().positive(),
  createdAt: z.number().int().positive(),
  origin: z.url(),
  /** The placement whose code the QR codes bear. Absent: no QR code is shown. */
  code: shortCode.optional(),
  isSample: z.boolean(),
  facts: placeFacts,
  languages: z.array(languageRecord).min(1),
  /** Interface words by language: a blob of flat JSON each. */
  strings: z.record(languageTag, sha256),
  pictograms: z.partialRecord(pictogramId, sha256),
  /** QR codes by the language that they open the help page in. */
  codes: z.record(languageTag, sha256),
  fonts: z.array(
    z.object({ family: z.enum(FONT_FAMILIES), weight: z.enum(['400', '700']), blob: sha256 }),
  ),
  blobs: z
    .array(z.object({ sha256, type: z.string().max(100), bytes: z.number().int().nonnegative() }))
    .max(2000),
})
export type Release = z.infer<typeof release>

/**
 * A release as it travels. `payload` is the exact text that was signed. Keys are raw Ed25519 public keys
 * (32 bytes) and signatures 64 bytes, both in small hex digits; two while a key is being replaced.
 */
export const envelope = z.strictObject({
  signatures: z
    .array(
      z.strictObject({
        key: z.string().regex(/^[0-9a-f]{64}$/),
        signature: z.string().regex(/^[0-9a-f]{128}$/),
      }),
    )
    .min(1)
    .max(2),
  payload: z.string(),
})
export type Envelope = z.infer<typeof envelope>
