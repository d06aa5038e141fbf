import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exitAddress } from '#content/model/exit-address.ts'
import { runs } from '../../long.ts'

const isTaken = (address: string) => exitAddress.safeParse(address).success

describe('where readers leave to', () => {
  test.each([
    'https://www.yr.no/en',
    'https://worldweather.wmo.int/en/home.html',
    'https://WWW.Weather.EXAMPLE',
    'https://xn--80aswg.xn--p1ai/%D1%8F/',
  ])('may be %s', (address) => {
    expect(isTaken(address)).toBe(true)
  })

  test.each([
    ['without encryption', 'http://www.yr.no/en'],
    ['a script', 'javascript:alert(1)'],
    ['no address', 'the weather'],
    ['a path of ours', '/en'],
    ['with a name before the host', 'https://reader@weather.example/'],
    ['with a name and a word', 'https://a:b@weather.example/'],
    ['with an empty name', 'https://@weather.example/'],
    ['with what tells where we come from', 'https://weather.example/?from=waymark'],
    ['with an empty question', 'https://weather.example/?'],
    ['with a fragment', 'https://weather.example/#waymark'],
    ['with a port', 'https://weather.example:8443/'],
    ['a machine by its number', 'https://192.0.2.1/'],
    ['a machine by its number in another spelling', 'https://0x7f.1/'],
    ['a machine by its number of the sixth version', 'https://[2001:db8::1]/'],
    ['a machine nearby', 'https://localhost/'],
    ['another host behind a stroke', 'https://weather.example\\@evil.example/'],
    ['with a space', 'https://weather.example/a b'],
    ['endless', `https://weather.example/${'a'.repeat(300)}`],
  ])('is refused %s: %s', (_, address) => {
    expect(isTaken(address)).toBe(false)
  })

  test('says nothing but a host and a path to a browser, however it is written', () => {
    const part = fc.constantFrom(
      ...['https://', 'http://', 'a.example', 'b', '.', '/', '//', '\\', '@', ':', '?', '#', '%00'],
      ...['[::1]', '127.1', ' ', '\t', '\n', 'é', '&', ';', '"'],
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const address = ['https://', ...parts].join('')
        if (!isTaken(address)) return
        const url = new URL(address)
        expect(url.protocol).toBe('https:')
        expect([url.username, url.password, url.port, url.search, url.hash].join('')).toBe('')
        expect(url.hostname).toMatch(/\.[a-z][a-z0-9-]*$/)
      }),
      runs(500),
    )
  })
})
