import { refuse } from './errors.ts'
import { LIMITS } from './limits.ts'
import type { RenditionParams } from './rendition-params.ts'

/** A size in pixels. */
export interface Size {
  width: number
  height: number
}

/** A part of a picture in its pixels. */
export interface Region extends Size {
  left: number
  top: number
}

/** How a picture is cut, sized and placed. */
export interface RenditionPlan {
  /** Part that is drawn, before flipping and turning. */
  region: Region
  /** Size of what is drawn, as seen. */
  size: Size
  /** Surface around it, where it is larger. */
  canvas: Size
  /** Cut further to the part where most is to be seen. */
  isEntropy: boolean
}

/**
 * Decides what part of a picture is drawn and how large. First `rect` is taken, then it is
 * flipped and turned, then the sizes count. As hosted, a small picture is enlarged unless
 * `fit` is `max`, `fillmax` or `min`.
 *
 * @throws LakeError 400 where `rect` is outside, or the result larger than the limit
 */
export function planRendition(stored: Size, params: RenditionParams): RenditionPlan {
  const part = partOf(stored, params.rect)
  const seen = isSideways(params) ? { width: part.height, height: part.width } : part
  const { fit = 'clip' } = params
  const { box, isBoth } = boxOf(seen, params)

  if (fit === 'crop' || (fit === 'min' && isBoth)) {
    const size =
      fit === 'min'
        ? scaled(box, Math.min(1, seen.width / box.width, seen.height / box.height))
        : box
    const isEntropy = params.crop?.includes('entropy') ?? false
    const seenRegion = isEntropy ? { ...seen, left: 0, top: 0 } : cropTo(seen, size, params)
    const region = asStored(seenRegion, seen, params)
    return limited(
      {
        region: { ...region, left: region.left + part.left, top: region.top + part.top },
        size,
        canvas: size,
        isEntropy,
      },
      params,
    )
  }
  const size = sizeOf(seen, box, fit)
  const isFilled = isBoth && (fit === 'fill' || fit === 'fillmax')
  return limited({ region: part, size, canvas: isFilled ? box : size, isEntropy: false }, params)
}

/** Whether turning swaps width and height. */
export function isSideways({ or = 0 }: RenditionParams): boolean {
  return or % 180 !== 0
}

function partOf(stored: Size, rect: Region | undefined): Region {
  if (!rect) return { left: 0, top: 0, width: stored.width, height: stored.height }
  const width = Math.min(rect.width, stored.width - rect.left)
  const height = Math.min(rect.height, stored.height - rect.top)
  if (width < 1 || height < 1) throw refuse(400, 'rect: has no pixel of the image in it')
  return { ...rect, width, height }
}

/** The box that is asked for; a side that is not follows from the shape of the picture. */
function boxOf(seen: Size, params: RenditionParams): { box: Size; isBoth: boolean } {
  const { w, h, dpr = 1 } = params
  const isClamped = params.fit === 'crop'
  const clamp = (value: number, least = 1, most = Infinity) =>
    isClamped ? Math.max(least, Math.min(most, value)) : value
  const width = w ?? (h === undefined ? seen.width : (h * seen.width) / seen.height)
  const height = h ?? (w === undefined ? seen.height : (w * seen.height) / seen.width)
  const scale = w === undefined && h === undefined ? 1 : dpr
  return {
    box: scaled(
      {
        width: clamp(width, params['min-w'], params['max-w']),
        height: clamp(height, params['min-h'], params['max-h']),
      },
      scale,
    ),
    isBoth: w !== undefined && h !== undefined,
  }
}

function sizeOf(seen: Size, box: Size, fit: string): Size {
  if (fit === 'scale') return box
  const most = ['max', 'fillmax', 'min'].includes(fit) ? 1 : Infinity
  return scaled(seen, Math.min(most, box.width / seen.width, box.height / seen.height))
}

function scaled({ width, height }: Size, factor: number): Size {
  return {
    width: Math.max(1, Math.round(width * factor)),
    height: Math.max(1, Math.round(height * factor)),
  }
}

/** The largest part of the shape of `size`, at the edge or point that is asked for. */
function cropTo(seen: Size, size: Size, params: RenditionParams): Region {
  const factor = Math.min(seen.width / size.width, seen.height / size.height)
  const width = Math.min(seen.width, Math.max(1, Math.round(size.width * factor)))
  const height = Math.min(seen.height, Math.max(1, Math.round(size.height * factor)))
  const { x, y, isFocal } = anchorOf(params)
  const place = (whole: number, piece: number, at: number) =>
    isFocal
      ? Math.max(0, Math.min(whole - piece, Math.round(at * whole - piece / 2)))
      : Math.round((whole - piece) * at)
  return { left: place(seen.width, width, x), top: place(seen.height, height, y), width, height }
}

function anchorOf({ crop, 'fp-x': x, 'fp-y': y }: RenditionParams) {
  const isFocal = crop?.includes('focalpoint') ?? (x !== undefined || y !== undefined)
  if (isFocal) return { x: x ?? 0.5, y: y ?? 0.5, isFocal }
  const edge = (first: 'left' | 'top', last: 'right' | 'bottom') =>
    crop?.includes(first) ? 0 : crop?.includes(last) ? 1 : 0.5
  return { x: edge('left', 'right'), y: edge('top', 'bottom'), isFocal }
}

/** Where a part of the flipped and turned picture lies in the picture as it is kept. */
function asStored(region: Region, seen: Size, { or = 0, flip }: RenditionParams): Region {
  let { left, top, width, height } = region
  let frame = seen
  for (let turns = or / 90; turns > 0; turns--) {
    ;[left, top] = [top, frame.width - left - width]
    ;[width, height] = [height, width]
    frame = { width: frame.height, height: frame.width }
  }
  if (flip?.includes('h')) left = frame.width - left - width
  if (flip?.includes('v')) top = frame.height - top - height
  return { left, top, width, height }
}

/** A size that is asked for is refused past the limit; without one, a large original is made smaller. */
function limited(plan: RenditionPlan, { w, h }: RenditionParams): RenditionPlan {
  const { width, height } = plan.canvas
  const factor = Math.min(
    LIMITS.renditionSide / Math.max(width, height),
    Math.sqrt(LIMITS.renditionPixels / (width * height)),
  )
  if (factor >= 1) return plan
  if (w === undefined && h === undefined) {
    const size = { width: Math.floor(width * factor), height: Math.floor(height * factor) }
    return { ...plan, size, canvas: size }
  }
  const most = `${LIMITS.renditionSide} a side and ${LIMITS.renditionPixels} pixels at most`
  throw refuse(400, `The image would be ${width} x ${height}: ${most}`)
}
