import { createHash } from 'node:crypto'
import { answerBytes } from './answer-bytes.ts'
import type { StoredAsset } from './asset-store.ts'
import { assetTypeOf } from './asset-type.ts'
import { drawRendition } from './draw-rendition.ts'
import { refuse } from './errors.ts'
import type { LakeContext } from './lake-context.ts'
import { formatOf, mimeTypeOf } from './rendition-format.ts'
import { type RenditionParams, readRenditionParams } from './rendition-params.ts'
import { planRendition } from './rendition-plan.ts'

const NAME = /^([0-9a-f]{40})(?:-(\d{1,6})x(\d{1,6}))?\.([a-z0-9]{1,12})$/

/** Changes where renditions are drawn differently, so that none of before is served. */
const DRAWING = 1

interface NamedAsset {
  name: string
  sha1: string
  extension: string
  /** Absent for what was uploaded as a file. */
  size?: { width: number; height: number }
}

/**
 * `GET images|files/{project}/{dataset}/{name}`: the bytes, for ever the same, without a token:
 * published pages show them to everybody, and the name can only be known from a document.
 * With parameters an image is drawn as they say. What could run script comes as a download
 * in a sandbox.
 *
 * @param shownName how the file is called in a download: what stands after the name, or `dl`
 */
export async function serveAsset(
  request: Request,
  { name, shownName }: { name: string; shownName?: string | undefined },
  lake: LakeContext,
): Promise<Response> {
  const asset = readName(name)
  const stored = asset && (await lake.assets.open(name))
  if (!asset || !stored) throw refuse(404, 'There is no such asset')
  const address = new URL(request.url).searchParams
  const params = asset.size ? readRenditionParams(address) : undefined
  const download = address.get('dl')
  const answer = params
    ? await rendition(request, { asset, stored, params }, lake)
    : original(request, asset, stored)
  if (download !== null) offer(answer.headers, download || shownName || name)
  return answer
}

function readName(name: string): NamedAsset | undefined {
  const [, sha1, width, height, extension] = NAME.exec(name) ?? []
  if (sha1 === undefined || extension === undefined) return undefined
  const size = width === undefined ? {} : { size: { width: Number(width), height: Number(height) } }
  return { name, sha1, extension, ...size }
}

function original(request: Request, { name, sha1, extension }: NamedAsset, { bytes }: StoredAsset) {
  const { mimeType, isInline } = assetTypeOf(extension)
  const headers = headersOf(mimeType, sha1)
  headers.set('x-sanity-sha1', sha1)
  if (!isInline) offer(headers, name)
  return answerBytes(request, bytes, headers)
}

async function rendition(
  request: Request,
  { asset, stored, params }: { asset: NamedAsset; stored: StoredAsset; params: RenditionParams },
  lake: LakeContext,
): Promise<Response> {
  const { name, extension, size } = asset
  if (!size) throw refuse(404, 'There is no such image')
  const plan = planRendition(size, params)
  const pixels = plan.canvas.width * plan.canvas.height
  const accept = request.headers.get('accept') ?? ''
  const format = formatOf(params, { extension, accept, pixels })
  const { or, flip, q, bg, blur, sharp, sat, invert } = params
  const drawn = { DRAWING, name, plan, format, or, flip, q, bg, blur, sharp, sat, invert }
  const key = createHash('sha256').update(JSON.stringify(drawn)).digest('hex')
  const headers = headersOf(mimeTypeOf(format), key)
  if (params.auto) headers.set('vary', 'Accept')
  const bytes = await lake.renditions.get(key, () =>
    lake.drawing.pass(() =>
      drawRendition(stored.path, {
        stored: size,
        isVector: extension === 'svg',
        plan,
        params,
        format,
      }),
    ),
  )
  return answerBytes(request, new Blob([Uint8Array.from(bytes)]), headers)
}

function headersOf(mimeType: string, tag: string): Headers {
  return new Headers({
    'content-type': mimeType,
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'cross-origin',
    etag: `"${tag}"`,
  })
}

/** @see RFC 6266, 4.3 for the two forms of a name */
function offer(headers: Headers, filename: string): void {
  const plain = filename.replaceAll(/[^\w.() -]/g, '_').slice(0, 200)
  const whole = encodeURIComponent(filename.toWellFormed().slice(0, 200)).replaceAll("'", '%27')
  headers.set('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${whole}`)
}
