import { describe, expect, test } from 'vitest'
import { BUILT_IN_LANGUAGES } from '#content/model/languages.ts'
import { embedHeaders, embedLinks, isEmbedded, ownPage } from '../../../site/lib/embedded.ts'

const at = (address: string) => new URL(address, 'https://help.example')
const isFor = (address: string) => isEmbedded(at(address), BUILT_IN_LANGUAGES)
const linked = (html: string) => embedLinks(html, BUILT_IN_LANGUAGES)

test.each([
  '/en/station?embed=1',
  '/TI/Station/?embed=1',
  '/ar/xa?embed=1',
  '/Q/DEMO01?embed=1',
  '/q/demo01/TI?embed=1',
  '/en/guide/rights?embed=1',
  '/en/station?card=1&embed=1',
])('%s stands in a frame', (address) => {
  expect(isFor(address)).toBe(true)
})

test.each([
  '/?embed=1',
  '/en?embed=1',
  '/en/station',
  '/en/station?embed=0',
  '/en/imprint?embed=1',
  '/posters/DEMO01?embed=1',
  '/studio/structure?embed=1',
  '/account/people?embed=1',
  '/login/first?embed=1',
  '/screen/station?embed=1',
  '/xx/station?embed=1',
])('%s does not', (address) => {
  expect(isFor(address)).toBe(false)
})

describe('the headers of a page for frames', () => {
  const policy = "default-src 'none';frame-ancestors 'none';img-src data:"

  test('name the sites that may show it, and leave the rest of the policy as it is', () => {
    const headers = embedHeaders(policy, ['https://a.example', 'https://b.example'])
    expect(headers['Content-Security-Policy']).toBe(
      "default-src 'none';frame-ancestors https://a.example https://b.example;img-src data:",
    )
    expect(headers['Cross-Origin-Resource-Policy']).toBe('cross-origin')
  })

  test('are those of any other page where nobody may', () => {
    expect(embedHeaders(policy, [])).toEqual({})
  })
})

describe('the links of a page in a frame', () => {
  test.each([
    ['/ti/station', '/ti/station?embed=1'],
    ['/ti/station?at=xa', '/ti/station?at=xa&amp;embed=1'],
    ['/ti/station?card=1&amp;embed=1', '/ti/station?card=1&amp;embed=1'],
    ['/ti/guide/rights?code=demo01', '/ti/guide/rights?code=demo01&amp;embed=1'],
    ['/Q/DEMO01/ti', '/Q/DEMO01/ti?embed=1'],
    ['/ti/xa?part=2#places', '/ti/xa?part=2&amp;embed=1#places'],
  ])('%s stays there', (href, here) => {
    expect(linked(`<a class="x" href="${href}" lang="ti">x</a>`)).toBe(
      `<a class="x" href="${here}" lang="ti">x</a>`,
    )
  })

  test.each(['https://weather.example/', '/', '/ti', '/ti/imprint', '/posters/DEMO01'])(
    '%s takes the whole window',
    (href) => {
      expect(linked(`<a href="${href}" data-exit>x</a>`)).toBe(
        `<a href="${href}" target="_top" data-exit>x</a>`,
      )
    },
  )

  test.each(['tel:+448081570142', 'sms:+447700900142', 'geo:45.5,13.5', '#content'])(
    '%s is left alone',
    (href) => {
      expect(linked(`<a href="${href}">x</a>`)).toBe(`<a href="${href}">x</a>`)
    },
  )

  test('one that names its window is left alone', () => {
    const own = '<a href="/ti/station" target="_top">x</a>'
    expect(linked(own)).toBe(own)
  })
})

test('the page of its own is the same without the frame', () => {
  expect(ownPage(at('/ti/station?embed=1'))).toBe('/ti/station')
  expect(ownPage(at('/ti/line-1?at=xa&embed=1'))).toBe('/ti/line-1?at=xa')
})
