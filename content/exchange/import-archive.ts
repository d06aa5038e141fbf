import { createReadStream } from 'node:fs'
import { access, constants } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { SanityClient } from '@sanity/client'
import { sanityImport } from '@sanity/import'
import { z } from 'zod'
import { Mistake } from '#content/model/errors.ts'
import { referToAssets } from './asset-fields.ts'
import type { Progress } from './progress.ts'
import { readLines } from './read-lines.ts'
import { unpackTar } from './unpack-tar.ts'
import { uploadAssets } from './upload-assets.ts'
import { withWorkplace } from './workplace.ts'

/** What becomes of documents that are there already: nothing comes in, or they give way, or they stay. */
export type WhereThere = 'refuse' | 'replace' | 'keep'

/** Bytes of documents in an archive: far above the 400 MB that 100,000 of them take in memory. */
const MOST_DOCUMENT_BYTES = 4 * 1024 ** 3
const MOST_ASSET_BYTES = 128 * 1024 ** 2
/** Ids that are looked up in one query. */
const IDS_AT_ONCE = 1000

const document = z.looseObject({ _id: z.string().min(1), _type: z.string().min(1) })
type ArchivedDocument = z.infer<typeof document>

/**
 * Brings the documents and assets of an archive in. Assets come first, so that no document is ever without
 * its pictures; then `@sanity/import` brings the documents in any order and makes references strong.
 *
 * @param client of somebody who may write, seeing documents as stored
 * @returns how many documents were written, how many were there, how many assets came
 * @throws Mistake where the archive cannot be used, or what it would write is there already
 */
export async function importArchive(
  client: SanityClient,
  file: string,
  { whereThere, progress }: { whereThere: WhereThere; progress: Progress },
): Promise<{ written: number; kept: number; assets: number }> {
  await access(file, constants.R_OK).catch((cause: unknown) => {
    throw new Mistake('import', `There is no file ${file} that could be read.`, { cause })
  })
  const source = createReadStream(file)
  try {
    return await withWorkplace(path.join(tmpdir(), 'waymark-import-'), async (folder) => {
      progress('Unpacking')
      await unpackTar(source, { folder, nameOf, mostBytes })
      return bringIn(client, folder, { whereThere, progress })
    })
  } finally {
    source.destroy()
  }
}

async function bringIn(
  client: SanityClient,
  folder: string,
  { whereThere, progress }: { whereThere: WhereThere; progress: Progress },
) {
  const documents = await readDocuments(path.join(folder, 'data.ndjson'))
  const there = await idsThere(client, documents, progress)
  if (whereThere === 'refuse' && there.size > 0) throw areThere(there)
  const chosen = whereThere === 'keep' ? documents.filter(({ _id }) => !there.has(_id)) : documents
  const idOf = await uploadAssets(client, folder, progress)
  const whole = chosen.map((one) =>
    document.parse(
      referToAssets(one, (asset, written) => {
        const id = asset && idOf.get(`${asset.kind}s/${asset.name}`)
        if (id !== undefined) return id
        const lost = `Document "${one._id}" has ${written}, which is not in the archive.`
        throw new Mistake('import', lost)
      }),
    ),
  )
  await sanityImport(whole, {
    client,
    operation: whereThere === 'replace' ? 'createOrReplace' : 'create',
    onProgress: ({ step, current, total }) => progress(step, current, total),
  }).catch(explainHalfway)
  return { written: whole.length, kept: documents.length - whole.length, assets: idOf.size }
}

/** `anything/images/name` is `images/name`: exports have one folder around everything. */
function nameOf(entry: string): string | undefined {
  const [, name] =
    /^(?:[^/]+\/){0,2}?(data\.ndjson|assets\.json|(?:images|files)\/[^/]+)$/.exec(entry) ?? []
  return name
}

function mostBytes(name: string): number {
  return name.includes('/') ? MOST_ASSET_BYTES : MOST_DOCUMENT_BYTES
}

async function readDocuments(file: string): Promise<ArchivedDocument[]> {
  await access(file).catch((cause: unknown) => {
    throw new Mistake('import', 'The archive has no data.ndjson: it is no export of a dataset.', {
      cause,
    })
  })
  const documents = new Map<string, ArchivedDocument>()
  let line = 0
  for await (const value of readLines(createReadStream(file), 'data.ndjson')) {
    line += 1
    const read = document.safeParse(value)
    if (!read.success) {
      throw new Mistake('import', `data.ndjson, document ${line}: it has no _id or no _type.`)
    }
    const { _id, _type } = read.data
    if (/^sanity\.\w+Asset$/.test(_type)) {
      throw new Mistake('import', 'This is a raw export, without the assets. Export without --raw.')
    }
    if (documents.has(_id)) throw new Mistake('import', `data.ndjson has "${_id}" twice.`)
    if (!_id.startsWith('_.')) documents.set(_id, read.data)
  }
  return [...documents.values()]
}

async function idsThere(
  client: SanityClient,
  documents: readonly ArchivedDocument[],
  progress: Progress,
): Promise<Set<string>> {
  const there = new Set<string>()
  for (let from = 0; from < documents.length; from += IDS_AT_ONCE) {
    progress('Looking for documents that are there', from, documents.length)
    const ids = documents.slice(from, from + IDS_AT_ONCE).map(({ _id }) => _id)
    const found = await client.fetch<string[]>(
      '*[_id in $ids]._id',
      { ids },
      { perspective: 'raw' },
    )
    for (const id of found) there.add(id)
  }
  return there
}

function areThere(there: ReadonlySet<string>): Mistake {
  const some = [...there].slice(0, 3).join(', ')
  return new Mistake(
    'import',
    `${there.size} of the documents are there already (${some}${there.size > 3 ? ', ...' : ''}). Write --missing to leave them as they are, or --replace.`,
  )
}

function explainHalfway(cause: unknown): never {
  const reason = cause instanceof Error ? cause.message : String(cause)
  throw new Mistake(
    'import',
    `The import ended half-way: ${reason}\nWhat came in stays. Mend what is wrong and run it again with --replace.`,
    { cause },
  )
}
