import { assetTypeOf } from './asset-type.ts'
import { refuse } from './errors.ts'
import type { LakeContext } from './lake-context.ts'

const NAME = /^([0-9a-f]{40})(?:-\d+x\d+)?\.([a-z0-9]{1,12})$/

/**
 * `GET images|files/{project}/{dataset}/{name}`: the bytes, for ever the same, without a token:
 * published pages show them to everybody, and the name can only be known from a document.
 * What could run script comes as a download in a sandbox.
 */
export async function serveAsset(
  request: Request,
  name: string,
  lake: LakeContext,
): Promise<Response> {
  const [, sha1, extension] = NAME.exec(name) ?? []
  const blob = sha1 === undefined ? undefined : await lake.assets.open(name)
  if (!blob || sha1 === undefined || extension === undefined) {
    throw refuse(404, 'There is no such asset')
  }
  const { mimeType, isInline } = assetTypeOf(extension)
  const headers = new Headers({
    'content-type': mimeType,
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'cross-origin',
    'accept-ranges': 'bytes',
    etag: `"${sha1}"`,
  })
  if (!isInline) headers.set('content-disposition', `attachment; filename="${name}"`)
  if (request.headers.get('if-none-match') === `"${sha1}"`) {
    return new Response(null, { status: 304, headers })
  }
  return withRange(request, blob, headers)
}

/** Safari plays audio only from servers that answer ranges. One range is served, several as the whole. */
function withRange(request: Request, blob: Blob, headers: Headers): Response {
  const [, from = '', to = ''] =
    /^bytes=(\d*)-(\d*)$/.exec(request.headers.get('range') ?? '') ?? []
  const isHead = request.method === 'HEAD'
  if (from === '' && to === '') {
    headers.set('content-length', String(blob.size))
    return new Response(isHead ? null : blob.stream(), { headers })
  }
  const start = from === '' ? Math.max(0, blob.size - Number(to)) : Number(from)
  const end = from === '' || to === '' ? blob.size - 1 : Math.min(Number(to), blob.size - 1)
  if (start > end) {
    headers.set('content-range', `bytes */${blob.size}`)
    return new Response(null, { status: 416, headers })
  }
  headers.set('content-range', `bytes ${start}-${end}/${blob.size}`)
  headers.set('content-length', String(end - start + 1))
  const part = blob.slice(start, end + 1)
  return new Response(isHead ? null : part.stream(), { status: 206, headers })
}
