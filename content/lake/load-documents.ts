import type { DatabaseSync } from 'node:sqlite'
import { isLakeDocument, type LakeDocument } from './document.ts'
import { LakeBug } from './errors.ts'
import { textOf } from './row.ts'

/** Documents read at once. Fetching and parsing them one by one was measured to take nearly twice as long. */
const PORTION = 500

/** All current documents, in order of `_id`. */
export function* loadDocuments(database: DatabaseSync): Generator<LakeDocument> {
  const portion = database.prepare(`
    SELECT '[' || group_concat(body) || ']' AS bodies, max(id) AS last
    FROM (SELECT id, body FROM documents WHERE id > ? ORDER BY id LIMIT ${PORTION})`)
  for (let last = ''; ; ) {
    const row = portion.get(last) ?? {}
    if (row['last'] === null) return
    const documents: unknown = JSON.parse(textOf(row, 'bodies'))
    if (!Array.isArray(documents)) throw new LakeBug('kept documents are not a list')
    for (const document of documents) {
      if (!isLakeDocument(document)) throw new LakeBug('a kept document lacks its system fields')
      yield document
    }
    last = textOf(row, 'last')
  }
}
