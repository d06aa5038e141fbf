import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { SanityClient } from '@sanity/client'
import type { AnyDocument } from '#content/model/documents/any-document.ts'
import type { Recording } from '#content/model/documents/recording.ts'
import { approvedWords } from '#content/model/spoken-texts.ts'
import { textHash } from '#content/model/text-hash.ts'
import { approvalDay, DEMO_REVIEWER } from './shorthand.ts'

/** Which text of the demo has a recording, and in which languages. */
const SPOKEN = { id: 'helpline-open-door', field: 'whatHappens', languages: ['en', 'ar', 'ti'] }

/** Three made notes in place of a voice: the demo has no speakers. */
const SOUND = path.join(import.meta.dirname, 'sample-sound.weba')

/** Uploads the demo's only sound. Returns the id of its asset; the same each time. */
export async function uploadSampleSound(client: SanityClient): Promise<string> {
  const filename = path.basename(SOUND)
  const { _id } = await client.assets.upload('file', await readFile(SOUND), { filename })
  return _id
}

/** The documents with the sound as an approved recording of the one text that has it. Leaves the rest as they are. */
export function withSampleSound(documents: AnyDocument[], asset: string, now: Date): AnyDocument[] {
  return documents.map((document) =>
    document._type === 'helpline' && document._id === SPOKEN.id
      ? { ...document, audio: SPOKEN.languages.flatMap((tag) => take(document, tag, asset, now)) }
      : document,
  )
}

function take(
  document: Extract<AnyDocument, { _type: 'helpline' }>,
  language: string,
  asset: string,
  now: Date,
): Recording[] {
  const { field } = SPOKEN
  const words = approvedWords(document, field, language)
  if (words === undefined) return []
  const on = approvalDay(now)
  return [
    {
      ...{ _key: `sound-${language}`, field, language, sourceHash: textHash(words) },
      file: { _type: 'file', asset: { _type: 'reference', _ref: asset } },
      ...{ recordedBy: DEMO_REVIEWER, recordedOn: on, approvedBy: DEMO_REVIEWER, approvedOn: on },
    },
  ]
}
