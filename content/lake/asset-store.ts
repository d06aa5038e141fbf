import { openAsBlob } from 'node:fs'
import { mkdir, mkdtemp, open, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StorageFailure } from './errors.ts'
import { assetFailure } from './storage-failure.ts'

/** A kept file. `bytes` are read from the disk only when asked for. */
export interface StoredAsset {
  path: string
  bytes: Blob
}

/** Files by name; a name stands for the same bytes for ever. */
export interface AssetStore {
  /** Runs some work with a place for its unfinished files, and clears that place whatever happens. */
  withWorkplace<T>(work: (folder: string) => Promise<T>): Promise<T>
  /** Takes a finished file over under a name; on return it is on the disk. Throws {@link StorageFailure}. */
  keep(name: string, path: string): Promise<void>
  /** Undefined where there is nothing of that name. */
  open(name: string): Promise<StoredAsset | undefined>
  /** Folder of pictures that could be drawn anew. */
  renditionFolder(): Promise<string>
  close(): Promise<void>
}

/** Assets as files in the folder `assets`; for `:memory:` in a folder that is gone on {@link AssetStore.close}. */
export function createAssetStore(dataFolder: string): AssetStore {
  const isKept = dataFolder !== ':memory:'
  const prepare = async () => {
    const root = isKept ? dataFolder : await mkdtemp(join(tmpdir(), 'waymark-assets-'))
    const [kept, unfinished, renditions] = ['assets', 'assets/unfinished', 'renditions'].map(
      (name) => join(root, name),
    )
    if (!kept || !unfinished || !renditions) throw new StorageFailure('no-folder', 'No folder')
    await rm(unfinished, { recursive: true, force: true })
    await mkdir(unfinished, { recursive: true })
    await mkdir(renditions, { recursive: true })
    return { root, kept, unfinished, renditions }
  }
  let prepared: ReturnType<typeof prepare> | undefined
  const folders = () => {
    prepared ??= prepare().catch((cause) => {
      prepared = undefined
      throw assetFailure(cause)
    })
    return prepared
  }

  return {
    async withWorkplace(work) {
      const { unfinished } = await folders()
      const folder = await mkdtemp(join(unfinished, 'w-')).catch(failed)
      try {
        return await work(folder)
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },
    async keep(name, path) {
      const { kept } = await folders()
      const target = join(kept, name)
      if (await sizeOf(target)) return
      await flush(path)
        .then(() => rename(path, target))
        .then(() => flush(kept))
        .catch(failed)
    },
    async open(name) {
      const path = join((await folders()).kept, name)
      return (await sizeOf(path)) === undefined
        ? undefined
        : { path, bytes: await openAsBlob(path) }
    },
    renditionFolder: async () => (await folders()).renditions,
    async close() {
      if (!isKept && prepared) await rm((await prepared).root, { recursive: true, force: true })
    },
  }
}

function failed(cause: unknown): never {
  throw assetFailure(cause)
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size
  } catch {
    return undefined
  }
}
