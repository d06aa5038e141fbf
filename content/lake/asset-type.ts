/**
 * Media types by file extension. `isInline` ones are drawn or played and cannot run
 * script; everything else is only ever offered as a download.
 */
const TYPES: Record<string, { mimeType: string; isInline: boolean }> = {
  png: { mimeType: 'image/png', isInline: true },
  jpg: { mimeType: 'image/jpeg', isInline: true },
  webp: { mimeType: 'image/webp', isInline: true },
  gif: { mimeType: 'image/gif', isInline: true },
  avif: { mimeType: 'image/avif', isInline: true },
  tif: { mimeType: 'image/tiff', isInline: true },
  svg: { mimeType: 'image/svg+xml', isInline: false },
  mp3: { mimeType: 'audio/mpeg', isInline: true },
  m4a: { mimeType: 'audio/mp4', isInline: true },
  ogg: { mimeType: 'audio/ogg', isInline: true },
  opus: { mimeType: 'audio/ogg', isInline: true },
  wav: { mimeType: 'audio/wav', isInline: true },
  mp4: { mimeType: 'video/mp4', isInline: true },
  webm: { mimeType: 'video/webm', isInline: true },
  pdf: { mimeType: 'application/pdf', isInline: false },
}

const UNKNOWN = { mimeType: 'application/octet-stream', isInline: false }

/** Extensions of the formats that sharp names in its metadata. */
const IMAGE_EXTENSIONS: Record<string, string> = {
  png: 'png',
  jpeg: 'jpg',
  webp: 'webp',
  gif: 'gif',
  heif: 'avif',
  tiff: 'tif',
  svg: 'svg',
}

/** How an asset of this extension is served. */
export function assetTypeOf(extension: string): { mimeType: string; isInline: boolean } {
  return TYPES[extension] ?? UNKNOWN
}

/** Extension of an image format as sharp names it; undefined for one that is not taken. */
export function extensionOfImage(format: string | undefined): string | undefined {
  return format === undefined ? undefined : IMAGE_EXTENSIONS[format]
}

/** Extension of a file by its name, `bin` where it has none that is safe in an address. */
export function extensionOfFile(filename: string | undefined): string {
  return /\.([a-z0-9]{1,12})$/.exec(filename?.toLowerCase() ?? '')?.[1] ?? 'bin'
}
