import { createReadStream } from 'node:fs'
import { access, constants, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { isDeepStrictEqual } from 'node:util'
import { Decrypter } from 'age-encryption'
import { Mistake } from '#content/model/errors.ts'
import {
  type BackedUpFile,
  type BackupManifest,
  backupManifest,
  MANIFEST,
} from './backup-manifest.ts'
import { diskFailure, flush } from './finished-file.ts'
import type { Progress } from './progress.ts'
import { streamOf } from './stream-of.ts'
import { type UnpackedFile, unpackTar } from './unpack-tar.ts'
import { withWorkplace } from './workplace.ts'

/** Bytes that one file of a backup may have: the whole log of a large lake is one. */
const MOST_FILE_BYTES = 64 * 1024 ** 3
const MOST_MANIFEST_BYTES = 256 * 1024 ** 2

/**
 * Makes a data folder from a backup: whole, after all of it was checked, or not at all. Everything in it can be
 * read by this account only.
 *
 * @param dataFolder empty or not there
 * @throws Mistake where the folder holds something, the passphrase is wrong or the file is damaged
 */
export async function restoreFolder({
  dataFolder,
  file,
  passphrase,
  progress,
}: {
  dataFolder: string
  file: string
  passphrase: string
  progress: Progress
}): Promise<BackupManifest> {
  await requireEmpty(dataFolder)
  await access(file).catch((cause: unknown) => {
    throw new Mistake('restore', `There is no file ${file} that could be read.`, { cause })
  })
  const parent = path.dirname(dataFolder)
  await mkdir(parent, { recursive: true }).catch((cause) => cannotMake(dataFolder, cause))
  await access(parent, constants.W_OK).catch((cause) => cannotMake(dataFolder, cause))
  try {
    return await withWorkplace(path.join(parent, '.waymark-restore-'), async (folder) => {
      const files = await unpackTar(await decrypted(file, passphrase), {
        folder,
        nameOf: (entry) => entry,
        mostBytes: (name) => (name === MANIFEST ? MOST_MANIFEST_BYTES : MOST_FILE_BYTES),
        unpacked: ({ name }) => progress(`Restoring ${name}`),
      }).catch(explainDamage)
      const manifest = await readManifest(folder)
      compare(files, manifest)
      await rm(path.join(folder, MANIFEST))
      for (const { name } of manifest.files) {
        if (name.endsWith('.sqlite')) checkDatabase(path.join(folder, name), name)
        await flush(path.join(folder, name))
      }
      await rename(folder, dataFolder).catch((cause) => cannotMake(dataFolder, cause))
      await flush(parent)
      return manifest
    })
  } catch (cause) {
    throw diskFailure(cause, dataFolder)
  }
}

async function requireEmpty(dataFolder: string): Promise<void> {
  const names = await readdir(dataFolder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return []
    return cannotMake(dataFolder, cause)
  })
  if (names.length === 0) return
  throw new Mistake(
    'restore',
    `The folder ${dataFolder} is not empty, and a backup never overwrites anything. Name an empty one in WAYMARK_DATA.`,
  )
}

function cannotMake(dataFolder: string, cause: unknown): never {
  const reason = cause instanceof Error ? cause.message : String(cause)
  throw new Mistake(
    'restore',
    `The folder ${dataFolder} cannot be made (${reason}). Name another in WAYMARK_DATA: one whose parent folder this account may write, and no mount point.`,
    { cause },
  )
}

async function decrypted(file: string, passphrase: string): Promise<AsyncIterable<Uint8Array>> {
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  const source = createReadStream(file)
  try {
    return await decrypter.decrypt(streamOf(source))
  } catch (cause) {
    source.destroy()
    throw new Mistake(
      'restore',
      `${file} cannot be opened: the passphrase is wrong, or it is no backup, or its beginning is damaged.`,
      { cause },
    )
  }
}

function explainDamage(cause: unknown): never {
  if (cause instanceof Error && 'code' in cause && cause.code !== 'archive') throw cause
  throw damaged('it was cut off or changed', cause)
}

async function readManifest(folder: string): Promise<BackupManifest> {
  const text = await readFile(path.join(folder, MANIFEST), 'utf8').catch((cause: unknown) => {
    throw damaged('it has no manifest', cause)
  })
  try {
    return backupManifest.parse(JSON.parse(text))
  } catch (cause) {
    throw damaged('its manifest is not one of this version of Waymark', cause)
  }
}

function compare(files: readonly UnpackedFile[], { files: promised }: BackupManifest): void {
  const byName = (a: BackedUpFile, b: BackedUpFile) => (a.name < b.name ? -1 : 1)
  const found = files.filter(({ name }) => name !== MANIFEST).sort(byName)
  if (isDeepStrictEqual(found, promised.toSorted(byName))) return
  const lost = promised.find((one) => !found.some((other) => isDeepStrictEqual(one, other)))
  throw damaged(`${lost?.name ?? 'a file'} is not what its manifest says`)
}

function checkDatabase(file: string, name: string): void {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    const answer = database.prepare('PRAGMA integrity_check').get()
    if (answer?.['integrity_check'] !== 'ok') throw damaged(`${name} is damaged`)
  } finally {
    database.close()
  }
}

function damaged(what: string, cause?: unknown): Mistake {
  return new Mistake('restore', `The backup cannot be used: ${what}. Nothing was restored.`, {
    cause,
  })
}
