import { UPLOAD_LIMITS } from '#content/model/limits.ts'

/** Kinds of picture that are taken in. */
export const PICTURE_TYPES = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/avif',
  'image/gif',
  'image/svg+xml',
] as const

const MEGABYTE = 1024 * 1024

/** What to do about a file that cannot become a picture here; undefined where it can. Sizes in bytes. */
export function pictureProblem(file: {
  name: string
  type: string
  size: number
}): string | undefined {
  if (!PICTURE_TYPES.some((type) => type === file.type)) {
    return `"${file.name}" is no picture that pages can show. Save it as JPEG or PNG and choose that file. Nothing was changed.`
  }
  const most = file.type === 'image/svg+xml' ? UPLOAD_LIMITS.drawingBytes : UPLOAD_LIMITS.imageBytes
  if (file.size <= most) return undefined
  const words = `${Math.ceil(file.size / MEGABYTE)} MB; at most ${most / MEGABYTE} MB are taken`
  return `"${file.name}" is too large: ${words}. Save it smaller, 3000 pixels on the longer side are plenty even for A3, and choose that file. Nothing was changed.`
}
