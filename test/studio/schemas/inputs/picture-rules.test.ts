import { describe, expect, test } from 'vitest'
import { LIMITS } from '#content/lake/limits.ts'
import { UPLOAD_LIMITS } from '#content/model/limits.ts'
import { pictureProblem } from '../../../../studio/schemas/inputs/picture-rules.ts'

const MEGABYTE = 1024 * 1024

describe('a file that is to be a picture', () => {
  test('is taken while the lake takes it', () => {
    expect(UPLOAD_LIMITS).toEqual({ imageBytes: LIMITS.imageBytes, drawingBytes: LIMITS.svgBytes })
    expect(
      pictureProblem({ name: 'a.jpg', type: 'image/jpeg', size: LIMITS.imageBytes }),
    ).toBeUndefined()
  })

  test('of 40 MB is refused with its size, the limit, and what to do', () => {
    const problem = pictureProblem({ name: 'hall.jpg', type: 'image/jpeg', size: 40 * MEGABYTE })
    expect(problem).toMatch(/"hall\.jpg" is too large: 40 MB; at most 32 MB.*Save it smaller/)
  })

  test('as a drawing has a smaller limit', () => {
    expect(pictureProblem({ name: 'a.svg', type: 'image/svg+xml', size: 2 * MEGABYTE })).toMatch(
      /at most 1 MB/,
    )
  })

  test.each([
    ['letter.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['photo.heic', 'image/heic'],
    ['nothing', ''],
  ])('is refused as %s, with what to save it as', (name, type) => {
    expect(pictureProblem({ name, type, size: 10 })).toMatch(/Save it as JPEG or PNG/)
  })
})
