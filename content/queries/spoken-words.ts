import { z } from 'zod'
import { type PublicRecording, type PublicText, publicRecording } from '#content/model/facts.ts'
import { FILM_TYPES, mediaName, publicMedia, SOUND_TYPES } from '#content/model/media.ts'
import { isOfWords, SPOKEN_FIELDS, type SpokenType } from '#content/model/spoken-texts.ts'

const storedFile = z.object({ id: z.string(), type: z.string(), bytes: z.number() })

/** A recording as the queries give it: let out, and not yet compared with the words that are shown. */
const storedRecording = publicRecording.omit({ files: true }).extend({
  sourceHash: z.string(),
  file: storedFile.optional(),
  otherFile: storedFile.optional(),
})

/** What a document with texts that are read aloud may bring along, besides its public facts. */
export const STORED_RECORDINGS = { recordings: z.array(z.unknown()).optional() }

type Words = { [field: string]: unknown; recordings?: unknown[] | undefined }

/**
 * A document's facts with its recordings as the public may have them: those that say the very words of a text that is
 * public in their language now, in formats that telephones play. The others are left out, whatever they are.
 */
export function withSpokenWords<Facts extends Words>(
  { recordings = [], ...facts }: Facts,
  type: SpokenType,
): Omit<Facts, 'recordings'> & { recordings?: PublicRecording[] } {
  const fields: readonly string[] = SPOKEN_FIELDS[type]
  const said = recordings.flatMap((item) => {
    const { data } = storedRecording.safeParse(item)
    if (data === undefined || !fields.includes(data.field)) return []
    const { file, otherFile, sourceHash, ...recording } = data
    const words = wordsIn(facts[data.field], data.language)
    const files = mediaOf([file, otherFile], data.sign === undefined ? SOUND_TYPES : FILM_TYPES)
    const isPublic = words !== undefined && isOfWords({ sourceHash }, words) && files.length > 0
    return isPublic ? [{ ...recording, files }] : []
  })
  return { ...facts, ...(said.length > 0 && { recordings: said }) }
}

function wordsIn(text: unknown, language: string): string | undefined {
  return publicTextOf(text).find((one) => one.language === language)?.text
}

const texts = z.array(z.object({ language: z.string(), text: z.string() }))

function publicTextOf(text: unknown): PublicText {
  return texts.safeParse(text).data ?? []
}

function mediaOf(
  files: readonly (z.infer<typeof storedFile> | undefined)[],
  types: readonly string[],
) {
  return files.flatMap((file) => {
    if (file === undefined || !types.includes(file.type)) return []
    return publicMedia.safeParse({ ...file, name: mediaName(file.id) }).data ?? []
  })
}
