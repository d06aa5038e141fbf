import { open } from 'node:fs/promises'
import { type AssetType, HEAD_BYTES, sniff } from './asset-type.ts'
import { refuse } from './errors.ts'
import { assetFailure } from './storage-failure.ts'

/** A file that has come in whole. */
export interface Upload {
  path: string
  size: number
  /** Undefined for one of a kind that is not known. */
  type: AssetType | undefined
}

/**
 * Writes a request's body to a file as it comes in. As soon as its first bytes are there its
 * type is judged, by {@link judge} too, and from then on the limit of that type counts.
 *
 * @throws LakeError 400 where it is empty or breaks off, 413 where it is too large
 * @throws StorageFailure
 */
export async function receiveUpload(
  request: Request,
  path: string,
  { mostBytes, judge }: { mostBytes: number; judge: (type: AssetType | undefined) => void },
): Promise<Upload> {
  const refuseLarge = (size: number, most: number) => {
    if (size > most) throw refuse(413, `A file of this kind may have ${most} bytes at most`)
  }
  refuseLarge(Number(request.headers.get('content-length') ?? 0), mostBytes)
  const file = await open(path, 'wx+').catch(notWritten)
  try {
    let size = 0
    let head = Buffer.alloc(0)
    let most = mostBytes
    let type: AssetType | undefined
    const judgeHead = () => {
      type = sniff(head)
      judge(type)
      most = Math.min(mostBytes, type?.mostBytes ?? mostBytes)
    }
    for await (const chunk of chunksOf(request)) {
      const isJudged = head.length >= HEAD_BYTES
      if (!isJudged) head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)])
      if (!isJudged && head.length >= HEAD_BYTES) judgeHead()
      size += chunk.byteLength
      refuseLarge(size, most)
      await file.writeFile(chunk).catch(notWritten)
    }
    if (size === 0) throw refuse(400, 'The asset is empty')
    if (head.length < HEAD_BYTES) judgeHead()
    refuseLarge(size, most)
    return { path, size, type }
  } finally {
    await file.close()
  }
}

async function* chunksOf(request: Request): AsyncGenerator<Uint8Array> {
  const reader = request.body?.getReader()
  try {
    for (;;) {
      const part = await reader?.read().catch((cause: unknown) => {
        throw refuse(400, `The upload broke off: ${cause instanceof Error ? cause.message : ''}`)
      })
      if (!part || part.done) return
      yield part.value
    }
  } finally {
    await reader?.cancel().catch(() => undefined)
  }
}

function notWritten(cause: unknown): never {
  throw assetFailure(cause)
}
