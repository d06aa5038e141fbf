import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { Header, Pax } from 'tar'
import { Bug, WorldFailure } from '#content/model/errors.ts'
import type { BackedUpFile } from './backup-manifest.ts'

/** Where a file is, and the name it gets in the archive. */
export interface PackedFile {
  name: string
  path: string
}

const BLOCK = 512
const PORTION_BYTES = 64 * 1024

/**
 * Bytes of a tar archive of these files, read as they are asked for. A file that grows meanwhile is in
 * it as long as it was when its turn came.
 *
 * @param packed hears of each file that is in it
 * @param last makes one more entry of what was packed
 */
export async function* packTar(
  files: Iterable<PackedFile>,
  packed: (file: BackedUpFile) => void,
  last: () => { name: string; text: string },
): AsyncGenerator<Uint8Array> {
  for (const { name, path } of files) {
    const handle = await open(path, 'r')
    try {
      const { size } = await handle.stat()
      yield header(name, size)
      const hash = createHash('sha256')
      for (let position = 0; position < size; ) {
        const length = Math.min(PORTION_BYTES, size - position)
        const { bytesRead, buffer } = await handle.read(new Uint8Array(length), 0, length, position)
        if (bytesRead === 0) throw new WorldFailure('backup', `${path} became shorter meanwhile.`)
        const portion = buffer.subarray(0, bytesRead)
        hash.update(portion)
        position += bytesRead
        yield portion
      }
      yield padding(size)
      packed({ name, bytes: size, sha256: hash.digest('hex') })
    } finally {
      await handle.close()
    }
  }
  const { name, text } = last()
  const bytes = Buffer.from(text)
  yield header(name, bytes.byteLength)
  yield bytes
  yield padding(bytes.byteLength)
  yield new Uint8Array(2 * BLOCK)
}

/** With a header before it where a name or size needs more room, such as a log above 8 GiB. */
function header(name: string, size: number): Uint8Array {
  const made = new Header({ path: name, size, mode: 0o600, type: 'File', mtime: new Date(0) })
  made.encode()
  if (!made.block) throw new Bug(`"${name}" has no tar header`)
  if (!made.needPax) return made.block
  return Buffer.concat([new Pax({ path: name, size }).encode(), made.block])
}

function padding(size: number): Uint8Array {
  return new Uint8Array((BLOCK - (size % BLOCK)) % BLOCK)
}
