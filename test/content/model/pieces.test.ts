import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { PIECES } from '#content/model/pieces.ts'

const POSTERS = path.resolve(import.meta.dirname, '../../../site/posters')

test('no poster sets smaller type than its piece says', () => {
  const template = readFileSync(path.join(POSTERS, 'poster.typ'), 'utf8')
  const press = readFileSync(path.join(POSTERS, 'press.ts'), 'utf8')
  const small = Number(/#let SMALL = ([\d.]+)/.exec(template)?.[1])
  const faces = [...template.matchAll(/\(size: ([\d.]+)(?:, small: ([\d.]+))?/g)].map(
    ([, size, own]) => Number(own ?? size),
  )
  const squeezes = /SQUEEZES = \[([\d., ]+)\]/.exec(press)?.[1]?.split(',').map(Number) ?? []
  const onA4 = small * Math.min(...faces) * Math.min(...squeezes)
  for (const { widthMm, smallestPoints } of Object.values(PIECES)) {
    const set = (onA4 * widthMm) / PIECES.a4.widthMm
    expect(smallestPoints).toBeLessThanOrEqual(set)
    expect(smallestPoints).toBeGreaterThan(set - 0.1)
  }
})
