import type { SanityClient } from '@sanity/client'
import type { Logger } from 'pino'
import type { RecordingReview, TextReview } from '#content/model/documents/recording.ts'
import type { LanguageTag } from '#content/model/language-tag.ts'
import { LIST_LIMIT } from '#content/model/limits.ts'
import { recordingsOf } from '#content/model/spoken-texts.ts'
import { textHash } from '#content/model/text-hash.ts'
import type { Block } from './read-block.ts'
import type { StoredDocument } from './stored-versions.ts'

/** Which text of which document was answered about, and what was shown of it. */
export type Answered = {
  versions: readonly StoredDocument[]
  field: string
  language: LanguageTag
  block: Block
}

/** Most answers that a document keeps to its texts. */
const MOST_TEXT_REVIEWS = 500

/**
 * Writes an answer into the document, draft and published version alike, so that none of them loses it. False where
 * it has as many as it may have. Throws what the lake says if neither version takes it, and logs it if one does not.
 */
export async function keepAnswer(
  client: SanityClient,
  { versions, field, language, block }: Answered,
  review: RecordingReview,
  log: Pick<Logger, 'warn'>,
): Promise<boolean> {
  const { recording, text } = block
  const patches = versions.flatMap((version) => {
    const patch = client.patch(version._id)
    if (recording === undefined) {
      const kept: unknown[] = Array.isArray(version['textReviews']) ? version['textReviews'] : []
      if (kept.length >= MOST_TEXT_REVIEWS) return []
      const said: TextReview = { ...review, field, language, textHash: textHash(text) }
      return [patch.setIfMissing({ textReviews: [] }).append('textReviews', [said])]
    }
    const take = recordingsOf(version, field, language).find(({ _key }) => _key === recording.key)
    if (take === undefined || (take.reviews ?? []).length >= LIST_LIMIT) return []
    const path = `audio[_key=="${recording.key}"].reviews`
    return [patch.setIfMissing({ [path]: [] }).append(path, [review])]
  })
  const outcomes = await Promise.allSettled(patches.map((patch) => patch.commit()))
  const failed = outcomes.find((outcome) => outcome.status === 'rejected')
  const isKept = outcomes.some(({ status }) => status === 'fulfilled')
  if (failed && !isKept) throw failed.reason
  if (failed) log.warn({ err: failed.reason }, 'An answer is kept in one version of two')
  return isKept
}
