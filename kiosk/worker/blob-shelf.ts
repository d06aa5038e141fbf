import { hashBytes } from '../release/bytes.ts'
import { blobPath } from './blob-path.ts'

const CACHE = 'waymark-blobs'
/** A line that says nothing for so long will not say it: the next look starts afresh. */
const LONGEST_MS = 120_000

/** A kept blob as a response, `undefined` where it is not kept or its bytes have been spoilt. */
export async function keptBlob(sha256: string): Promise<Response | undefined> {
  const cache = await caches.open(CACHE)
  const kept = await cache.match(blobPath(sha256))
  if (kept === undefined) return undefined
  const bytes = new Uint8Array(await kept.arrayBuffer())
  if ((await hashBytes(bytes)) !== sha256) return undefined
  return new Response(bytes, { headers: kept.headers })
}

/** Those of `wanted` that are not kept whole. */
export async function missingBlobs(wanted: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    wanted.map(async (sha256) => ((await keptBlob(sha256)) === undefined ? [sha256] : [])),
  )
  return found.flat()
}

/** Addresses of all kept blobs. */
async function keptBlobs(): Promise<string[]> {
  const cache = await caches.open(CACHE)
  const requests = await cache.keys()
  return requests.map((request) => request.url.slice(request.url.lastIndexOf('/') + 1))
}

/** Fetches a blob and keeps it if its bytes are those that its address promises. Rejects otherwise. */
export async function fetchBlob(sha256: string): Promise<void> {
  // Past the browser's own cache: wrong bytes that came under an immutable address would stay there for good.
  const answer = await fetch(blobPath(sha256), {
    cache: 'no-store',
    signal: AbortSignal.timeout(LONGEST_MS),
  })
  const bytes = new Uint8Array(await answer.arrayBuffer())
  if (!answer.ok || (await hashBytes(bytes)) !== sha256) {
    throw new Error(`What came for blob ${sha256} is something else (status ${answer.status})`)
  }
  const type = answer.headers.get('Content-Type') ?? 'application/octet-stream'
  const cache = await caches.open(CACHE)
  await cache.put(
    blobPath(sha256),
    new Response(bytes, { headers: { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' } }),
  )
}

/** Deletes every blob that is not in `needed`. */
export async function pruneBlobs(needed: ReadonlySet<string>): Promise<void> {
  const cache = await caches.open(CACHE)
  for (const sha256 of await keptBlobs()) {
    if (!needed.has(sha256)) await cache.delete(blobPath(sha256))
  }
}
