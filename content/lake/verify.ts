import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pipeline } from 'node:stream/promises'
import type { LakeDocument } from './document.ts'
import { referencesOf } from './references.ts'
import { documentOf } from './row.ts'
import { type Complain, verifyChanges, verifyDatabase, verifyLog } from './verify-log.ts'

/** What was looked at, and what is not as it should be: nothing, where `complaints` is empty. */
export interface Verification {
  transactions: number
  changes: number
  documents: number
  references: number
  assets: number
  complaints: string[]
}

const ASSET_TYPES: readonly string[] = ['sanity.imageAsset', 'sanity.fileAsset']

/**
 * Proves a lake that nobody is writing to: its documents are what the log made of them, strong references
 * point to documents, assets have their bytes. Changes nothing.
 *
 * @param say hears how far it is
 * @throws the error of SQLite where the file cannot be opened as a lake
 */
export async function verifyLake({
  databaseFile,
  assetFolder,
  say = () => {},
}: {
  databaseFile: string
  assetFolder: string
  say?: (step: string) => void
}): Promise<Verification> {
  const complaints: string[] = []
  const complain: Complain = (complaint) => complaints.push(complaint)
  const database = new DatabaseSync(databaseFile, { readOnly: true })
  try {
    say('Checking the database')
    verifyDatabase(database, complain)
    say('Reading the log')
    const { transactions } = verifyLog(database, complain)
    const { changes, documents } = verifyChanges(database, complain)
    say('Checking references')
    const references = verifyReferences(database, complain)
    say('Checking assets')
    const assets = await verifyAssets(assetsIn(database), assetFolder, complain)
    return { transactions, changes, documents, references, assets, complaints }
  } finally {
    database.close()
  }
}

function verifyReferences(database: DatabaseSync, complain: Complain): number {
  const isKept = database.prepare('SELECT 1 FROM documents WHERE id = ?')
  let references = 0
  for (const document of readable(database)) {
    for (const { id, isStrong } of referencesOf(document)) {
      references += 1
      if (isStrong && !isKept.get(id)) {
        complain(`Document "${document._id}" refers to "${id}", which is missing`)
      }
    }
  }
  return references
}

function assetsIn(database: DatabaseSync): LakeDocument[] {
  return [...readable(database)].filter(({ _type }) => ASSET_TYPES.includes(_type))
}

/** Passes over those that cannot be read: they were complained of before. */
function* readable(database: DatabaseSync): Generator<LakeDocument> {
  for (const { body } of database.prepare('SELECT body FROM documents').iterate()) {
    try {
      const document = documentOf(body)
      if (document) yield document
    } catch {
      // Nothing more can be said of it.
    }
  }
}

async function verifyAssets(
  documents: readonly LakeDocument[],
  folder: string,
  complain: Complain,
): Promise<number> {
  for (const { _id, path, sha1hash, size } of documents) {
    const name = String(path).split('/').at(-1) ?? ''
    const found = await digest(join(folder, name)).catch(() => undefined)
    if (!found) complain(`Asset "${_id}": its file ${name} is missing or cannot be read`)
    else if (found.sha1 !== sha1hash) complain(`Asset "${_id}": its file ${name} has other bytes`)
    else if (found.size !== size) complain(`Asset "${_id}": its file ${name} has another size`)
  }
  return documents.length
}

async function digest(file: string): Promise<{ sha1: string; size: number }> {
  const hash = createHash('sha1')
  let size = 0
  await pipeline(createReadStream(file), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      hash.update(chunk)
      size += chunk.length
    }
  })
  return { sha1: hash.digest('hex'), size }
}
