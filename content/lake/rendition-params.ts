import { z } from 'zod'
import { refuse } from './errors.ts'
import { LIMITS } from './limits.ts'

const number = (least: number, most: number) =>
  z
    .string()
    .regex(/^-?\d{1,6}(?:\.\d{1,20})?$/, 'is not a number')
    .transform(Number)
    .refine((value) => value >= least && value <= most, `is not between ${least} and ${most}`)

const side = number(1, LIMITS.renditionSide).transform(Math.round)
const share = number(0, 1)

const rect = z
  .string()
  .regex(/^\d{1,6}(?:\.\d+)?(?:,\d{1,6}(?:\.\d+)?){3}$/, 'is not left,top,width,height')
  .transform((text) => {
    const [left = 0, top = 0, width = 0, height = 0] = text.split(',').map(Number).map(Math.round)
    return { left, top, width, height }
  })

/** RGB, ARGB, RRGGBB or AARRGGBB in hexadecimal. */
const colour = z
  .string()
  .regex(/^#?(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i, 'is not RGB, ARGB, RRGGBB or AARRGGBB')
  .transform((text) => {
    const digits = text.replace('#', '')
    const long = digits.length < 5 ? digits.replaceAll(/./g, '$&$&') : digits
    const [alpha = 0, r = 0, g = 0, b = 0] = Buffer.from(long.padStart(8, 'f'), 'hex')
    return { r, g, b, alpha: alpha / 255 }
  })

const EDGES = ['top', 'bottom', 'left', 'right', 'center', 'focalpoint', 'entropy'] as const

const crop = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(z.enum(EDGES)).max(2))

const schema = z
  .object({
    w: side,
    h: side,
    'min-w': side,
    'min-h': side,
    'max-w': side,
    'max-h': side,
    dpr: number(1, 3),
    fit: z.enum(['clip', 'crop', 'fill', 'fillmax', 'max', 'scale', 'min']),
    crop,
    'fp-x': share,
    'fp-y': share,
    rect,
    or: z.enum(['0', '90', '180', '270']).transform(Number),
    flip: z.enum(['h', 'v', 'hv', 'vh']),
    fm: z.enum(['jpg', 'pjpg', 'png', 'webp', 'avif']),
    auto: z.enum(['format']),
    q: number(0, 100).transform((value) => Math.max(1, Math.round(value))),
    bg: colour,
    blur: number(0, 2000),
    sharp: number(0, 100),
    sat: z.enum(['-100']),
    invert: z.enum(['true', 'false']).transform((text) => text === 'true'),
    frame: z.enum(['1']),
  })
  .partial()

/** What a rendition is to be like. */
export type RenditionParams = z.output<typeof schema>

/**
 * Reads the parameters of an image's address, as Sanity's image pipeline has them. Others are
 * left aside; of one that stands twice the first counts.
 *
 * @see https://www.sanity.io/docs/image-urls
 * @returns undefined where the image is asked for as it is
 * @throws LakeError 400 that names each wrong parameter
 */
export function readRenditionParams(address: URLSearchParams): RenditionParams | undefined {
  if (address.has('dlRaw')) return undefined
  const asked = Object.keys(schema.shape).flatMap((name) => {
    const value = address.get(name)
    return value === null ? [] : [[name, value]]
  })
  if (asked.length === 0) return undefined
  const result = schema.safeParse(Object.fromEntries(asked))
  if (result.success) return result.data
  const problems = result.error.issues.map(({ path, message }) => `${String(path[0])}: ${message}`)
  throw refuse(400, `The image cannot be drawn so. ${problems.join('; ')}`)
}
