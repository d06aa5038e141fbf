import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { SanityClient } from '@sanity/client'
import { z } from 'zod'
import { Mistake } from '#content/model/errors.ts'
import type { Progress } from './progress.ts'

/** What people wrote about an asset. All else the lake finds out from the bytes, and keeps no more. */
const words = z.object({
  originalFilename: z.string().optional(),
  label: z.string().optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  altText: z.string().optional(),
  creditLine: z.string().optional(),
  source: z.record(z.string(), z.unknown()).optional(),
})

const assetMap = z.record(z.string(), words)

/**
 * Uploads the assets of an unpacked archive.
 *
 * @returns ids of the assets' documents by `images/name` or `files/name`
 * @throws Mistake that names the file which is not taken
 */
export async function uploadAssets(
  client: SanityClient,
  folder: string,
  progress: Progress,
): Promise<Map<string, string>> {
  const known = await readMap(path.join(folder, 'assets.json'))
  const names = (
    await Promise.all(['images', 'files'].map((inner) => namesIn(path.join(folder, inner), inner)))
  ).flat()
  const ids = new Map<string, string>()
  for (const name of names) {
    progress('Importing assets', ids.size, names.length)
    const kind = name.startsWith('images/') ? 'image' : 'file'
    const bytes = await readFile(path.join(folder, name))
    const hash = /\/([0-9a-f]{40})/.exec(name)?.[1] ?? ''
    const { originalFilename, ...told } = known[`${kind}-${hash}`] ?? {}
    // What kind a file is of, its name alone may say.
    const unnamed = kind === 'file' ? path.basename(name) : undefined
    const filename = originalFilename ?? unnamed
    const asset = await client.assets
      .upload(kind, bytes, filename === undefined ? {} : { filename })
      .catch((cause: Error) => {
        throw new Mistake('import', `The asset ${name} is not taken: ${cause.message}`, { cause })
      })
    if (Object.keys(told).length > 0) await client.patch(asset._id).set(told).commit()
    ids.set(name, asset._id)
  }
  return ids
}

async function readMap(file: string): Promise<z.infer<typeof assetMap>> {
  const text = await readFile(file, 'utf8').catch(() => '{}')
  try {
    return assetMap.parse(JSON.parse(text))
  } catch (cause) {
    throw new Mistake('import', 'assets.json of the archive cannot be read.', { cause })
  }
}

async function namesIn(folder: string, inner: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.sort().map((name) => `${inner}/${name}`)
}
