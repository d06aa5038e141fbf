import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const compress = promisify(gzip)
// Releases and blobs are held for as long as they play, and so are their compressed forms.
const kept = new WeakMap<Uint8Array, Promise<Uint8Array<ArrayBuffer>>>()

/** Answers with some bytes, compressed where the browser takes it. The same bytes are compressed once. */
export async function compressedResponse(
  request: Request,
  bytes: Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const vary = { ...headers, Vary: 'Accept-Encoding' }
  if (!/\bgzip\b/.test(request.headers.get('Accept-Encoding') ?? '')) {
    return new Response(bytes, { headers: vary })
  }
  const compressed = kept.get(bytes) ?? compress(bytes)
  kept.set(bytes, compressed)
  return new Response(await compressed, { headers: { ...vary, 'Content-Encoding': 'gzip' } })
}
