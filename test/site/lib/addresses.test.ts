import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BUILT_IN_LANGUAGES } from '#content/model/languages.ts'
import { languageOf, pageKey, spellAddress } from '../../../site/lib/addresses.ts'

const spell = (pathname: string) => spellAddress(pathname, BUILT_IN_LANGUAGES)
const key = (address: string, wanted: string[] = []) =>
  pageKey(new URL(address, 'https://help.example'), () => wanted, BUILT_IN_LANGUAGES)

describe('spelling', () => {
  test.each([
    ['/', '/', false],
    ['/TI/Centralia-Station/', '/ti/centralia-station', false],
    ['/sr-latn//Guide/Rights', '/sr-Latn/guide/rights', false],
    ['/q/demo01', '/Q/DEMO01', true],
    ['/Q/DEMO01/TI', '/Q/DEMO01/ti', true],
    ['/q/demo01/SR-LATN/', '/Q/DEMO01/sr-Latn', true],
    ['/Posters/demo01.PDF', '/posters/DEMO01.pdf', true],
    ['/xx/Somewhere/', '/xx/Somewhere', false],
    ['/ti/%63entralia%2dstation', '/ti/centralia-station', false],
    ['/%51/%44EMO01', '/Q/DEMO01', true],
    ['/ti/%2Fetc%00', '/ti/%2fetc%00', false],
    ['/ti/%252e%252e', '/ti/%252e%252e', false],
    ['/%/%ff', '/%/%ff', false],
  ])('%s is %s', (given, path, isServedAsIs) => {
    expect(spell(given)).toEqual({ path, isServedAsIs })
  })

  test('what is spelt right stays as it is', () => {
    const segment = fc.constantFrom(
      'q',
      'Q',
      'posters',
      'TI',
      'sr-latn',
      'Demo01',
      'a.b.C',
      'x',
      '%20',
    )
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 5 }), (segments) => {
        const { path } = spell(`/${segments.join('/')}`)
        expect(spell(path).path).toBe(path)
      }),
    )
  })

  test('no path leads to another host', () => {
    expect(spell('//evil.example/x').path).toBe('/evil.example/x')
  })
})

describe('key of a page', () => {
  test('what a page does not read changes nothing', () => {
    expect(key('/ti/centralia-station?utm_source=x&lang=ar')).toBe(key('/ti/centralia-station'))
    expect(key('/posters/DEMO01?x=1&size=a4&lang=ti')).toBe(key('/posters/DEMO01?lang=ti&size=a4'))
  })

  test('a legal page is one of an organisation, or of those behind a help page, and no other', () => {
    expect(key('/ti/imprint?x=1&embed=1&at=xa')).toBe(key('/ti/imprint'))
    expect(key('/ti/imprint?place=the-station&of=Org-A')).toBe(
      key('/ti/imprint?of=org-a&place=the-station'),
    )
    expect(key('/ti/imprint?of=org-a')).not.toBe(key('/ti/imprint?of=org-b'))
    expect(key('/ti/imprint?of=../x')).toBe(key('/ti/imprint'))
    const longest = 'a'.repeat(128)
    expect(key(`/ti/privacy?of=${longest}`)).toContain(longest)
  })

  test('the browser’s languages count only where the address names none', () => {
    expect(key('/ti/centralia-station', ['ar'])).toBe(key('/ti/centralia-station', ['fr']))
    expect(key('/Q/DEMO01/ti', ['ar'])).toBe(key('/Q/DEMO01/ti'))
    expect(key('/Q/DEMO01', ['ar'])).not.toBe(key('/Q/DEMO01', ['fr']))
    expect(key('/nn/centralia-station', ['ar'])).not.toBe(key('/nn/centralia-station', ['fr']))
  })

  test('the language of an address is found in its place', () => {
    const language = (address: string) =>
      languageOf(new URL(address, 'https://help.example'), BUILT_IN_LANGUAGES)
    expect(language('/ti/centralia-station')).toBe('ti')
    expect(language('/Q/DEMO01/TI')).toBe('ti')
    expect(language('/posters/DEMO01?lang=sr-latn')).toBe('sr-Latn')
    expect(language('/Q/DEMO01')).toBeUndefined()
    expect(language('/posters/ti')).toBeUndefined()
  })
})
