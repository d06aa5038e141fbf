import { writeFile } from 'node:fs/promises'
import sharp, { type Metadata, type Sharp } from 'sharp'
import { LakeBug, LakeError, refuse } from './errors.ts'
import { LIMITS } from './limits.ts'
import { assetFailure } from './storage-failure.ts'

/** Names that sharp gives to formats, by our extensions. */
const FORMATS: Record<string, string> = {
  jpg: 'jpeg',
  png: 'png',
  webp: 'webp',
  gif: 'gif',
  avif: 'heif',
  tif: 'tiff',
  svg: 'svg',
}

/** A way to read a picture, within our limits. Damaged ones fail rather than come out grey. */
export function openPicture(path: string, options: { density?: number } = {}): Sharp {
  return sharp(path, { ...options, limitInputPixels: LIMITS.imagePixels, failOn: 'error' }).timeout(
    {
      seconds: LIMITS.drawingSeconds,
    },
  )
}

/** Turns what sharp says about a picture into a refusal; its own words name our files. */
export async function refuseUnreadable<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (cause) {
    if (cause instanceof LakeError || cause instanceof LakeBug) throw cause
    const reason = cause instanceof Error ? cause.message : ''
    if (/pixel limit|exceeds|too large/i.test(reason)) {
      throw refuse(400, `The image is larger than ${LIMITS.imagePixels} pixels`)
    }
    if (/timeout/i.test(reason)) {
      throw refuse(400, `The image takes more than ${LIMITS.drawingSeconds} seconds to draw`)
    }
    throw refuse(400, 'The image cannot be read: it is damaged or of a kind that is not taken')
  }
}

/** Reads a picture's head. Throws LakeError 400 where it is not what its first bytes say. */
export async function readMetadata(path: string, kind: string): Promise<Metadata> {
  const metadata = await refuseUnreadable(openPicture(path).metadata())
  const { format, width, height } = metadata
  if (format !== FORMATS[kind]) throw refuse(400, `The image is ${format} and not ${kind}`)
  if (width * height > LIMITS.imagePixels) {
    throw refuse(400, `The image is larger than ${LIMITS.imagePixels} pixels`)
  }
  return metadata
}

/**
 * Turns a picture that is only marked as turned, since the mark goes with the EXIF, and writes
 * a TIFF anew without loss, since its parts are too many to be told apart.
 *
 * @returns path of the picture that stands upright, the given one where it does already
 */
export async function standUpright(path: string, kind: string, target: string): Promise<string> {
  const { orientation = 1, pages = 1 } = await readMetadata(path, kind)
  const isTurned = orientation !== 1 && pages === 1 && ['jpg', 'png', 'webp'].includes(kind)
  if (!isTurned && kind !== 'tif') return path
  const picture = openPicture(path).autoOrient().keepIccProfile()
  // Not by toFile: its error would not tell a damaged picture from a disk that does not take it.
  const bytes = await refuseUnreadable(written(picture, kind).toBuffer())
  await writeFile(target, bytes).catch((cause: unknown) => {
    throw assetFailure(cause)
  })
  return target
}

function written(picture: Sharp, kind: string): Sharp {
  switch (kind) {
    case 'jpg':
      return picture.jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
    case 'webp':
      return picture.webp({ quality: 95 })
    case 'png':
      return picture.png()
    default:
      return picture.tiff({ compression: 'deflate' })
  }
}
