import { setImmediate as nextTurn } from 'node:timers/promises'
import type { LakeDocument } from '#content/lake/document.ts'
import { FRAME_TYPES, MATRIX_TYPES, type MatrixAnswer, matrixIds } from '#content/model/matrix.ts'
import { matrixCampaignOf, matrixDocumentOf } from '#content/model/matrix-document.ts'
import type { DeskAsked, DeskRooms } from './context.ts'
import { DeskMistake } from './problem.ts'

const DRAFT = 'drafts.'
// A few milliseconds of work: whoever waits for a help page comes in between.
const AT_ONCE = 100
const TYPES = new Set([...MATRIX_TYPES, ...FRAME_TYPES])

/**
 * Answers what the matrix of translations shows: drafts over what is published, as far as the person may see them.
 * As a query over 40,000 texts it took half a second and a process of its own.
 */
export async function answerMatrix(
  asked: DeskAsked,
  { documents }: Pick<DeskRooms, 'documents'>,
): Promise<Response> {
  const wanted = wantedIds(asked.req.query('ids'))
  const { audience } = asked.var.identity
  const found = new Map<string, LakeDocument>()
  for (const document of documents()) {
    const { _id, _type } = document
    if (!TYPES.has(_type) || _id.startsWith('versions.')) continue
    const id = publishedIdOf(_id)
    if (wanted !== undefined && !wanted.has(id) && _type !== 'campaign') continue
    if (_id === id && found.has(id)) continue
    const seen = audience.see(document)
    if (seen) found.set(id, seen)
  }
  const answer: MatrixAnswer = { documents: [], campaigns: [] }
  let count = 0
  for (const [id, document] of found) {
    if (document._type === 'campaign') answer.campaigns.push(matrixCampaignOf(id, document))
    else if (document._type !== 'language') answer.documents.push(matrixDocumentOf(id, document))
    if (++count % AT_ONCE === 0) await nextTurn()
  }
  answer.campaigns.sort((a, b) => a.name.localeCompare(b.name))
  return asked.json(answer)
}

function wantedIds(ids: string | undefined): ReadonlySet<string> | undefined {
  if (ids === undefined) return undefined
  const { data } = matrixIds.safeParse(ids)
  if (data) return new Set(data)
  const message = 'The ids asked for are too many, or not ids. Reload the tool.'
  throw new DeskMistake(400, 'matrix-ids', message)
}

function publishedIdOf(id: string): string {
  return id.startsWith(DRAFT) ? id.slice(DRAFT.length) : id
}
