import sharp, { type Sharp } from 'sharp'
import { LIMITS } from './limits.ts'
import { openPicture, refuseUnreadable } from './picture.ts'
import type { RenditionFormat } from './rendition-format.ts'
import type { RenditionParams } from './rendition-params.ts'
import { isSideways, type RenditionPlan, type Size } from './rendition-plan.ts'

/** All that a rendition depends on. */
export interface Rendition {
  /** Size of the original. */
  stored: Size
  isVector: boolean
  plan: RenditionPlan
  params: RenditionParams
  format: RenditionFormat
}

/** Resolution at which a pixel of an SVG is one pixel. @see https://sharp.pixelplumbing.com/api-constructor */
const VECTOR_DENSITY = 72
const MOST_DENSITY = 2400

const WHITE = { r: 255, g: 255, b: 255, alpha: 1 }
const CLEAR = { r: 0, g: 0, b: 0, alpha: 0 }

/**
 * Draws a rendition: in sRGB, without any metadata, of an animation the first picture.
 *
 * @throws LakeError 400 where the original cannot be drawn, or not in time
 */
export function drawRendition(path: string, rendition: Rendition): Promise<Buffer> {
  return refuseUnreadable(draw(path, rendition))
}

async function draw(path: string, rendition: Rendition): Promise<Buffer> {
  const { params, format } = rendition
  const sized = sizedPicture(path, rendition)
  const turned = params.or || params.flip ? await turn(sized, params) : sized
  return write(place(turned, rendition), format, params.q).toBuffer()
}

function sizedPicture(path: string, { stored, plan, params, isVector }: Rendition): Sharp {
  const { region, size, isEntropy } = plan
  const isWhole = region.width === stored.width && region.height === stored.height
  const scale = Math.max(size.width, size.height) / Math.max(stored.width, stored.height)
  const density = Math.min(MOST_DENSITY, Math.max(1, VECTOR_DENSITY * scale))
  const picture = openPicture(path, isVector && isWhole ? { density } : {})
  if (!isWhole) picture.extract(region)
  const [width, height] = isSideways(params) ? [size.height, size.width] : [size.width, size.height]
  return isEntropy
    ? picture.resize({ width, height, fit: 'cover', position: 'entropy' })
    : picture.resize({ width, height, fit: 'fill' })
}

/** Steps of their own: within one, sharp has its own order of turning, cutting and sizing. */
async function turn(picture: Sharp, { or = 0, flip }: RenditionParams): Promise<Sharp> {
  const flipped = (await redrawn(picture.toColourspace('srgb')))
    .flop(flip?.includes('h') ?? false)
    .flip(flip?.includes('v') ?? false)
  return redrawn((await redrawn(flipped)).rotate(or))
}

async function redrawn(picture: Sharp): Promise<Sharp> {
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  return sharp(data, { raw: { width, height, channels } }).timeout({
    seconds: LIMITS.drawingSeconds,
  })
}

function place(picture: Sharp, { plan, params, format }: Rendition): Sharp {
  const { size, canvas } = plan
  const hasClear = format !== 'jpg' && format !== 'pjpg'
  const background = params.bg ?? (hasClear ? CLEAR : WHITE)
  const left = Math.floor((canvas.width - size.width) / 2)
  const top = Math.floor((canvas.height - size.height) / 2)
  const right = canvas.width - size.width - left
  const bottom = canvas.height - size.height - top
  if (left + right + top + bottom > 0) {
    if (hasClear) picture.ensureAlpha()
    picture.extend({ left, top, right, bottom, background })
  }
  if (params.blur) picture.blur(sigmaOf(params.blur))
  if (params.sharp) picture.sharpen({ sigma: 0.5 + params.sharp / 50 })
  if (params.sat) picture.grayscale()
  if (params.invert) picture.negate({ alpha: false })
  if (!hasClear || params.bg?.alpha === 1) picture.flatten({ background })
  return picture
}

/** Hosted, the strength of `blur` is not documented: here 50 is a soft blur, 2000 leaves colours only. */
function sigmaOf(blur: number): number {
  return Math.max(0.3, blur / 40)
}

function write(picture: Sharp, format: RenditionFormat, quality = 75): Sharp {
  switch (format) {
    case 'jpg':
      return picture.jpeg({ quality })
    case 'pjpg':
      return picture.jpeg({ quality, progressive: true })
    case 'png':
      return picture.png()
    case 'webp':
      return picture.webp({ quality })
    case 'avif':
      // The scale of AVIF is another: its 55 looks like the 75 of JPEG.
      return picture.avif({ quality: Math.max(1, Math.round(quality * 0.73)), effort: 2 })
  }
}
