import type { SanityClient } from '@sanity/client'
import { z } from 'zod'
import { differencesOf } from '#content/access/document-diff.ts'
import { isLakeDocument, type LakeDocument } from '#content/lake/document.ts'
import { DeskMistake } from './problem.ts'

const pastDocuments = z.object({ documents: z.array(z.unknown()) })
const revisionAuthor = z.object({ author: z.string() })

/** Tells somebody who looked at an older state of a document who has changed what since. */
export async function changedSince(
  client: SanityClient,
  document: LakeDocument,
  rev: string,
  nameOf: (person: string) => string,
): Promise<DeskMistake> {
  const { _id, _rev } = document
  const history = `/data/history/${client.config().dataset}`
  const [past, last] = await Promise.all([
    client.request({ uri: `${history}/documents/${_id}`, query: { revision: rev } }),
    client.request({
      uri: `${history}/transactions/${_id}`,
      query: { fromTransaction: _rev, limit: '1', excludeMutations: 'true' },
    }),
  ]).catch(() => [undefined, undefined])
  const [before] = pastDocuments.safeParse(past).data?.documents ?? []
  const fields = isLakeDocument(before)
    ? [...new Set(differencesOf(before, document).map(({ path }) => path[0] ?? ''))]
    : []
  const what = fields.length > 0 ? fields.join(', ') : 'it'
  const author = revisionAuthor.safeParse(lineOf(last)).data?.author
  const who = author === undefined ? 'Somebody' : nameOf(author)
  return new DeskMistake(
    409,
    'changed',
    `${who} has changed ${what} since you opened this. Look at it again, then decide.`,
  )
}

/** One line of JSON, which the client hands over as text. */
function lineOf(answer: unknown): unknown {
  if (typeof answer !== 'string') return answer
  try {
    return JSON.parse(answer)
  } catch {
    return undefined
  }
}
