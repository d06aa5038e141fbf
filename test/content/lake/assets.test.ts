import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { asTakenByTelephone, contains, halves, pixelAt, SECRET, svg } from './asset-fixtures.ts'
import { inProcess, type LakeUnderTest, overHttp } from './transports.ts'

describe.each([
  ['over HTTP', overHttp],
  ['in process', inProcess],
])('assets %s', (_name, start) => {
  let under: LakeUnderTest
  beforeEach(async () => {
    under = await start()
  })
  afterEach(() => under.close())

  const get = (url: string, query = '', init: RequestInit = {}) =>
    under.request(`${new URL(url).pathname}${query}`, init, false)
  const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer())
  const upload = (body: Buffer, filename?: string) =>
    under.client.assets.upload('image', body, filename === undefined ? {} : { filename })
  const send = (kind: string, body: BodyInit, query = '', headers: HeadersInit = {}) =>
    under.request(`/lake/v2025-02-19/assets/${kind}/production${query}`, {
      method: 'POST',
      body,
      headers,
      ...(body instanceof ReadableStream && { duplex: 'half' }),
    })

  describe('what a picture says of who made it and where', () => {
    test.each(['jpeg', 'png', 'webp', 'avif', 'tiff'] as const)(
      'is not in what is kept of a %s, nor in what is served, and the picture stays',
      async (format) => {
        const taken = await asTakenByTelephone(format)
        expect(contains(taken, SECRET)).toBe(true)
        const { url, sha1hash } = await upload(taken)
        const kept = await bytesOf(await get(url))
        expect(contains(kept, SECRET)).toBe(false)
        expect(contains(kept, 'xmpmeta')).toBe(false)
        const { exif, xmp, iptc, width, height } = await sharp(kept).metadata()
        expect({ exif, xmp, iptc, width, height }).toEqual({ width: 40, height: 20 })
        const [red = 0, , blue = 255] = await pixelAt(kept, 3, 10)
        expect(red - blue).toBeGreaterThan(200)
        expect((await upload(Buffer.from(kept))).sha1hash).toBe(sha1hash)
      },
    )
    test('is not in a picture that was sent as a file', async () => {
      const { url } = await under.client.assets.upload('file', await asTakenByTelephone('jpeg'), {
        filename: 'a.jpeg',
        contentType: 'image/jpeg',
      })
      const kept = await get(url)
      expect(kept.headers.get('content-type')).toBe('image/jpeg')
      expect(contains(await bytesOf(kept), SECRET)).toBe(false)
    })
    test('is not in a drawing', async () => {
      const drawing = svg(
        `<!-- ${SECRET} --><metadata><dc:creator>${SECRET}</dc:creator></metadata><rect inkscape:label="${SECRET}" width="9" height="9"/>`,
      )
      const { url, sha1hash } = await upload(drawing)
      const kept = await bytesOf(await get(url))
      expect(contains(kept, SECRET)).toBe(false)
      expect(contains(kept, '<rect width="9" height="9"/>')).toBe(true)
      expect((await upload(Buffer.from(kept))).sha1hash).toBe(sha1hash)
    })
    test('is not in what hangs on behind the picture', async () => {
      const picture = await (await halves(8, 8)).jpeg().toBuffer()
      const [plain, long] = [
        await upload(picture),
        await upload(Buffer.concat([picture, Buffer.from(`PK\x03\x04<script>${SECRET}</script>`)])),
      ]
      expect(long._id).toBe(plain._id)
    })
    test('goes with its mark of being turned, so the picture is turned instead', async () => {
      const turned = await (await halves(40, 20)).withMetadata({ orientation: 6 }).jpeg().toBuffer()
      const [first, again] = [await upload(turned), await upload(turned)]
      expect(again).toEqual(first)
      expect(first.metadata.dimensions).toMatchObject({ width: 20, height: 40 })
      const kept = await bytesOf(await get(first.url))
      expect((await pixelAt(kept, 10, 3))[0]).toBeGreaterThan(200)
      expect((await pixelAt(kept, 10, 36))[2]).toBeGreaterThan(200)
      expect((await upload(Buffer.from(kept)))._id).toBe(first._id)
    })
    test('stays out while an animation stays whole', async () => {
      const frames = sharp(
        await Promise.all(
          ['#f00', '#0f0', '#00f'].map((background) =>
            sharp({ create: { width: 8, height: 8, channels: 3, background } })
              .png()
              .toBuffer(),
          ),
        ),
        { join: { animated: true } },
      ).toColourspace('srgb')
      for (const format of ['gif', 'webp'] as const) {
        const moving = await frames
          .clone()
          .withExif({ IFD0: { Artist: SECRET } })
          .toFormat(format, { loop: 0 })
          .toBuffer()
        const kept = await bytesOf(await get((await upload(moving)).url))
        expect(contains(kept, SECRET)).toBe(false)
        expect(await sharp(kept).metadata()).toMatchObject({ pages: 3, width: 8, loop: 0 })
      }
    })
  })

  describe('the document of an image', () => {
    test('has its colours, a stand-in and whether it is see-through, in the shape of Sanity', async () => {
      const { metadata } = await upload(await (await halves(64, 64)).png().toBuffer())
      expect(metadata).toMatchObject({
        hasAlpha: false,
        isOpaque: true,
        lqip: expect.stringMatching(/^data:image\/jpeg;base64,/),
        blurHash: expect.stringMatching(/^.{54}$/),
        palette: {
          _type: 'sanity.imagePalette',
          dominant: { _type: 'sanity.imagePaletteSwatch', population: 50 },
          vibrant: { background: expect.stringMatching(/^#(?:ff0000|0000ff)$/) },
        },
      })
    })
    test('tells a picture that could be see-through from one that is', async () => {
      const of = (alpha: number) =>
        sharp({
          create: { width: 4, height: 4, channels: 4, background: { r: 9, g: 9, b: 9, alpha } },
        })
          .png()
          .toBuffer()
      expect((await upload(await of(1))).metadata).toMatchObject({ hasAlpha: true, isOpaque: true })
      expect((await upload(await of(0.5))).metadata).toMatchObject({
        hasAlpha: true,
        isOpaque: false,
      })
    })
  })

  describe('a file that is not what it says', () => {
    const page = '<!doctype html><script>1</script>'
    test.each([
      ['images', page, '?filename=a.png', 'image/png', 400],
      ['files', page, '?filename=a.png', '', 415],
      ['files', page, '', 'image/jpeg', 415],
      ['files', page, '?filename=a.mp3', '', 415],
      ['files', '%PDF-1.7', '?filename=a.mp4', '', 415],
      ['files', '%PDF-1.7', '?filename=a.pdf', 'video/mp4', 415],
      ['images', '%PDF-1.7', '?filename=a.pdf', '', 400],
      ['images', 'MZ\x90\0', '', 'image/png', 400],
    ])('sent to %s as %j with %j is refused', async (kind, body, query, type, status) => {
      const answer = await send(kind, body, query, type === '' ? {} : { 'content-type': type })
      expect(answer.status).toBe(status)
      expect(await under.client.fetch('count(*[_type match "sanity.*"])')).toBe(0)
    })
    test('is refused where a PNG says it is a JPEG or a page', async () => {
      const picture = Uint8Array.from(await (await halves(4, 4)).png().toBuffer())
      for (const [query, type] of [
        ['?filename=a.jpg', 'image/png'],
        ['?filename=a.png', 'image/jpeg'],
        ['?filename=a.html', ''],
      ] as const) {
        const answer = await send('images', picture, query, type ? { 'content-type': type } : {})
        expect(answer.status).toBe(415)
      }
    })
    test('may have any name where its bytes are of no known kind', async () => {
      const answer = await send('files', 'some words', '?filename=a.docx')
      const { document } = await answer.json()
      expect(document).toMatchObject({ extension: 'docx', mimeType: 'application/octet-stream' })
    })
  })

  describe('a drawing', () => {
    test.each([
      ['<script>alert(1)</script>', 'script'],
      [
        '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>',
        'foreignObject',
      ],
      ['<rect onclick="alert(1)"/>', 'onclick'],
      ['<a href="javascript:alert(1)"><rect/></a>', '<a>'],
      ['<image href="https://example.org/a.png"/>', 'image'],
      ['<use href="https://example.org/a.svg#x"/>', 'leads elsewhere'],
      ['<use xlink:href="data:image/svg+xml,x#x"/>', 'leads elsewhere'],
      ['<rect fill="url(https://example.org/a)"/>', 'leads elsewhere'],
      ['<rect style="fill:u\\72l(https://example.org/a)"/>', 'hides characters'],
      ['<style>@import "https://example.org/a.css";</style>', 'leads elsewhere'],
      ['<style>a{background:url(//example.org)}</style>', 'leads elsewhere'],
      ['<set attributeName="href" to="javascript:1"/>', '<set>'],
      ['<rect><![CDATA[x]]></rect>', 'cannot be read'],
      ['<?php x ?>', 'cannot be read'],
      ['&entity;', 'cannot be read'],
      ['<g><rect></g></rect>', 'cannot be read'],
      [`${'<g>'.repeat(200)}${'</g>'.repeat(200)}`, 'too many'],
    ])('with %j is refused and the reason given', async (drawing, reason) => {
      const answer = await send('images', Uint8Array.from(svg(drawing)))
      expect(answer.status).toBe(400)
      expect((await answer.json()).message).toContain(reason)
    })
    test.each([
      '<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg"/>',
      '<svg xmlns="http://www.w3.org/1999/xhtml" width="4" height="4"/>',
      '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/><p>text</p>',
      '<svg xmlns="http://www.w3.org/2000/svg" width="999999" height="999999"/>',
    ])('that is written as %j is refused', async (source) => {
      expect((await send('images', source)).status).toBe(400)
    })
    test('is drawn as a picture where a size or format is asked for', async () => {
      const { url } = await upload(svg('<rect width="20" height="20" fill="#f00"/>'))
      const drawn = await get(url, '?w=400')
      expect(drawn.headers.get('content-type')).toBe('image/png')
      const bytes = await bytesOf(drawn)
      expect(await sharp(bytes).metadata()).toMatchObject({ width: 400, height: 200 })
      expect(await pixelAt(bytes, 198, 100)).toEqual([255, 0, 0])
    })
  })

  describe('a hostile upload', () => {
    test('past the limit is cut off while it comes in, whatever it said', async () => {
      let sent = 0
      const endless = new ReadableStream<Uint8Array>({
        start: (to) => to.enqueue(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')),
        pull(to) {
          sent += 1
          to.enqueue(new Uint8Array(1024 * 1024))
        },
      })
      const answer = await send('images', endless).catch(() => undefined)
      if (answer) expect(answer.status).toBe(413)
      expect(sent).toBeLessThan(80)
    })
    test("of pictures that are bombs, cut off or broken is refused as the sender's mistake", async () => {
      const bomb = await sharp({
        create: { width: 9_000, height: 9_000, channels: 3, background: '#000' },
        limitInputPixels: false,
      })
        .png({ compressionLevel: 9 })
        .toBuffer()
      const noise = sharp({
        create: {
          width: 300,
          height: 300,
          channels: 3,
          noise: { type: 'gaussian', mean: 128, sigma: 60 },
          background: '#000',
        },
      })
      const wholes = await Promise.all(
        (['jpeg', 'png', 'webp', 'gif', 'avif', 'tiff'] as const).map((format) =>
          noise.clone().toFormat(format).toBuffer(),
        ),
      )
      const cut = wholes.flatMap((whole) => [
        whole.subarray(0, whole.length >> 1),
        whole.subarray(0, 40),
        Buffer.concat([whole.subarray(0, 60), Buffer.alloc(500, 0xff)]),
      ])
      for (const hostile of [bomb, ...cut]) {
        const answer = await send('images', Uint8Array.from(hostile))
        expect(answer.status).toBe(400)
        expect((await answer.json()).message).not.toMatch(/\/|vips/i)
      }
      expect(await under.client.fetch('count(*[_type match "sanity.*"])')).toBe(0)
    }, 60_000)
    test('of a wide gamut or for print is drawn in the colours of screens', async () => {
      const print = await (await halves(40, 20)).toColourspace('cmyk').jpeg().toBuffer()
      const { url } = await upload(print)
      const drawn = await bytesOf(await get(url, '?w=20&fm=png'))
      expect(await sharp(drawn).metadata()).toMatchObject({ space: 'srgb', width: 20 })
      const [red = 0, , blue = 255] = await pixelAt(drawn, 2, 5)
      expect(red - blue).toBeGreaterThan(120)
    })
  })

  describe('a rendition', () => {
    const uploaded = async () => upload(await (await halves(400, 200)).png().toBuffer())
    const drawn = async (url: string, query: string) => {
      const response = await get(url, query)
      expect([query, response.status]).toEqual([query, 200])
      const bytes = await bytesOf(response)
      const { width, height, format, exif } = await sharp(bytes).metadata()
      expect(exif).toBeUndefined()
      return { bytes, size: [width, height], format, headers: response.headers }
    }
    const RED = [255, 0, 0]
    const BLUE = [0, 0, 255]

    test('has the size that Sanity documents for each fit', async () => {
      const { url } = await uploaded()
      for (const [query, size] of [
        ['?w=100', [100, 50]],
        ['?h=100', [200, 100]],
        ['?w=100&h=100', [100, 50]],
        ['?w=100&dpr=2', [200, 100]],
        ['?w=800', [800, 400]],
        ['?w=800&fit=max', [400, 200]],
        ['?w=800&h=800&fit=max', [400, 200]],
        ['?w=100&h=100&fit=clip', [100, 50]],
        ['?w=100&h=100&fit=crop', [100, 100]],
        ['?w=800&h=800&fit=crop', [800, 800]],
        ['?w=100&h=100&fit=scale', [100, 100]],
        ['?w=100&h=100&fit=fill&bg=0f0', [100, 100]],
        ['?w=800&h=800&fit=fillmax&bg=0f0', [800, 800]],
        ['?w=800&h=800&fit=min', [200, 200]],
        ['?w=100&h=100&fit=min', [100, 100]],
        ['?w=100&fit=crop&min-h=80', [100, 80]],
        ['?w=100&fit=crop&max-h=20', [100, 20]],
        ['?rect=200,0,100,100', [100, 100]],
        ['?or=90', [200, 400]],
        ['?or=90&w=100', [100, 200]],
        ['?fm=webp', [400, 200]],
      ] as const) {
        expect([query, (await drawn(url, query)).size]).toEqual([query, size])
      }
    })
    test('shows the part that is asked for', async () => {
      const { url } = await uploaded()
      for (const [query, left, top, colour] of [
        ['?w=50&h=50&fit=crop&crop=left', 45, 25, RED],
        ['?w=50&h=50&fit=crop&crop=right', 5, 25, BLUE],
        ['?w=50&h=50&fit=crop&crop=top,right', 5, 5, BLUE],
        ['?w=50&h=50&fit=crop&crop=focalpoint&fp-x=0.9&fp-y=0.5', 5, 25, BLUE],
        ['?w=50&h=50&fit=crop&fp-x=0.1&fp-y=0.5', 45, 25, RED],
        ['?w=50&h=50&fit=crop', 5, 25, RED],
        ['?w=50&h=50&fit=crop', 45, 25, BLUE],
        ['?rect=200,0,100,100&w=20', 2, 10, BLUE],
        ['?rect=0,0,200,200&w=20&h=10&fit=crop', 10, 5, RED],
        ['?rect=200,0,100,100&w=20&h=10&fit=crop&crop=entropy', 10, 5, BLUE],
        ['?flip=h', 10, 10, BLUE],
        ['?flip=v', 10, 10, RED],
        ['?or=90', 100, 20, RED],
        ['?or=180', 10, 10, BLUE],
        ['?or=270', 100, 20, BLUE],
        ['?or=90&w=50&h=50&fit=crop&crop=top', 25, 5, RED],
        ['?or=90&w=50&h=50&fit=crop&crop=bottom', 25, 45, BLUE],
        ['?or=90&flip=h&w=50&h=50&fit=crop&crop=top', 25, 5, BLUE],
        ['?invert=true', 10, 10, [0, 255, 255]],
        ['?w=100&h=100&fit=fill&bg=0f0', 50, 5, [0, 255, 0]],
      ] as const) {
        const { bytes } = await drawn(url, query)
        expect([query, await pixelAt(bytes, left, top)]).toEqual([query, colour])
      }
    })
    test('takes every other parameter of the address that an image builder writes', async () => {
      const { url } = await uploaded()
      const { size, format } = await drawn(
        url,
        '?rect=40,10,320,180&w=160&h=90&fit=crop&crop=entropy&blur=20&sharp=30&sat=-100&q=60&fm=pjpg&bg=80ffffff&frame=1&utm=x',
      )
      expect([size, format]).toEqual([[160, 90], 'jpeg'])
      const grey = await drawn(url, '?sat=-100&w=40')
      const [r, g, b] = await pixelAt(grey.bytes, 5, 5)
      expect([r, g]).toEqual([g, b])
    })
    test('is in the smallest format that the browser takes, and says what it depends on', async () => {
      const { url } = await uploaded()
      for (const [accept, type] of [
        ['image/avif,image/webp,*/*', 'image/avif'],
        ['image/webp,*/*', 'image/webp'],
        ['image/avif;q=0, image/webp', 'image/webp'],
        ['*/*', 'image/png'],
      ] as const) {
        const { headers } = await get(url, '?w=40&auto=format', { headers: { accept } })
        expect([accept, headers.get('content-type')]).toEqual([accept, type])
        expect(headers.get('vary')).toBe('Accept')
      }
      expect((await get(url, '?w=40&fm=jpg')).headers.get('content-type')).toBe('image/jpeg')
      expect((await get(url, '?w=40')).headers.get('vary')).toBeNull()
    })
    test('is kept by browsers for ever, known again by its tag, and served in parts', async () => {
      const { url } = await uploaded()
      const { bytes, headers } = await drawn(url, '?w=40')
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      expect(headers.get('content-security-policy')).toContain('sandbox')
      const tag = headers.get('etag') ?? ''
      const again = await get(url, '?w=40', { headers: { 'if-none-match': `"x", W/${tag}` } })
      expect(again.status).toBe(304)
      const head = await get(url, '?w=40', { method: 'HEAD' })
      expect([head.status, head.headers.get('content-length')]).toEqual([200, String(bytes.length)])
      const part = await get(url, '?w=40', { headers: { range: 'bytes=1-3', 'if-range': tag } })
      expect(part.status).toBe(206)
      expect(Buffer.from(await bytesOf(part)).toString('latin1')).toBe('PNG')
      const whole = await get(url, '?w=40', { headers: { range: 'bytes=1-3', 'if-range': '"x"' } })
      expect(whole.status).toBe(200)
      expect((await get(url, '?w=41')).headers.get('etag')).not.toBe(tag)
      expect((await get(url, '?h=20')).headers.get('etag')).toBe(tag)
    })
    test('is downloaded under the name that is asked for', async () => {
      const { url } = await uploaded()
      const named = await get(url, '?w=40&dl=P%C3%B6ster%20%22a%22%0d%0aX.png')
      expect(named.headers.get('content-disposition')).toBe(
        `attachment; filename="P_ster _a___X.png"; filename*=UTF-8''P%C3%B6ster%20%22a%22%0D%0AX.png`,
      )
      const pretty = await get(`${url}/station-hall.png`, '?dl')
      expect(pretty.headers.get('content-disposition')).toContain('filename="station-hall.png"')
      expect((await get(`${url}/station-hall.png`)).headers.get('content-disposition')).toBeNull()
      const raw = await get(url, '?dlRaw=true&w=40')
      expect(raw.headers.get('x-sanity-sha1')).toBe(
        new URL(url).pathname.match(/[0-9a-f]{40}/)?.[0],
      )
    })
    test.each([
      ['w=0', 'w: is not between'],
      ['w=abc', 'w: is not a number'],
      ['w=9000', 'w: is not between'],
      ['w=8000&h=8000&fit=scale', 'pixels at most'],
      ['w=5000&dpr=2', 'at most'],
      ['dpr=9', 'dpr'],
      ['fit=cover', 'fit'],
      ['crop=middle', 'crop'],
      ['fp-x=2', 'fp-x'],
      ['rect=1,2,3', 'rect: is not left,top,width,height'],
      ['rect=400,0,10,10', 'rect: has no pixel'],
      ['fm=gif', 'fm'],
      ['w=4000&fm=avif', 'fm: AVIF is drawn up to'],
      ['q=101', 'q'],
      ['or=45', 'or'],
      ['bg=green', 'bg'],
      ['blur=2001', 'blur'],
      ['auto=compress', 'auto'],
      ['w=', 'w: is not a number'],
      ['w=1e3', 'w: is not a number'],
    ])('with the parameter %s is refused and the reason given', async (query, reason) => {
      const { url } = await uploaded()
      const answer = await get(url, `?${query}`)
      expect(answer.status).toBe(400)
      expect((await answer.json()).message).toContain(reason)
    })
    test('of an animation is its first picture', async () => {
      const frames = await Promise.all(
        ['#f00', '#00f'].map((background) =>
          sharp({ create: { width: 8, height: 8, channels: 3, background } })
            .png()
            .toBuffer(),
        ),
      )
      const moving = await sharp(frames, { join: { animated: true } })
        .gif()
        .toBuffer()
      const { bytes, size } = await drawn((await upload(moving)).url, '?w=4')
      expect(size).toEqual([4, 4])
      expect(await pixelAt(bytes, 1, 1)).toEqual(RED)
    })
  })

  test('a picture and its rendition are there again after a restart', async () => {
    const { url } = await upload(await (await halves(40, 20)).png().toBuffer())
    await get(url, '?w=10')
    expect(await readdir(join(under.dataFolder, 'renditions'))).toHaveLength(1)
    expect(await readdir(join(under.dataFolder, 'assets', 'unfinished'))).toEqual([])
  })
})
