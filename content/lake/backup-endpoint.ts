import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { StorageFailure } from './errors.ts'
import type { LakeContext } from './lake-context.ts'
import { identify } from './rights.ts'

const PORTION_BYTES = 64 * 1024

/**
 * `GET backup/{dataset}`, for those who may `manage`: `lake.sqlite` as it is at one moment, with the whole
 * log. Nobody has to wait for it; what is written meanwhile is in it or not. Assets are not in it.
 */
export async function answerBackup(request: Request, lake: LakeContext): Promise<Response> {
  await identify(lake, request, 'manage')
  // The folder goes at once; the file stays readable through its handle and is gone with it.
  const handle = await lake.assets.withWorkplace(async (folder) => {
    const file = join(folder, 'lake.sqlite')
    await lake.storage.copyTo(file)
    return open(file, 'r')
  })
  const { size } = await handle.stat()
  return new Response(bytesOf(handle, lake.onFailure), {
    headers: {
      'content-type': 'application/vnd.sqlite3',
      'content-length': String(size),
      'cache-control': 'no-store',
    },
  })
}

function bytesOf(handle: FileHandle, onFailure: (error: Error) => void) {
  let isWanted = true
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { bytesRead, buffer } = await handle.read({ buffer: new Uint8Array(PORTION_BYTES) })
        if (!isWanted) return
        if (bytesRead > 0) return controller.enqueue(buffer.subarray(0, bytesRead))
        await handle.close()
        controller.close()
      } catch (cause) {
        if (!isWanted) return
        const error = new StorageFailure('read-failed', 'The copy could not be read on', { cause })
        await handle.close().catch(() => undefined)
        onFailure(error)
        controller.error(error)
      }
    },
    async cancel() {
      isWanted = false
      await handle.close()
    },
  })
}
