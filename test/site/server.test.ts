import { execFileSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { mkdir, readdir, readlink } from 'node:fs/promises'
import { createServer } from 'node:http'
import path from 'node:path'
import type { SanityClient } from '@sanity/client'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { services } from '../../site/lib/services.ts'
import { readSettings } from '../../site/lib/settings.ts'
import { unbroken } from '../../site/lib/unbroken.ts'
import { type Running, startServer } from '../../site/server.ts'
import { temporaryFolder } from '../browser.ts'
import { signedIn } from '../signed-in.ts'
import { personOf, publishFacts } from '../verified.ts'

const PLACE = 'centralia-station'
// A Wednesday; the demo's dates are offsets from it.
const NOON = Date.parse('2026-03-04T12:00:00Z')

describe('the process', () => {
  const clock = { now: NOON }
  let server: Running
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  let author: SanityClient
  let colleague: SanityClient

  beforeAll(async () => {
    folder = await temporaryFolder('server')
    const env = { PORT: '0', WAYMARK_DATA: folder.folder, LOG_LEVEL: 'silent' }
    server = await startServer({ settings: readSettings(env, '/'), now: () => clock.now })
    const where = { dataFolder: folder.folder, origin: server.url }
    author = await signedIn(where, 'editor', 'author', () => clock.now)
    colleague = await signedIn(where, 'editor', 'colleague', () => clock.now)
  })
  afterAll(async () => {
    await server.stop()
    await folder.remove()
  })

  const get = (address: string, headers: Record<string, string> = {}) =>
    fetch(`${server.url}${address}`, { headers, redirect: 'manual' })
  const page = async (address: string, headers?: Record<string, string>) =>
    (await get(address, headers)).text()

  test('secrets are nobody else’s', () => {
    expect(statSync(path.join(folder.folder, 'secrets')).mode & 0o777).toBe(0o700)
    expect(statSync(folder.folder).mode & 0o077).toBe(0)
  })

  test('what it says is there to open is there', async () => {
    const { place, code } = server.examples
    expect({ place, code }).toEqual({ place: PLACE, code: 'DEMO01' })
    expect((await get(`/en/${place}`)).status).toBe(200)
  })

  test('it says that it lives', async () => {
    expect((await get('/healthz')).status).toBe(200)
  })

  test.each([
    '/',
    '/en',
    `/ti/${PLACE}`,
    '/en/xa',
    '/en/imprint',
    '/en/privacy',
    '/en/accessibility',
  ])('%s is there, sets no cookie and calls nobody', async (address) => {
    const response = await get(address)
    const html = await response.text()
    expect(response.status).toBe(200)
    expect(response.headers.get('set-cookie')).toBeNull()
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(
      // Sound is only loaded by who plays it.
      html.match(/<(script|img|link|iframe|source)[^>]+(src|href)="(?!data:|\/media\/)[^"]*"/g),
    ).toBeNull()
    expect(html).not.toMatch(/localStorage|sessionStorage|indexedDB|serviceWorker|manifest/)
  })

  test('a country leads to all of its places, after its helplines, and asks for no location', async () => {
    const countries = await page('/en')
    expect(countries).toMatch(/<a href="\/en\/xa">\s*<strong>Arvenia<\/strong>\s*<span>Places · \d/)
    expect(countries).not.toContain(`/en/${PLACE}"`)
    const html = await page('/en/xa')
    const [first = 0, place = 0] = ['href="tel:', `href="/en/${PLACE}"`].map((one) =>
      html.indexOf(one),
    )
    expect(first).toBeGreaterThan(0)
    expect(place).toBeGreaterThan(first)
    expect(html).not.toContain('geolocation')
  })

  test('a part of a country that is not there is answered with help', async () => {
    const response = await get('/en/xa?part=2')
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('href="tel:')
  })

  test('every answer is guarded, whatever it is', async () => {
    for (const address of [
      '/healthz',
      '/en',
      '/nowhere',
      '/lake/v1/x',
      '/posters/DEMO01.svg',
      '/screen/x',
    ]) {
      const { headers } = await get(address)
      expect(headers.get('x-content-type-options'), address).toBe('nosniff')
      expect(headers.get('referrer-policy'), address).toBe('no-referrer')
      expect(headers.get('permissions-policy'), address).toContain('geolocation=()')
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy, address).toContain("frame-ancestors 'none'")
      expect(policy, address).toContain("default-src 'none'")
      expect(policy, address).not.toContain('unsafe')
    }
  })

  test('the language of an unknown place’s page is the reader’s, and its helplines are there', async () => {
    for (const [tag, dir] of [
      ['ar', 'rtl'],
      ['ti', 'ltr'],
    ]) {
      for (const address of [`/${tag}/no-such-place`, `/${tag}/zz`, `/${tag}/guide/nothing`]) {
        const response = await get(address)
        const html = await response.text()
        expect(response.status, address).toBe(404)
        expect(html, address).toContain(`<html lang="${tag}" dir="${dir}"`)
        expect(html, address).toMatch(/href="tel:\+/)
        expect(html, address).toContain('href="tel:112"')
      }
      const negotiated = await page('/Q/ZZZZZZ', { 'Accept-Language': tag ?? '' })
      expect(negotiated).toContain(`<html lang="${tag}" dir="${dir}"`)
    }
  })

  test('a language that we lack leads to the place in one that we have', async () => {
    const response = await get(`/xx/${PLACE}`, { 'Accept-Language': 'ar' })
    expect(response.status).toBe(404)
    expect(await response.text()).toContain(`href="/ar/${PLACE}"`)
    const code = await get('/Q/DEMO01/XX', { 'Accept-Language': 'ar' })
    expect(code.status).toBe(404)
    expect(await code.text()).toContain('href="/Q/DEMO01"')
  })

  test('an unknown size, language or format of a poster is a helpful 404', async () => {
    for (const tail of ['?size=a9', '?lang=xx', '.docx', '.pdf.pdf', '.constructor']) {
      const response = await get(`/posters/DEMO01${tail}`)
      expect(response.status, tail).toBe(404)
      expect(response.headers.get('content-type'), tail).toContain('text/html')
      expect(await response.text(), tail).toMatch(/href="tel:\+/)
    }
  })

  test('a poster is the same in every spelling of what is asked, whoever has asked before', async () => {
    for (const query of ['?size=A4&lang=TI', '?lang=ti&size=a4', '?x=1&size=a4&lang=ti&lang=ar']) {
      const response = await get(`/posters/DEMO01${query}`)
      expect(response.status, query).toBe(200)
      expect(await response.text(), query).toContain('DEMO01.pdf?lang=ti&amp;size=a4')
    }
    expect((await get('/posters/DEMO01?lang=&size=')).status).toBe(200)
  })

  test('a crowd that wants one page gets it, however large it is', async () => {
    const crowd = await Promise.all(
      Array.from({ length: 500 }, () => get('/posters/DEMO01?lang=fr&size=a3')),
    )
    expect(new Set(crowd.map(({ status }) => status))).toEqual(new Set([200]))
    await Promise.all(crowd.map((response) => response.arrayBuffer()))
  })

  test('nothing is added to the address of a page', async () => {
    for (const address of ['/Q/DEMO01/ti/1', `/ti/${PLACE}/1`, '/posters/DEMO01/1', '/_image']) {
      expect((await get(address)).status, address).toBe(404)
    }
    expect((await get(`/ti/%63${PLACE.slice(1)}`)).headers.get('location')).toBe(`/ti/${PLACE}`)
  })

  test('an address in capitals or with a slash leads to the one that is right', async () => {
    const response = await get(`/TI/${PLACE.toUpperCase()}/`)
    expect(response.status).toBe(308)
    expect(response.headers.get('location')).toBe(`/ti/${PLACE}`)
  })

  test('a printed code opens in any case, misread letters too, in the reader’s language', async () => {
    for (const address of ['/Q/DEMO01', '/q/demo01', '/q/DEM001/', '/Q/DEMOO1/TI']) {
      const response = await get(address, { 'Accept-Language': 'ti' })
      expect(response.status, address).toBe(200)
      expect(response.headers.get('cdn-cache-control'), address).toBeNull()
      expect(await response.text(), address).toContain('<html lang="ti"')
    }
    expect((await get('/Q/DEMO01')).headers.get('vary')).toContain('Accept-Language')
    expect(await page('/Q/DEMO01', { 'Accept-Language': 'xx' })).toContain('<html lang="en"')
  })

  test('an unlisted place opens by its code only', async () => {
    const hidden = await author.fetch<{ slug: string; code: string } | null>(
      `*[_type == "placement" && place->listed != true][0]{"slug": place->slug.current, code}`,
    )
    expect(hidden).not.toBeNull()
    expect((await get(`/en/${hidden?.slug}`)).status).toBe(404)
    expect((await get(`/Q/${hidden?.code}`)).status).toBe(200)
    expect(await page('/en')).not.toContain(`/${hidden?.slug}"`)
  })

  test('a help page is kept in the compression asked for, and by a CDN for a minute at most', async () => {
    await page(`/ti/${PLACE}`)
    const kept = await get(`/ti/${PLACE}?utm_source=poster`, { 'Accept-Encoding': 'br' })
    expect(kept.headers.get('content-encoding')).toBe('br')
    expect(kept.headers.get('cdn-cache-control')).toMatch(/^max-age=([1-9]|[1-5]\d|60)$/)
    const etag = kept.headers.get('etag') ?? ''
    expect((await get(`/ti/${PLACE}`, { 'If-None-Match': etag })).status).toBe(304)
    const head = await fetch(`${server.url}/ti/${PLACE}`, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
  })

  test.each([`/so/${PLACE}`, '/so/xa', '/so', '/so/imprint', '/Q/DEMO01/so'])(
    '%s says the same of itself in every way it is asked for, rendered and kept',
    async (address) => {
      const said = async (method: string) => {
        const response = await fetch(`${server.url}${address}`, {
          method,
          headers: { 'Accept-Encoding': 'br' },
        })
        await response.arrayBuffer()
        const names = ['content-language', 'content-length', 'content-encoding', 'etag', 'vary']
        return names.map((name) => response.headers.get(name))
      }
      const rendered = await said('HEAD')
      expect(rendered[0]).toBe('so')
      expect(rendered).not.toContain(null)
      for (const method of ['HEAD', 'GET']) expect(await said(method)).toEqual(rendered)
    },
  )

  test('nobody shows a page in a frame unless a setting says who may', async () => {
    for (const address of [`/en/${PLACE}?embed=1`, `/en/${PLACE}?embed=1`]) {
      const { headers } = await get(address)
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    }
  })

  test('the sites of the setting may show help in a frame, rendered or kept, and nothing else', async () => {
    const provided = services()
    Object.assign(provided, { embedOrigins: ['https://city.example'] })
    const framing = async (address: string) => {
      const { headers } = await get(address)
      const policy = headers.get('content-security-policy') ?? ''
      return [/frame-ancestors ([^;]*)/.exec(policy)?.[1], headers.get('x-frame-options')]
    }
    for (const address of [
      `/ro/${PLACE}?embed=1`,
      '/ro/xa?embed=1',
      '/q/demo01/RO?embed=1',
      '/ro/no-such-place?embed=1',
    ]) {
      expect(await framing(address), address).toEqual(['https://city.example', null])
      expect(await framing(address), address).toEqual(['https://city.example', null])
    }
    for (const address of [
      `/ro/${PLACE}`,
      '/ro?embed=1',
      '/ro/imprint?embed=1',
      '/login?embed=1',
    ]) {
      expect(await framing(address), address).toEqual(["'none'", 'DENY'])
    }
    Object.assign(provided, { embedOrigins: [] })
    provided.pageCache.invalidate()
  })

  test('an embedded page has no frame of ours, and leads on without one', async () => {
    const html = await page(`/en/${PLACE}?embed=1`)
    expect(html).not.toContain('class="home"')
    expect(html).toContain(`href="/ti/${PLACE}?embed=1"`)
    expect(html).toContain(`<a href="/en/${PLACE}" target="_top">Open as its own page`)
    expect(html).toMatch(/<a class="exit" href="https:[^"]+" target="_top"/)
    expect(html).toContain('waymark:height')
    expect(await page(`/en/${PLACE}`)).not.toContain('waymark:height')
  })

  test('the demo is listed by no search engine, whatever the setting says', async () => {
    const { headers } = await get(`/en/${PLACE}`)
    expect(headers.get('x-robots-tag')).toContain('noindex')
    expect(await page(`/en/${PLACE}`)).toMatch(/<meta name="robots" content="noindex/)
    expect(await page('/robots.txt')).toContain('Disallow: /')
  })

  test('what may be found says where it is, in which languages and who helps; codes and cards do not', async () => {
    const provided = services()
    const { isFindable } = provided
    provided.isFindable = () => true
    provided.pageCache.invalidate()
    const html = await page(`/en/${PLACE}`)
    expect(html).toContain(`<link rel="canonical" href="${server.url}/en/${PLACE}">`)
    expect(html).toContain(`hreflang="ti" href="${server.url}/ti/${PLACE}"`)
    expect(html).toContain('<script type="application/ld+json">{"@context":"https://schema.org"')
    expect((await get(`/en/${PLACE}`)).headers.get('x-robots-tag')).toBe('noarchive')
    for (const address of [
      '/Q/DEMO01/en',
      `/en/${PLACE}?card=1`,
      '/en/nowhere',
      '/posters/DEMO01',
    ]) {
      const other = await get(address)
      expect(other.headers.get('x-robots-tag'), address).toContain('noindex')
      expect(await other.text(), address).not.toMatch(/rel="canonical"|ld\+json/)
    }
    expect(await page('/robots.txt')).not.toContain('Disallow: /')
    Object.assign(provided, { isFindable })
    provided.pageCache.invalidate()
  })

  test('the help page in Tigrinya is at most 20 KB with all that it loads', async () => {
    const response = await fetch(`${server.url}/ti/${PLACE}`, {
      headers: { 'Accept-Encoding': 'br' },
    })
    const html = await response.text()
    const size = Number(response.headers.get('content-length'))
    expect(size).toBeGreaterThan(1_000)
    expect(size).toBeLessThanOrEqual(20_480)
    expect(html.match(/\ssrc="(?!\/media\/)|<link[^>]+href="(?!data:)/g)).toBeNull()
  })

  test('a published number is on the page within a second', async () => {
    const { id, key } = await author.fetch<{ id: string; key: string }>(
      `*[_type == "place" && slug.current == $slug][0].helplines[0]->{"id": _id, "key": numbers[channel == "voice"][0]._key}`,
      { slug: PLACE },
    )
    const dial = '0808 157 0987'
    expect(await page(`/en/${PLACE}`)).not.toContain(unbroken(dial))
    const people = [await personOf(author), await personOf(colleague)] as const
    const set = {
      [`numbers[_key=="${key}"].dial`]: dial,
      [`numbers[_key=="${key}"].e164`]: '+448081570987',
    }
    await publishFacts({ id, set, now: clock.now }, people)
    const published = performance.now()
    await expect
      .poll(() => page(`/en/${PLACE}`), { interval: 20, timeout: 5_000 })
      .toContain(unbroken(dial))
    expect(performance.now() - published).toBeLessThan(1_000)
  })

  test('a line that closes is closed on the page from that moment on', async () => {
    clock.now = NOON
    const now = async () =>
      [...(await page(`/en/${PLACE}`)).matchAll(/class="now (\w+)"/g)].map(([, state]) => state)
    const atNoon = await now()
    expect(await now()).toEqual(atNoon)
    clock.now = Date.parse('2026-03-05T02:00:00Z')
    const atNight = await now()
    expect(atNight.filter((state) => state === 'closed').length).toBeGreaterThan(
      atNoon.filter((state) => state === 'closed').length,
    )
    clock.now = NOON
  })

  test('a page that fails tells where help is, hides why from readers, and not from us', async () => {
    const provided = services()
    const { loadGuide, fail } = provided
    const failures: unknown[] = []
    provided.loadGuide = () => Promise.reject(new Error('the disk is gone'))
    provided.fail = (request, error) => {
      failures.push(error)
      return fail(request, error)
    }
    const response = await get('/ar/guide/rights', { 'Accept-Language': 'ar' })
    const html = await response.text()
    Object.assign(provided, { loadGuide, fail })
    expect(response.status).toBe(500)
    expect(html).toContain('<html lang="ar" dir="rtl">')
    expect(html).toContain('href="tel:112"')
    expect(html).not.toContain('disk')
    expect(failures).toEqual([new Error('the disk is gone')])
    expect((await get('/ar/guide/rights')).status).not.toBe(500)
  })

  test('an anonymous reader of the content API is refused', async () => {
    expect((await get('/lake/v2025-02-19/data/query/production?query=*')).status).toBe(401)
  })

  test('pages are only read, never written to', async () => {
    const response = await fetch(`${server.url}/en/${PLACE}`, { method: 'POST', body: 'x' })
    expect(response.status).toBe(405)
  })

  test('an address that cannot be read is no failure of ours', async () => {
    for (const address of [
      '/%',
      '/%E0%A4%A/x',
      '/en/%00',
      `/${'x'.repeat(4_000)}`,
      '/en/..%2f..%2fetc',
    ]) {
      const { status } = await get(address)
      expect(status, address).toBeGreaterThanOrEqual(400)
      expect(status, address).toBeLessThan(500)
    }
  })
})

describe('a start', () => {
  const start = (env: Record<string, string>) => {
    try {
      execFileSync(process.execPath, ['site/server.ts'], {
        cwd: path.resolve(import.meta.dirname, '../..'),
        env: { PATH: process.env['PATH'], ...env },
        stdio: 'pipe',
        encoding: 'utf8',
      })
      return { status: 0, stderr: '' }
    } catch (error) {
      const { status, stderr } = Object(error)
      return { status: Number(status), stderr: String(stderr) }
    }
  }

  test('a wrong setting ends it with the variable’s name and no stack', () => {
    const { status, stderr } = start({ PORT: 'abc' })
    expect(status).toBe(1)
    expect(stderr).toMatch(/PORT is "abc".*Write a whole number/)
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  test('a start that fails half way closes what it has opened', async () => {
    const { folder, remove } = await temporaryFolder('half-open')
    onTestFinished(remove)
    // Screens are opened after content, counts and pages: a folder where their key should be stops them.
    await mkdir(path.join(folder, 'secrets/release-signing-key.jwk'), { recursive: true })
    const env = { PORT: '0', WAYMARK_DATA: folder, WAYMARK_DEMO: '0', LOG_LEVEL: 'silent' }
    await expect(startServer({ settings: readSettings(env, '/') })).rejects.toThrow()
    expect(existsSync(path.join(folder, 'counts.sqlite'))).toBe(true)
    expect(await openFilesIn(folder)).toEqual([])
  })

  test('a port that is taken is told in plain words', async () => {
    const other = createServer()
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => {
        const address = other.address()
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
    const { status, stderr } = start({ PORT: String(port) })
    other.close()
    expect(status).toBe(1)
    expect(stderr).toMatch(new RegExp(`PORT ${port} is taken`))
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  test('a certificate that is none is told by its variable and file', () => {
    const { status, stderr } = start({ PORT: '0', TLS_CERT: 'README.md', TLS_KEY: 'LICENSE' })
    expect(status).toBe(1)
    expect(stderr).toMatch(/TLS_CERT .*README\.md and TLS_KEY .*LICENSE cannot be used/)
    expect(stderr).not.toMatch(/\n\s+at /)
  })
})

/** Files below a folder that this process holds open. Source: proc(5). */
async function openFilesIn(folder: string): Promise<string[]> {
  const handles = await readdir('/proc/self/fd')
  const files = await Promise.all(
    handles.map((handle) => readlink(`/proc/self/fd/${handle}`).catch(() => '')),
  )
  return files.filter((file) => file.startsWith(folder))
}
