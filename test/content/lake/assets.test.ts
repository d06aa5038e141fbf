import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { assetDoor } from './asset-door.ts'
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

  const { get, bytesOf, upload, send } = assetDoor(() => under)

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
  test('a picture and its rendition are there again after a restart', async () => {
    const { url } = await upload(await (await halves(40, 20)).png().toBuffer())
    await get(url, '?w=10')
    expect(await readdir(join(under.dataFolder, 'renditions'))).toHaveLength(1)
    expect(await readdir(join(under.dataFolder, 'assets', 'unfinished'))).toEqual([])
  })
})
