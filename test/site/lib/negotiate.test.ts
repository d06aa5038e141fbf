import { expect, test } from 'vitest'
import { negotiate } from '../../../site/lib/negotiate.ts'

const OFFERED = [
  'en',
  'fr',
  'ar',
  'ti',
  'tl',
  'prs',
  'fa',
  'kmr',
  'sr-Latn',
  'sr-Cyrl',
  'zh',
  'de-simple',
  'de',
]

test.each([
  ['ti-ER,ti;q=0.9,en;q=0.5', ['ti', 'en']],
  ['fil-PH', ['tl']],
  ['fa-AF', ['prs']],
  ['fa-IR', ['fa']],
  ['ku', ['kmr']],
  ['sr', ['sr-Cyrl']],
  ['sr-Latn-RS', ['sr-Latn']],
  ['zh-Hant-TW', ['zh']],
  ['de-AT', ['de']],
  ['en;q=0.2,ar;q=0.8', ['ar', 'en']],
  ['xx,ti;q=0', []],
  ['*', []],
  ['', []],
  ['ti,ar,fr,en', ['ti', 'ar']],
  ['nonsense;;;q=a,,ti', ['ti']],
])('"%s" gets %o', (header, expected) => {
  expect(negotiate(header, OFFERED)).toEqual(expected)
})

test('a header without end costs no more than a short one', () => {
  expect(negotiate('xx,'.repeat(100_000), OFFERED)).toEqual([])
})

test('a header full of wishes costs a reader no time', () => {
  const letters = [...'abcdefghijklm']
  const header = letters.flatMap((a) => letters.map((b) => `${a}${b}`)).join()
  const begun = performance.now()
  for (let time = 0; time < 500; time += 1) negotiate(header, OFFERED)
  expect(performance.now() - begun).toBeLessThan(1_000)
})
