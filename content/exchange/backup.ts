import { createWriteStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pipeline } from 'node:stream/promises'
import { Encrypter } from 'age-encryption'
import { Mistake } from '#content/model/errors.ts'
import { type BackedUpFile, type BackupManifest, MANIFEST } from './backup-manifest.ts'
import { finishedFile } from './finished-file.ts'
import { type PackedFile, packTar } from './pack-tar.ts'
import type { Progress } from './progress.ts'
import { streamOf } from './stream-of.ts'
import { isSafeName } from './unpack-tar.ts'
import { withWorkplace } from './workplace.ts'

/** What a backup is made of, and where it goes. */
export interface BackupOptions {
  dataFolder: string
  file: string
  passphrase: string
  /** Copies the lake's database, which a running process holds locked, into a file. */
  copyLake(file: string): Promise<void>
  progress: Progress
  now: Date
  /** Base-2 logarithm of the work that one guess at the passphrase costs; default 18, about a second. */
  workFactor?: number
}

/** Pictures that could be drawn anew, and uploads under way. */
const LEFT_OUT: readonly string[] = ['renditions', 'assets/unfinished']

/** What SQLite and unfinished writes leave beside a file; copies of databases are whole without. */
const PASSING = /(?:-wal|-shm|-journal|\.new)$/

/**
 * Writes the whole data folder, as it is while a server goes on working with it, into one encrypted file: a
 * tar archive in the age format. The lake comes first and assets after it, so that every asset which
 * it knows is there.
 *
 * @see https://age-encryption.org/v1
 */
export async function backupFolder(options: BackupOptions): Promise<BackupManifest> {
  const { dataFolder, file, passphrase, progress, now } = options
  // Copies in the clear stay where the data is, which may be a safer place than where the backup goes.
  return withWorkplace(path.join(dataFolder, '.backup-'), (staging) =>
    finishedFile(file, async ({ part }) => {
      progress('Copying the lake')
      await options.copyLake(path.join(staging, 'lake.sqlite'))
      const files = await filesIn(dataFolder, staging)
      const packed: BackedUpFile[] = []
      const manifest = (): BackupManifest => ({
        format: 'waymark-backup',
        version: 1,
        madeAt: now.toISOString(),
        files: packed,
      })
      const archive = packTar(
        files,
        (one) => {
          packed.push(one)
          progress('Backing up files', packed.length, files.length)
        },
        () => ({ name: MANIFEST, text: JSON.stringify(manifest()) }),
      )
      const encrypter = new Encrypter()
      encrypter.setPassphrase(passphrase)
      if (options.workFactor !== undefined) encrypter.setScryptWorkFactor(options.workFactor)
      const encrypted = await encrypter.encrypt(streamOf(archive))
      await pipeline(encrypted, createWriteStream(part, { mode: 0o600 }))
      return manifest()
    }),
  )
}

async function filesIn(dataFolder: string, staging: string): Promise<PackedFile[]> {
  const files: PackedFile[] = [{ name: 'lake.sqlite', path: path.join(staging, 'lake.sqlite') }]
  for (const name of await namesUnder(dataFolder, '')) {
    if (name === 'lake.sqlite') continue
    if (name === MANIFEST || !isSafeName(name)) throw unfit(name, dataFolder)
    const original = path.join(dataFolder, name)
    if (name.endsWith('.sqlite')) {
      const copy = path.join(staging, name.replaceAll('/', '-'))
      copyDatabase(original, copy)
      files.push({ name, path: copy })
    } else {
      files.push({ name, path: original })
    }
  }
  return files
}

function unfit(name: string, dataFolder: string): Mistake {
  return new Mistake(
    'backup',
    `The file "${name}" in ${dataFolder} has a name that no backup can bring back. Rename it or put it elsewhere, then run this again. Nothing was written.`,
  )
}

async function namesUnder(dataFolder: string, inner: string): Promise<string[]> {
  const names = await readdir(path.join(dataFolder, inner))
  const found: string[] = []
  for (const one of names.sort()) {
    const name = inner === '' ? one : `${inner}/${one}`
    if (one.startsWith('.') || PASSING.test(one) || LEFT_OUT.includes(name)) continue
    const kind = await stat(path.join(dataFolder, name))
    if (kind.isDirectory()) found.push(...(await namesUnder(dataFolder, name)))
    else if (kind.isFile()) found.push(name)
  }
  return found
}

/** At one moment, whoever else writes to it. */
function copyDatabase(original: string, copy: string): void {
  const database = new DatabaseSync(original)
  try {
    database.exec('PRAGMA busy_timeout = 5000')
    database.prepare('VACUUM INTO ?').run(copy)
  } finally {
    database.close()
  }
}
