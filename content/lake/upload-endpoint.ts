import { join } from 'node:path'
import { assetTypeOf, extensionOfFile, refuseLies } from './asset-type.ts'
import { cleanUpload } from './clean-upload.ts'
import { describeImage } from './describe-image.ts'
import { refuse } from './errors.ts'
import type { LakeContext } from './lake-context.ts'
import { LIMITS } from './limits.ts'
import { MUTATION_SCHEMAS } from './mutation.ts'
import { check } from './parse-mutation.ts'
import { receiveUpload, type Upload } from './receive-upload.ts'
import { type Identity, identify, seenOf } from './rights.ts'

type Kind = 'images' | 'files'

/** How the documents of each kind of asset begin. */
const ASSETS = {
  images: { _id: 'image-', _type: 'sanity.imageAsset' },
  files: { _id: 'file-', _type: 'sanity.fileAsset' },
} as const

/**
 * `POST assets/images|files/{dataset}`: keeps the bytes, cleaned, under the SHA-1 of what is kept,
 * and makes the asset's document. The same file gives the same document, whoever sends it again.
 */
export async function answerUpload(
  request: Request,
  kind: Kind,
  lake: LakeContext,
): Promise<Response> {
  const identity = await identify(lake, request, 'create')
  requireRightTo(identity, kind, lake)
  const address = new URL(request.url).searchParams
  const filename = address.get('filename')?.slice(0, 255) ?? undefined
  const document = await lake.assets.withWorkplace(async (folder) => {
    const upload = await receive(request, kind, filename, join(folder, 'received'))
    const asset = await lake.reading.pass(() => prepare(upload, kind, filename, folder))
    const path = `${kind}/${lake.project}/${lake.dataset}/${asset.name}.${asset.extension}`
    const { name, extension, file, attributes } = asset
    const proposed = check('asset', MUTATION_SCHEMAS.createIfNotExists, {
      _id: `${ASSETS[kind]._id}${name}-${extension}`,
      assetId: file.sha1,
      sha1hash: file.sha1,
      extension,
      mimeType: assetTypeOf(extension).mimeType,
      size: file.size,
      path,
      url: `${lake.publicUrl}/${path}`,
      uploadId: lake.randomId(),
      ...(filename !== undefined && { originalFilename: filename }),
      ...describedBy(address),
      ...attributes,
    })
    await lake.assets.keep(`${name}.${extension}`, file.path)
    return proposed
  })
  const outcome = await lake.writer.write({
    kind: 'mutation',
    isDryRun: false,
    identity,
    steps: [() => [{ kind: 'createIfNotExists', document }]],
  })
  return Response.json({ document: seenOf(outcome.documents.get(document._id), identity.audience) })
}

/** Asked before bytes are taken in; that the very document may be made is asked again when it is. */
function requireRightTo(identity: Identity, kind: Kind, lake: LakeContext): void {
  const now = lake.now().toISOString()
  const system = { _rev: '', _createdAt: now, _updatedAt: now }
  const reason = identity.refusalOf('create', { after: { ...ASSETS[kind], ...system } })
  if (reason !== undefined) throw refuse(403, reason, 'forbidden')
}

function receive(
  request: Request,
  kind: Kind,
  filename: string | undefined,
  path: string,
): Promise<Upload> {
  const claims = {
    extension: extensionOfFile(filename),
    mimeType: request.headers.get('content-type') ?? undefined,
  }
  return receiveUpload(request, path, {
    mostBytes: kind === 'images' ? LIMITS.imageBytes : LIMITS.fileBytes,
    judge(type) {
      if (kind === 'images' && !type?.isImage) {
        throw refuse(400, 'The file is no image of a kind that is taken')
      }
      refuseLies(type, claims)
    },
  })
}

async function prepare(upload: Upload, kind: Kind, filename: string | undefined, folder: string) {
  const file = await cleanUpload(upload, folder)
  const usual = upload.type?.extensions[0]
  if (kind === 'files') {
    const extension = extensionOfFile(filename) ?? usual ?? 'bin'
    return { name: file.sha1, extension, file, attributes: { _type: 'sanity.fileAsset' } }
  }
  const extension = usual ?? 'bin'
  const { width, height, attributes } = await describeImage(file.path, extension)
  return {
    name: `${file.sha1}-${width}x${height}`,
    extension,
    file,
    attributes: { _type: 'sanity.imageAsset', metadata: attributes },
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
