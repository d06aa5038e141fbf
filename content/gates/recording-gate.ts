import { type Recording, recording } from '#content/model/documents/recording.ts'
import {
  approvedWords,
  holdsNumber,
  isSpokenType,
  SPOKEN_FIELDS,
} from '#content/model/spoken-texts.ts'
import { textHash } from '#content/model/text-hash.ts'
import { isFree, type ProposedChange, pathOf, type Refusal } from './refusal.ts'

/**
 * Refuses a recording that is let out by this change and does not say the words that are approved, or says a number.
 * One that was let out before stays as it is: words that change make it outdated, which staff see.
 */
export function recordingGate(
  changes: readonly (ProposedChange & { before?: Record<string, unknown> })[],
): Refusal[] {
  return changes.flatMap((change) => {
    const { id, after, before } = change
    if (after === undefined || isFree(change) || !isSpokenType(after['_type'])) return []
    const fields: readonly string[] = SPOKEN_FIELDS[after['_type']]
    const known = new Set(approvedIn(before).map(sameness))
    return approvedIn(after).flatMap((one): Refusal[] => {
      if (known.has(sameness(one))) return []
      const fault = faultOf(one, after, fields)
      if (fault === undefined) return []
      const path = pathOf(['audio', one.at])
      const which = `The recording of ${one.field} in ${one.language}`
      return [{ documentId: id, path, message: `${which} cannot be published: ${fault}` }]
    })
  })
}

type Approved = Pick<Recording, 'field' | 'language' | 'sourceHash' | 'sign'> & {
  at: number
  files: string[]
}

function approvedIn(document: Record<string, unknown> | undefined): Approved[] {
  const items: unknown[] = Array.isArray(document?.['audio']) ? document['audio'] : []
  return items.flatMap((item, at): Approved[] => {
    const { data } = recording.safeParse(item)
    if (data?.approvedBy === undefined) return []
    const { field, language, sourceHash, sign, file, otherFile } = data
    const files = [file, otherFile].flatMap((one) => one?.asset._ref ?? [])
    return [{ at, field, language, sourceHash, sign, files }]
  })
}

function sameness({ field, language, sourceHash, sign, files }: Approved): string {
  return [field, language, sourceHash, sign, ...files].join(' ')
}

function faultOf(
  { field, language, sourceHash }: Approved,
  document: Record<string, unknown>,
  fields: readonly string[],
): string | undefined {
  if (!fields.includes(field))
    return `no text of this document is called "${field}". Remove the recording.`
  const words = approvedWords(document, field, language)
  if (words === undefined)
    return 'its text is not approved. Approve the text first, or remove the recording.'
  if (textHash(words) !== sourceHash)
    return 'the approved text is another one by now. Record it again.'
  if (holdsNumber(words)) {
    return 'its text holds a number, and numbers come from facts. Remove the recording, or write the text without digits.'
  }
  return undefined
}
