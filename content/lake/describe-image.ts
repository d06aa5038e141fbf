import { blurHashOf } from './blur-hash.ts'
import { LakeBug, refuse } from './errors.ts'
import { paletteOf } from './palette.ts'
import { openPicture, readMetadata, refuseUnreadable } from './picture.ts'

/** Side of the picture that colours are counted in, and width of the one that stands in while the real one loads. */
const PALETTE_SIDE = 64
const STAND_IN_WIDTH = 20

const MOST_SVG_MS = 2000

/**
 * What an image's document says of it, in Sanity's shape. Reads every pixel, so that a picture
 * that is cut off is refused here and not when somebody needs it.
 *
 * @throws LakeError 400 where it cannot be drawn
 */
export async function describeImage(path: string, kind: string) {
  const metadata = await readMetadata(path, kind)
  if (metadata.exif ?? metadata.xmp ?? metadata.iptc) {
    throw new LakeBug('a cleaned picture still says who made it')
  }
  const { width, height, hasAlpha } = metadata
  const startedMs = performance.now()
  const colours = await refuseUnreadable(
    openPicture(path)
      .resize({ width: PALETTE_SIDE, height: PALETTE_SIDE, fit: 'fill' })
      .toColourspace('srgb')
      .ensureAlpha()
      .raw()
      .toBuffer(),
  )
  // A drawing cannot be stopped on its way: one that is slow at its own size would be a burden at any other.
  if (kind === 'svg' && performance.now() - startedMs > MOST_SVG_MS) {
    throw refuse(400, 'The SVG takes too long to draw: make it simpler')
  }
  return {
    width,
    height,
    attributes: {
      _type: 'sanity.imageMetadata',
      dimensions: {
        _type: 'sanity.imageDimensions',
        width,
        height,
        aspectRatio: width / height,
      },
      hasAlpha,
      isOpaque: !hasAlpha || (await refuseUnreadable(openPicture(path).stats())).isOpaque,
      palette: paletteOf(colours),
      lqip: await standIn(path, hasAlpha),
      blurHash: blurHashOf(colours, PALETTE_SIDE, width / height),
    },
  }
}

/** A few hundred bytes that hold the place of the picture: «low quality image placeholder». */
async function standIn(path: string, hasAlpha: boolean): Promise<string> {
  const small = openPicture(path).resize({ width: STAND_IN_WIDTH })
  const drawn = hasAlpha ? small.png() : small.jpeg({ quality: 60 })
  const bytes = await refuseUnreadable(drawn.toBuffer())
  return `data:image/${hasAlpha ? 'png' : 'jpeg'};base64,${bytes.toString('base64')}`
}
