import { readSync } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { refuse } from './errors.ts'

const WINDOW_BYTES = 256 * 1024

/** An honest GIF of the largest size takes 140,000; more would hold up the process. */
const MOST_READS = 1_000_000

/** A file's bytes, of which only a window is in memory. Reading is synchronous: the file has just been written. */
export interface FileBytes {
  size: number
  /** Bytes from a place on, until the next call. Throws LakeError 400 where the file ends before, or after too many calls. */
  read(at: number, length: number): Buffer
  /** What is at hand from a place on: at least one byte, none at the end of the file. */
  window(at: number): Buffer
}

/** A part of a file to keep, bytes to put in, or as many zeros. */
export type Piece = { from: number; to: number } | { bytes: Uint8Array } | { zeros: number }

/** Opens a window onto a file. */
export function fileBytes(file: FileHandle, size: number): FileBytes {
  const buffer = Buffer.alloc(WINDOW_BYTES)
  let reads = 0
  let start = 0
  let end = 0
  const move = (at: number) => {
    start = at
    end = at + readSync(file.fd, buffer, 0, WINDOW_BYTES, at)
  }
  const window = (at: number) => {
    if (at < start || at >= end) move(at)
    return buffer.subarray(at - start, end - start)
  }
  return {
    size,
    window,
    read(at, length) {
      reads += 1
      if (reads > MOST_READS) throw refuse(400, 'The file has too many parts')
      if (at + length > size) throw truncated()
      if (at < start || at + length > end) move(at)
      return buffer.subarray(at - start, at - start + length)
    },
  }
}

/** The refusal of a file whose parts do not add up. */
export function truncated() {
  return refuse(400, 'The file is damaged or cut off')
}

/** Joins neighbours, so that a file that is kept whole is one piece. */
export function joinPieces(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (last && 'from' in last && 'from' in piece && last.to === piece.from) {
      joined[joined.length - 1] = { from: last.from, to: piece.to }
    } else joined.push(piece)
  }
  return joined
}
