import { createHash } from 'node:crypto'
import { createWriteStream, mkdirSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Parser, type ReadEntry } from 'tar'
import { Mistake } from '#content/model/errors.ts'

/** A file that came out of an archive. */
export interface UnpackedFile {
  /** With `/` between folders. */
  name: string
  bytes: number
  /** In hexadecimal. */
  sha256: string
}

/** What of an archive is taken, and how much at most. */
export interface UnpackOptions {
  folder: string
  /** Name that a file of the archive gets inside the folder; undefined leaves it out. */
  nameOf(entry: string): string | undefined
  /** Bytes that a file of this name may have at most. */
  mostBytes(name: string): number
  unpacked?(file: UnpackedFile): void
}

/** Entries of an archive, folders and such as are left out included. */
const MOST_ENTRIES = 1_000_000

/**
 * Unpacks a tar archive, gzipped or not, into a folder. Files come out readable by this account only; whatever
 * is no plain file or folder, or would leave the folder, ends it.
 *
 * @throws Mistake where the archive is damaged or does not hold to these rules
 */
export async function unpackTar(
  chunks: AsyncIterable<Uint8Array>,
  { folder, nameOf, mostBytes, unpacked = () => {} }: UnpackOptions,
): Promise<UnpackedFile[]> {
  const files = new Map<string, UnpackedFile>()
  let entries = 0
  let failure: unknown
  const stop = new AbortController()
  const { signal } = stop
  const writing: Promise<void>[] = []
  const take = async (entry: ReadEntry) => {
    const name = readName(entry, nameOf)
    if (name === undefined) return void entry.resume()
    if (files.has(name)) throw wrong(`"${name}" is in it twice`)
    if (entry.size > mostBytes(name)) throw wrong(`"${name}" is too large (${entry.size} bytes)`)
    const target = path.join(folder, name)
    mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 })
    const hash = createHash('sha256')
    let bytes = 0
    const hashed = async function* (portions: AsyncIterable<Uint8Array>) {
      for await (const portion of portions) {
        hash.update(portion)
        bytes += portion.byteLength
        yield portion
      }
    }
    await pipeline(entry, hashed, createWriteStream(target, { flags: 'wx', mode: 0o600 }), {
      signal,
    })
    const file = { name, bytes, sha256: hash.digest('hex') }
    files.set(name, file)
    unpacked(file)
  }
  const parser = new Parser({ strict: true })
  const over = Promise.withResolvers<void>()
  const fail = (cause: unknown) => {
    failure ??= cause
    stop.abort()
    over.resolve()
  }
  parser.on('end', over.resolve).on('error', (cause: unknown) => {
    fail(wrong('it is damaged, or no archive of this kind', cause))
  })
  parser.on('entry', (entry: ReadEntry) => {
    entries += 1
    if (entries > MOST_ENTRIES) fail(wrong(`it has more than ${MOST_ENTRIES} entries`))
    if (failure !== undefined) return entry.resume()
    writing.push(
      take(entry).catch((cause: unknown) => {
        fail(cause)
        entry.resume()
      }),
    )
  })
  try {
    for await (const chunk of chunks) {
      if (failure !== undefined) break
      // The archive waits for the disk.
      if (!parser.write(Buffer.from(chunk))) await drained(parser, over.promise)
    }
  } catch (cause) {
    fail(cause)
  }
  if (failure === undefined) {
    parser.end()
    await over.promise
  }
  await Promise.all(writing)
  if (failure !== undefined) throw failure
  return [...files.values()]
}

/** Whether a file may have this name, with `/` between folders, in an archive: on no system does it lead out of one. */
export function isSafeName(name: string): boolean {
  return name
    .split('/')
    .every((step) => !['', '.', '..'].includes(step) && !/[\\:\p{Cc}]/u.test(step))
}

function drained(parser: Parser, over: Promise<void>): Promise<void> {
  return Promise.race([new Promise<void>((resolve) => parser.once('drain', resolve)), over])
}

function readName(entry: ReadEntry, nameOf: UnpackOptions['nameOf']): string | undefined {
  if (entry.type === 'Directory') return undefined
  if (entry.type !== 'File' && entry.type !== 'OldFile') {
    throw wrong(`"${entry.path}" is neither a file nor a folder`)
  }
  const name = entry.path.replace(/^\.\//, '')
  if (!isSafeName(name)) throw wrong(`"${entry.path}" leads out of it`)
  return nameOf(name)
}

function wrong(what: string, cause?: unknown): Mistake {
  return new Mistake('archive', `The archive cannot be used: ${what}.`, { cause })
}
