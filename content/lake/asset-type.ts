import { refuse } from './errors.ts'
import { LIMITS } from './limits.ts'

/** A kind of file that is known by its first bytes. */
export interface AssetType {
  /** Extensions it may bear; the first is the usual one. */
  extensions: readonly string[]
  /** Media types it may be declared as; the first is what it is served as. */
  mimeTypes: readonly string[]
  /** Drawn or played by browsers, and unable to run script. Everything else is only offered as a download. */
  isInline: boolean
  isImage: boolean
  mostBytes: number
  matches(head: Buffer): boolean
}

/** First bytes of a file that are enough to know its type. */
export const HEAD_BYTES = 4096

const image = { isInline: true, isImage: true, mostBytes: LIMITS.imageBytes }
const media = { isInline: true, isImage: false, mostBytes: LIMITS.fileBytes }

/** @see https://mimesniff.spec.whatwg.org/#matching-a-mime-type-pattern for the patterns */
const TYPES: readonly AssetType[] = [
  {
    ...image,
    extensions: ['png'],
    mimeTypes: ['image/png', 'image/apng'],
    matches: (head) => startsWith(head, '\x89PNG\r\n\x1a\n'),
  },
  {
    ...image,
    extensions: ['jpg', 'jpeg', 'jpe', 'jfif'],
    mimeTypes: ['image/jpeg', 'image/jpg', 'image/pjpeg'],
    matches: (head) => startsWith(head, '\xff\xd8\xff'),
  },
  {
    ...image,
    extensions: ['webp'],
    mimeTypes: ['image/webp'],
    matches: (head) => startsWith(head, 'RIFF') && has(head, 'WEBP', 8),
  },
  {
    ...image,
    extensions: ['gif'],
    mimeTypes: ['image/gif'],
    matches: (head) => startsWith(head, 'GIF87a') || startsWith(head, 'GIF89a'),
  },
  {
    ...image,
    extensions: ['avif'],
    mimeTypes: ['image/avif'],
    matches: (head) => has(head, 'ftypavif', 4),
  },
  {
    ...image,
    extensions: ['tif', 'tiff'],
    mimeTypes: ['image/tiff'],
    matches: (head) => startsWith(head, 'II*\0') || startsWith(head, 'MM\0*'),
  },
  {
    isInline: false,
    isImage: true,
    mostBytes: LIMITS.svgBytes,
    extensions: ['svg'],
    mimeTypes: ['image/svg+xml'],
    matches: (head) => /^\ufeff?\s*<(?:\?xml|svg|!--)/.test(head.toString()) && hasTag(head, 'svg'),
  },
  {
    ...media,
    extensions: ['mp3'],
    mimeTypes: ['audio/mpeg', 'audio/mp3'],
    matches: (head) =>
      startsWith(head, 'ID3') || (head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2),
  },
  {
    ...media,
    extensions: ['m4a'],
    mimeTypes: ['audio/mp4', 'audio/x-m4a', 'audio/m4a'],
    matches: (head) => has(head, 'ftypM4A', 4),
  },
  {
    ...media,
    extensions: ['mp4', 'm4v', 'm4a'],
    mimeTypes: ['video/mp4', 'video/x-m4v', 'audio/mp4'],
    matches: (head) => /^ftyp(?:isom|iso[2-9]|mp4[12]|avc1|dash|M4V |MSNV)/.test(textAt(head, 4)),
  },
  {
    ...media,
    extensions: ['ogg', 'opus', 'oga'],
    mimeTypes: ['audio/ogg', 'audio/opus', 'application/ogg'],
    matches: (head) => startsWith(head, 'OggS\0'),
  },
  {
    ...media,
    extensions: ['wav'],
    mimeTypes: ['audio/wav', 'audio/x-wav', 'audio/wave', 'audio/vnd.wave'],
    matches: (head) => startsWith(head, 'RIFF') && has(head, 'WAVE', 8),
  },
  {
    ...media,
    extensions: ['webm'],
    mimeTypes: ['video/webm', 'audio/webm'],
    matches: (head) => isWebm(head) && !isSoundOnly(head),
  },
  {
    ...media,
    extensions: ['weba', 'webm'],
    mimeTypes: ['audio/webm', 'video/webm'],
    matches: (head) => isWebm(head) && isSoundOnly(head),
  },
  {
    isInline: false,
    isImage: false,
    mostBytes: LIMITS.fileBytes,
    extensions: ['pdf'],
    mimeTypes: ['application/pdf'],
    matches: (head) => startsWith(head, '%PDF-'),
  },
]

/** What senders say who do not know: no claim that could be a lie. */
const NO_CLAIM = ['application/octet-stream', 'text/plain', 'application/x-www-form-urlencoded']

/** How an asset of this extension is served. */
export function assetTypeOf(extension: string): { mimeType: string; isInline: boolean } {
  const type = TYPES.find(({ extensions }) => extensions.includes(extension))
  return {
    mimeType: type?.mimeTypes[0] ?? 'application/octet-stream',
    isInline: type?.isInline ?? false,
  }
}

/** The type that a file's first {@link HEAD_BYTES} show; undefined for one that is not known. */
export function sniff(head: Buffer): AssetType | undefined {
  return TYPES.find((type) => type.matches(head))
}

/**
 * Refuses a file that is not what its name or its sender says. Unknown kinds pass, for
 * they are only ever offered as a download.
 *
 * @throws LakeError 415
 */
export function refuseLies(
  type: AssetType | undefined,
  claims: { extension?: string | undefined; mimeType?: string | undefined },
): void {
  const said = claims.mimeType?.split(';')[0]?.trim().toLowerCase()
  const mimeType = said === undefined || NO_CLAIM.includes(said) ? undefined : said
  for (const [list, claim] of [
    ['extensions', claims.extension],
    ['mimeTypes', mimeType],
  ] as const) {
    if (claim === undefined || claim === '' || claim === 'bin') continue
    const isKnown = TYPES.some((known) => known[list].includes(claim))
    if (type ? type[list].includes(claim) : !isKnown) continue
    const found = type?.mimeTypes[0] ?? 'something else'
    throw refuse(415, `The file says it is ${claim}, but its bytes are ${found}`)
  }
}

/** Extension of a file by its name; undefined where it has none that is safe in an address. */
export function extensionOfFile(filename: string | undefined): string | undefined {
  return /\.([a-z0-9]{1,12})$/.exec(filename?.toLowerCase() ?? '')?.[1]
}

function textAt(head: Buffer, at: number): string {
  return head.toString('latin1', at, at + 16)
}

function has(head: Buffer, text: string, at: number): boolean {
  return textAt(head, at).startsWith(text)
}

function isWebm(head: Buffer): boolean {
  return startsWith(head, '\x1a\x45\xdf\xa3') && head.includes('webm')
}

// The tracks stand before the first sound, and name their codec by these letters.
// Source: Matroska codec mappings, https://www.matroska.org/technical/codec_specs.html
function isSoundOnly(head: Buffer): boolean {
  const holds = (codec: string) => head.includes(codec, 0, 'latin1')
  return (holds('A_OPUS') || holds('A_VORBIS')) && !holds('V_VP') && !holds('V_AV1')
}

function startsWith(head: Buffer, text: string): boolean {
  return has(head, text, 0)
}

function hasTag(head: Buffer, name: string): boolean {
  return new RegExp(`<${name}[\\s>/]`).test(head.toString())
}
