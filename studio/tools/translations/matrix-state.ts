import type { MatrixAnswer, MatrixDocument } from '#content/model/matrix.ts'
import { guideRowsOf, type MatrixRow, rowsOfDocument } from './rows.ts'

/** What is known of all documents; a change makes a new one, and keeps what has not changed. */
export type MatrixState = Pick<MatrixAnswer, 'campaigns'> & {
  documents: ReadonlyMap<string, MatrixDocument>
}

// Rows of a document are worked out once: hashes of the sources are what costs.
const known = new WeakMap<MatrixDocument, MatrixRow[]>()

/** The state after everything was read. */
export function stateOfAnswer({ documents, campaigns }: MatrixAnswer): MatrixState {
  const inOrder = documents.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
  return { campaigns, documents: new Map(inOrder.map((one) => [bareId(one._id), one])) }
}

/** The state after some documents were read anew; those asked for and not found are gone. */
export function patchState(
  state: MatrixState,
  asked: readonly string[],
  found: readonly MatrixDocument[],
): MatrixState {
  const documents = new Map(state.documents)
  const news = new Map(found.map((one) => [bareId(one._id), one]))
  for (const id of asked) {
    const one = news.get(id)
    if (one) documents.set(id, one)
    else documents.delete(id)
  }
  return { ...state, documents }
}

/** The rows of all documents, in their order; those of unchanged documents are the same objects as before. */
export function rowsOfState({ documents }: MatrixState): MatrixRow[] {
  const all = [...documents.values()]
  const rows = all.flatMap((document) => {
    const before = known.get(document)
    if (before) return before
    const made = rowsOfDocument(document)
    known.set(document, made)
    return made
  })
  return [...rows, ...guideRowsOf(all)]
}

function orderOf({ _type, _id }: MatrixDocument): string {
  return `${_type} ${bareId(_id)}`
}

/** The id of the published document, whichever version is meant. */
export function bareId(id: string): string {
  return id.replace(/^drafts\./, '').replace(/^versions\.[^.]+\./, '')
}
