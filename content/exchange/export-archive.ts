import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { create } from 'tar'
import { Mistake } from '#content/model/errors.ts'
import { archiveAssets, archivedAsset, dropAssets } from './asset-fields.ts'
import { finishedFile } from './finished-file.ts'
import { askLake, type LakeDoor } from './lake-door.ts'
import type { Progress } from './progress.ts'
import { readLines } from './read-lines.ts'

/** What goes into an archive. */
export interface ExportOptions {
  hasAssets: boolean
  hasDrafts: boolean
}

type Fields = Record<string, unknown>

/** What the archive itself says of an asset, or the next lake finds out anew. */
const NOT_IN_MAP: readonly string[] = [
  '_id',
  '_type',
  'assetId',
  'extension',
  'mimeType',
  'path',
  'uploadId',
  'url',
]

/**
 * Writes the whole dataset as an archive in the format of `@sanity/export`, which `@sanity/import` reads.
 * An asset whose bytes are missing or wrong ends it.
 *
 * @see https://www.sanity.io/docs/content-lake/importing-data for the format
 * @returns how many documents and assets are in it
 */
export async function exportArchive(
  door: LakeDoor,
  file: string,
  { hasAssets, hasDrafts, progress }: ExportOptions & { progress: Progress },
): Promise<{ documents: number; assets: number }> {
  return finishedFile(file, async ({ folder, part }) => {
    const root = `${door.dataset}-export`
    const inside = path.join(folder, root)
    for (const name of ['images', 'files']) {
      await mkdir(path.join(inside, name), { recursive: true })
    }
    const assets: Fields[] = []
    let documents = 0
    const lines = async function* () {
      for await (const document of readDocuments(door)) {
        if (isLeftOut(document, hasDrafts)) continue
        if (isAsset(document)) {
          assets.push(document)
          continue
        }
        documents += 1
        progress('Exporting documents', documents)
        yield `${JSON.stringify(hasAssets ? archiveAssets(document) : dropAssets(document))}\n`
      }
    }
    await pipeline(lines, createWriteStream(path.join(inside, 'data.ndjson')))
    const taken = hasAssets ? assets : []
    const map: Record<string, Fields> = {}
    for (const [index, asset] of taken.entries()) {
      progress('Exporting assets', index, taken.length)
      const { kind, sha1 } = await takeAsset(door, asset, inside)
      map[`${kind}-${sha1}`] = Object.fromEntries(
        Object.entries(asset).filter(([name]) => !NOT_IN_MAP.includes(name)),
      )
    }
    await writeFile(path.join(inside, 'assets.json'), JSON.stringify(map))
    progress('Packing')
    await create({ cwd: folder, file: part, gzip: true, portable: true }, [root])
    await chmod(part, 0o600)
    return { documents, assets: taken.length }
  })
}

async function* readDocuments(door: LakeDoor): AsyncGenerator<Fields> {
  const answer = await askLake(door, `v2025-02-19/data/export/${door.dataset}`)
  for await (const line of readLines(answer, 'The export')) {
    if (typeof line === 'object' && line !== null) yield { ...line }
  }
}

function isLeftOut({ _id }: Fields, hasDrafts: boolean): boolean {
  const id = String(_id)
  return id.startsWith('_.') || (!hasDrafts && /^(drafts|versions)\./.test(id))
}

function isAsset({ _type }: Fields): boolean {
  return _type === 'sanity.imageAsset' || _type === 'sanity.fileAsset'
}

async function takeAsset(door: LakeDoor, { _id, sha1hash, path: address }: Fields, inside: string) {
  const asset = archivedAsset(String(_id))
  if (!asset) throw broken(_id, 'its id is not one of an asset')
  const answer = await askLake(door, String(address)).catch((cause: Error) => {
    throw broken(_id, cause.message, cause)
  })
  const hash = createHash('sha1')
  const target = path.join(inside, `${asset.kind}s`, asset.name)
  const hashed = async function* (chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      hash.update(chunk)
      yield chunk
    }
  }
  await pipeline(answer, hashed, createWriteStream(target))
  const sha1 = hash.digest('hex')
  if (sha1 !== sha1hash) throw broken(_id, 'its bytes are not those that were kept')
  return { kind: asset.kind, sha1 }
}

function broken(id: unknown, reason: string, cause?: unknown): Mistake {
  return new Mistake(
    'export',
    `The asset "${String(id)}" cannot be exported: ${reason}. "verify" tells of all that is damaged; with --no-assets documents go alone.`,
    { cause },
  )
}
