import { z } from 'zod'
import { day } from '../ids.ts'
import { languageTag } from '../language-tag.ts'
import { LIST_LIMIT } from '../limits.ts'
import { signLanguageTag } from '../sign-languages.ts'
import { rejection } from '../translation.ts'
import { uploadedFile } from './base.ts'

/** What somebody without an account said about a recording, by a review link. */
export const recordingReview = z.object({
  _key: z.string(),
  verdict: z.enum(['right', 'wrong']),
  note: uploadedFile.optional(),
  on: day,
})

export type RecordingReview = z.infer<typeof recordingReview>

/**
 * A recording of one text in one language, `field` being the attribute that holds the text. Approved like text:
 * `sourceHash` is of the words that are spoken. It never holds numbers or hours. Several may stand for one text: the
 * one that was let out stays until its replacement is approved, and one that was sent back keeps the reason.
 * `otherFile` says the very same in another format (Opus and AAC), for telephones that cannot play the first. With
 * `sign` it is a film in that sign language, translated from these words.
 */
export const recording = z.object({
  _key: z.string(),
  field: z.string().min(1).max(40),
  language: languageTag,
  file: uploadedFile,
  otherFile: uploadedFile.optional(),
  sign: signLanguageTag.optional(),
  sourceHash: z.string(),
  recordedBy: z.string().min(1).optional(),
  recordedOn: day.optional(),
  approvedBy: z.string().min(1).optional(),
  approvedOn: day.optional(),
  rejected: rejection.optional(),
  reviews: z.array(recordingReview).max(LIST_LIMIT).optional(),
})
export type Recording = z.infer<typeof recording>

/** All recordings of a document's texts. */
export const recordings = z.array(recording).max(500)

/** What somebody without an account said about a text that has no recording, by a review link. */
export const textReview = recordingReview.extend({
  field: z.string().min(1).max(40),
  language: languageTag,
  /** Of the words that were read. */
  textHash: z.string(),
})
export type TextReview = z.infer<typeof textReview>

/** All such answers to a document's texts. For staff only. */
export const textReviews = z.array(textReview).max(500)
