import fc from 'fast-check'
import { expect, test } from 'vitest'
import { laplace } from '#content/counts/laplace.ts'

test('noise is as likely above as below, and half of it lies within ln 2 / epsilon', () => {
  const draws = Array.from({ length: 10_000 }, (_, at) => laplace(0.5, () => at / 10_000))
  expect(draws.filter((draw) => draw > 0).length / 10_000).toBeCloseTo(0.5, 2)
  const near = draws.filter((draw) => Math.abs(draw) <= Math.LN2 / 0.5)
  expect(near.length / 10_000).toBeCloseTo(0.5, 2)
})

test('noise is a number, whatever comes up', () => {
  const epsilon = fc.double({ min: 0.01, max: 10, noNaN: true })
  const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  fc.assert(fc.property(epsilon, random, (e, r) => Number.isFinite(laplace(e, () => r))))
})
