import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { cleanSvg } from './clean-svg.ts'
import { refuse } from './errors.ts'
import { type FileBytes, fileBytes, joinPieces, type Piece } from './file-bytes.ts'
import { standUpright } from './picture.ts'
import type { Upload } from './receive-upload.ts'
import { assetFailure } from './storage-failure.ts'
import { stripAvif } from './strip-avif.ts'
import { stripGif } from './strip-gif.ts'
import { stripJpeg } from './strip-jpeg.ts'
import { stripMp4 } from './strip-mp4.ts'
import { stripOgg } from './strip-ogg.ts'
import { stripPng } from './strip-png.ts'
import { stripWebm } from './strip-webm.ts'
import { stripWebp } from './strip-webp.ts'

/** A file as it is kept. */
export interface CleanFile {
  path: string
  size: number
  /** SHA-1 of the bytes that are kept, in hexadecimal. */
  sha1: string
}

const STRIPS: Record<string, (file: FileBytes) => Piece[]> = {
  jpg: stripJpeg,
  png: stripPng,
  webp: stripWebp,
  gif: stripGif,
  avif: stripAvif,
  mp4: stripMp4,
  m4a: stripMp4,
  webm: stripWebm,
  weba: stripWebm,
  ogg: stripOgg,
}

const CHUNK_BYTES = 256 * 1024

/**
 * Takes out of a picture or film what says who made it, where and when, and stands a turned
 * picture upright. Its pixels are written anew only where it has to be turned, or is a TIFF.
 * The same file gives the same bytes, and a clean file is left as it is: what was exported
 * from a lake keeps its name in the next.
 *
 * @throws LakeError 400 where the file is damaged, or could run or lead elsewhere
 */
export async function cleanUpload({ path, type }: Upload, folder: string): Promise<CleanFile> {
  const kind = type?.extensions[0] ?? ''
  if (kind === 'svg') return cleanedSvg(path, join(folder, 'clean'))
  const upright = type?.isImage ? await standUpright(path, kind, join(folder, 'upright')) : path
  const strip = STRIPS[kind]
  return hashed(strip ? await stripped(upright, join(folder, 'clean'), strip) : upright)
}

async function cleanedSvg(path: string, target: string): Promise<CleanFile> {
  await writeFile(target, cleanSvg(utf8(await readFile(path)))).catch(notWritten)
  return hashed(target)
}

function utf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw refuse(400, 'The SVG is not UTF-8')
  }
}

async function stripped(
  path: string,
  target: string,
  strip: (file: FileBytes) => Piece[],
): Promise<string> {
  const source = await open(path)
  try {
    const { size } = await source.stat()
    const pieces = joinPieces(strip(fileBytes(source, size)))
    const [first] = pieces
    const isWhole = pieces.length === 1 && first && 'from' in first && first.to === size
    if (isWhole) return path
    await write(source, pieces, target)
    return target
  } finally {
    await source.close()
  }
}

async function write(source: FileHandle, pieces: Piece[], target: string): Promise<void> {
  await pipeline(bytesOf(source, pieces), async (chunks: AsyncIterable<Uint8Array>) => {
    await writeFile(target, chunks)
  }).catch(notWritten)
}

async function* bytesOf(source: FileHandle, pieces: Piece[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    if ('bytes' in piece) yield piece.bytes
    else if ('zeros' in piece) yield* zeros(piece.zeros)
    else {
      for (let at = piece.from; at < piece.to; at += CHUNK_BYTES) {
        const length = Math.min(CHUNK_BYTES, piece.to - at)
        yield (await source.read(Buffer.alloc(length), 0, length, at)).buffer
      }
    }
  }
}

function* zeros(count: number): Generator<Uint8Array> {
  for (let left = count; left > 0; left -= CHUNK_BYTES) {
    yield Buffer.alloc(Math.min(CHUNK_BYTES, left))
  }
}

async function hashed(path: string): Promise<CleanFile> {
  const hash = createHash('sha1')
  let size = 0
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
    hash.update(chunk)
    size += chunk.length
  }
  return { path, size, sha1: hash.digest('hex') }
}

function notWritten(cause: unknown): never {
  throw assetFailure(cause)
}
