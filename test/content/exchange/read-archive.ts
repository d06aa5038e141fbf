import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extract } from 'tar'

/** What an archive holds, in an order of its own so that two can be compared. */
export interface ArchiveContent {
  documents: Record<string, unknown>[]
  assetMap: Record<string, Record<string, unknown>>
  /** SHA-1 of each file by its name. */
  files: Record<string, string>
}

/** Opens an archive, whoever wrote it. */
export async function readArchive(file: string): Promise<ArchiveContent> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-archive-'))
  try {
    await extract({ file, cwd: folder })
    const [root = ''] = await readdir(folder)
    const inside = join(folder, root)
    const lines = (await readFile(join(inside, 'data.ndjson'), 'utf8')).split('\n').filter(Boolean)
    const files: Record<string, string> = {}
    for (const kind of ['images', 'files']) {
      for (const name of await readdir(join(inside, kind))) {
        const bytes = await readFile(join(inside, kind, name))
        files[`${kind}/${name}`] = createHash('sha1').update(bytes).digest('hex')
      }
    }
    return {
      documents: lines.map((line) => JSON.parse(line)).sort((a, b) => (a._id < b._id ? -1 : 1)),
      assetMap: JSON.parse(await readFile(join(inside, 'assets.json'), 'utf8')),
      files,
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** An archive without what every import writes anew: revisions, times of change, names of files without one. */
export function lasting({ documents, assetMap, files }: ArchiveContent): ArchiveContent {
  const without = (names: readonly string[], document: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(document).filter(([name]) => !names.includes(name)))
  const system = ['_rev', '_updatedAt']
  return {
    documents: documents.map((document) => without(system, document)),
    assetMap: Object.fromEntries(
      Object.entries(assetMap).map(([id, asset]) => [
        id,
        without(
          [...system, '_createdAt', ...(isUnnamed(asset) ? ['originalFilename'] : [])],
          asset,
        ),
      ]),
    ),
    files,
  }
}

// Sanity's import calls a file that had no name as it is called in the archive.
function isUnnamed({ originalFilename, sha1hash }: Record<string, unknown>): boolean {
  return String(originalFilename).startsWith(String(sha1hash))
}
