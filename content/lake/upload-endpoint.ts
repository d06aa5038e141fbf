import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { assetTypeOf, extensionOfFile, extensionOfImage } from './asset-type.ts'
import { refuse } from './errors.ts'
import type { LakeContext } from './lake-context.ts'
import { LIMITS } from './limits.ts'
import { MUTATION_SCHEMAS } from './mutation.ts'
import { check } from './parse-mutation.ts'
import { readBytes } from './request-body.ts'
import { identify } from './rights.ts'

/**
 * `POST assets/images|files/{dataset}`: keeps the bytes under their SHA-1 and makes the
 * asset's document. The same bytes give the same document, whoever sends them again.
 */
export async function answerUpload(
  request: Request,
  kind: 'images' | 'files',
  lake: LakeContext,
): Promise<Response> {
  const rights = await identify(lake.authorize, request.headers, 'create')
  const bytes = await readBytes(request, kind === 'images' ? LIMITS.imageBytes : LIMITS.fileBytes)
  if (bytes.byteLength === 0) throw refuse(400, 'The asset is empty')

  const address = new URL(request.url).searchParams
  const filename = address.get('filename')?.slice(0, 255) ?? undefined
  const sha1 = createHash('sha1').update(bytes).digest('hex')
  const { name, extension, attributes } =
    kind === 'images' ? await describeImage(bytes, sha1) : describeFile(filename, sha1)
  const fileName = `${name}.${extension}`
  const path = `${kind}/${lake.project}/${lake.dataset}/${fileName}`
  const document = check('asset', MUTATION_SCHEMAS.createIfNotExists, {
    _id: `${kind === 'images' ? 'image' : 'file'}-${name}-${extension}`,
    assetId: sha1,
    sha1hash: sha1,
    extension,
    mimeType: assetTypeOf(extension).mimeType,
    size: bytes.byteLength,
    path,
    url: `${lake.publicUrl}/${path}`,
    uploadId: lake.randomId(),
    ...(filename !== undefined && { originalFilename: filename }),
    ...describedBy(address),
    ...attributes,
  })

  await lake.assets.keep(fileName, bytes)
  const outcome = await lake.writer.write({
    kind: 'mutation',
    isDryRun: false,
    rights,
    steps: [() => [{ kind: 'createIfNotExists', document }]],
  })
  return Response.json({ document: outcome.documents.get(document._id) })
}

async function describeImage(bytes: Uint8Array, sha1: string) {
  const metadata = await sharp(bytes)
    .metadata()
    .catch((cause: unknown) => {
      const reason = cause instanceof Error ? cause.message : 'unreadable'
      throw refuse(400, `The image cannot be read: ${reason}`)
    })
  const extension = extensionOfImage(metadata.format)
  if (!extension) throw refuse(400, `Images of the format ${metadata.format} are not taken`)
  const { width, height } = metadata.autoOrient
  return {
    name: `${sha1}-${width}x${height}`,
    extension,
    attributes: {
      _type: 'sanity.imageAsset',
      metadata: {
        _type: 'sanity.imageMetadata',
        dimensions: {
          _type: 'sanity.imageDimensions',
          width,
          height,
          aspectRatio: width / height,
        },
        hasAlpha: metadata.hasAlpha,
        isOpaque: !metadata.hasAlpha,
      },
    },
  }
}

function describeFile(filename: string | undefined, sha1: string) {
  return {
    name: sha1,
    extension: extensionOfFile(filename),
    attributes: { _type: 'sanity.fileAsset' },
  }
}

function describedBy(address: URLSearchParams) {
  const words = ['label', 'title', 'description', 'creditLine'].flatMap((name) => {
    const value = address.get(name)
    return value === null ? [] : [[name, value.slice(0, 2000)]]
  })
  const [id, name, url] = ['sourceId', 'sourceName', 'sourceUrl'].map((key) => address.get(key))
  const source = { id, name, url }
  return { ...Object.fromEntries(words), ...((id ?? name ?? url) ? { source } : {}) }
}
