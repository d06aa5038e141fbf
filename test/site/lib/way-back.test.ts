import { expect, test } from 'vitest'
import { BUILT_IN_LANGUAGES } from '#content/model/languages.ts'
import { fromHere, imprintOf, wayBack } from '../../../site/lib/way-back.ts'

const back = (query: string, lang = 'ti') =>
  wayBack(new URLSearchParams(query), lang, BUILT_IN_LANGUAGES)

test.each(['/Q/DEMO01/ti', '/ti/centralia-station'])('a guide leads back to %s', (address) => {
  expect(back(fromHere(address))).toBe(address)
})

test('a page behind a code without a language leads back in the language that it was read in', () => {
  expect(back(fromHere('/Q/DEMO01'))).toBe('/Q/DEMO01/ti')
})

test('a country, or anything that is no place of ours, leads back to the start', () => {
  expect(back(fromHere('/ti/xa'))).toBe('/ti')
  expect(back('place=//evil.example')).toBe('/ti')
  expect(back('code=DEMO01/../..')).toBe('/ti')
})

test('the imprint of one organisation keeps the way back, and names no other', () => {
  const query = new URLSearchParams('of=harbour&place=the-station')
  expect(imprintOf('lantern', 'ti', query)).toBe('/ti/imprint?of=lantern&place=the-station')
})
