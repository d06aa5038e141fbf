import { readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LRUCache } from 'lru-cache'
import { StorageFailure } from './errors.ts'

/** Drawn pictures by key, on disk. A key stands for the same picture for ever. */
export interface RenditionStore {
  /** The picture, drawn where it is not there; once only, however many ask at the same time. */
  get(key: string, draw: () => Promise<Uint8Array>): Promise<Uint8Array>
}

interface StoreOptions {
  folder: () => Promise<string>
  /** Past these, the pictures longest not asked for are removed. */
  mostBytes: number
  /** Hears of a disk that does not take a picture: it is served all the same. */
  onFailure(error: Error): void
  now(): Date
}

/** Opens the store; what earlier processes have drawn is counted at the first request. */
export function createRenditionStore(options: StoreOptions): RenditionStore {
  const underWay = new Map<string, Promise<Uint8Array>>()
  let opened: Promise<{ folder: string; sizes: LRUCache<string, number> }> | undefined
  const open = () => {
    opened ??= options.folder().then(async (folder) => ({
      folder,
      sizes: await readSizes(folder, options),
    }))
    opened.catch(() => {
      opened = undefined
    })
    return opened
  }

  // The order of use outlives the process as far as the disk lets it.
  const touch = async (path: string) => {
    const now = options.now()
    await utimes(path, now, now).catch(() => undefined)
  }

  const find = async (key: string, draw: () => Promise<Uint8Array>) => {
    const { folder, sizes } = await open()
    const path = join(folder, key)
    if (sizes.get(key) !== undefined) {
      const bytes = await readFile(path).catch(() => undefined)
      if (bytes) {
        await touch(path)
        return bytes
      }
    }
    const bytes = await draw()
    const unfinished = `${path}.part`
    try {
      await writeFile(unfinished, bytes, { flush: true })
      await rename(unfinished, path)
      await touch(path)
      sizes.set(key, Math.max(1, bytes.byteLength))
    } catch (cause) {
      await rm(unfinished, { force: true }).catch(() => undefined)
      options.onFailure(
        new StorageFailure('rendition-not-kept', 'A drawn picture could not be kept', { cause }),
      )
    }
    return bytes
  }

  return {
    get(key, draw) {
      const running = underWay.get(key)
      if (running) return running
      const found = find(key, draw).finally(() => underWay.delete(key))
      underWay.set(key, found)
      return found
    },
  }
}

async function readSizes(folder: string, { mostBytes, onFailure }: StoreOptions) {
  const remove = (key: string) =>
    rm(join(folder, key), { force: true }).catch((cause: unknown) =>
      onFailure(
        new StorageFailure('rendition-not-removed', 'A drawn picture could not be removed', {
          cause,
        }),
      ),
    )
  const sizes = new LRUCache<string, number>({
    maxSize: mostBytes,
    sizeCalculation: (size) => size,
    dispose(_size, key, reason) {
      if (reason !== 'set') void remove(key)
    },
  })
  const found: { key: string; size: number; usedMs: number }[] = []
  for (const key of await readdir(folder)) {
    const { size, mtimeMs } = await stat(join(folder, key))
    if (key.endsWith('.part')) await remove(key)
    else found.push({ key, size: Math.max(1, size), usedMs: mtimeMs })
  }
  for (const { key, size } of found.sort((a, b) => a.usedMs - b.usedMs)) sizes.set(key, size)
  return sizes
}
