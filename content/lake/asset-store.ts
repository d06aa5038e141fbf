import { openAsBlob } from 'node:fs'
import { access, mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StorageFailure } from './errors.ts'

/** Bytes by name; a name stands for the same bytes for ever. */
export interface AssetStore {
  /** Keeps the bytes; on return they are on the disk. Throws {@link StorageFailure}. */
  keep(name: string, bytes: Uint8Array): Promise<void>
  /** The bytes, read only when asked for; undefined where there are none of that name. */
  open(name: string): Promise<Blob | undefined>
}

/** Assets as files in the folder `assets`, or in memory for `:memory:`. */
export function createAssetStore(dataFolder: string): AssetStore {
  return dataFolder === ':memory:' ? inMemory() : inFolder(join(dataFolder, 'assets'))
}

function inMemory(): AssetStore {
  const blobs = new Map<string, Blob>()
  return {
    async keep(name, bytes) {
      blobs.set(name, new Blob([Uint8Array.from(bytes)]))
    },
    open: async (name) => blobs.get(name),
  }
}

function inFolder(folder: string): AssetStore {
  return {
    async keep(name, bytes) {
      const path = join(folder, name)
      if (await isThere(path)) return
      const unfinished = `${path}.${crypto.randomUUID()}.part`
      try {
        await mkdir(folder, { recursive: true })
        await writeFile(unfinished, bytes, { flush: true })
        await rename(unfinished, path)
      } catch (cause) {
        throw new StorageFailure('asset-not-kept', 'The asset could not be kept', { cause })
      }
    },
    async open(name) {
      const path = join(folder, name)
      return (await isThere(path)) ? openAsBlob(path) : undefined
    },
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch {
    return false
  }
}
