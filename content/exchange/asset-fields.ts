/** What an archive says of an asset's place: an image or a file, and its name in the archive. */
export interface ArchivedAsset {
  kind: 'image' | 'file'
  /** Name of the file, without folder. */
  name: string
}

type JsonObject = Record<string, unknown>

const ASSET_ID = /^(image|file)-(?:([0-9a-f]{40})-\d+x\d+-([a-z0-9]+)|([0-9a-f]{40})-([a-z0-9]+))$/
const IN_ARCHIVE = /^(image|file)@file:\/\/\.\/(?:images|files)\/([^/\\]+)$/

/**
 * Name of an asset's file in an archive; undefined where the id is no asset's.
 *
 * @example archivedAsset('file-2f...-pdf') // { kind: 'file', name: '2f....pdf' }
 */
export function archivedAsset(id: string): ArchivedAsset | undefined {
  const [, kind, imageHash, imageExtension, hash, extension] = ASSET_ID.exec(id) ?? []
  if (kind === 'image' && imageHash && imageExtension) {
    return {
      kind,
      name: `${id.slice('image-'.length, -imageExtension.length - 1)}.${imageExtension}`,
    }
  }
  return kind === 'file' && hash && extension ? { kind, name: `${hash}.${extension}` } : undefined
}

/** Puts `_sanityAsset` where a field refers to an asset, as archives have it. */
export function archiveAssets(value: unknown): unknown {
  return changeObjects(value, (object) => {
    const asset = assetOf(object)
    if (!asset) return object
    const { asset: _asset, ...rest } = object
    return { _sanityAsset: `${asset.kind}@file://./${asset.kind}s/${asset.name}`, ...rest }
  })
}

/** Takes away fields that refer to assets, and items of lists that do. */
export function dropAssets(document: JsonObject): JsonObject {
  const { asset, ...rest } = document
  const own = assetOf(document) ? rest : { ...rest, ...(asset !== undefined && { asset }) }
  return Object.fromEntries(
    Object.entries(own).flatMap(([name, value]) => {
      const changed = changeObjects(value, (object) => (assetOf(object) ? undefined : object))
      return changed === undefined ? [] : [[name, changed]]
    }),
  )
}

/**
 * Puts references to assets where an archive has `_sanityAsset`.
 *
 * @param idOf id of the asset's document; throws where the archive has no such file
 */
export function referToAssets(
  value: unknown,
  idOf: (asset: ArchivedAsset | undefined, written: string) => string,
): unknown {
  return changeObjects(value, (object) => {
    const { _sanityAsset: written, ...rest } = object
    if (typeof written !== 'string') return object
    const [, kind, name] = IN_ARCHIVE.exec(written) ?? []
    const isRead = name !== undefined && (kind === 'image' || kind === 'file')
    const asset: ArchivedAsset | undefined = isRead ? { kind, name } : undefined
    const _ref = idOf(asset, written)
    return { _type: _ref.split('-')[0], ...rest, asset: { _type: 'reference', _ref } }
  })
}

function assetOf({ asset }: JsonObject): ArchivedAsset | undefined {
  if (!isObject(asset) || typeof asset['_ref'] !== 'string') return undefined
  return archivedAsset(asset['_ref'])
}

/** A copy in which every object has gone through `change`, the inner ones first; undefined leaves it out. */
function changeObjects(
  value: unknown,
  change: (object: JsonObject) => JsonObject | undefined,
): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => changeObjects(item, change)).filter((item) => item !== undefined)
  }
  if (!isObject(value)) return value
  return change(
    Object.fromEntries(
      Object.entries(value).flatMap(([name, inner]) => {
        const changed = changeObjects(inner, change)
        return changed === undefined ? [] : [[name, changed]]
      }),
    ),
  )
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
