import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import fc from 'fast-check'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createLake, type Lake } from '../../../content/lake/create-lake.ts'
import { almighty } from '../../../content/lake/rights.ts'
import { isLong } from '../../long.ts'
import { asTakenByTelephone, contains, halves, SECRET, svg } from './asset-fixtures.ts'

const ORIGIN = 'http://lake.test/lake'

describe('whatever is sent as a picture', () => {
  let dataFolder: string
  let lake: Lake
  const failures: Error[] = []
  let seeds: Uint8Array[]
  beforeAll(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), 'waymark-lake-'))
    lake = openIn(dataFolder, failures)
    const formats = ['jpeg', 'png', 'webp', 'avif', 'tiff'] as const
    seeds = [
      ...(await Promise.all(formats.map(asTakenByTelephone))),
      await (await halves(30, 20)).gif().toBuffer(),
      svg('<defs><g id="a"><rect width="4" height="4"/></g></defs><use href="#a" fill="url(#a)"/>'),
    ].map((bytes) => Uint8Array.from(bytes))
  })
  afterAll(async () => {
    await lake.stop()
    await rm(dataFolder, { recursive: true })
  })
  const send = (kind: string, body: Uint8Array<ArrayBuffer>) =>
    lake.fetch(
      new Request(`${ORIGIN}/v2025-02-19/assets/${kind}/production`, { method: 'POST', body }),
    )

  test('is taken or refused as a mistake of who sent it, and never a failure of ours', async () => {
    const change = fc.record({
      seed: fc.nat({ max: 6 }),
      edits: fc.array(
        fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), byte: fc.nat({ max: 255 }) }),
        { maxLength: 6 },
      ),
      cut: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: 1 }),
    })
    await fc.assert(
      fc.asyncProperty(change, fc.constantFrom('images', 'files'), async (asked, kind) => {
        const seed = seeds[asked.seed] ?? new Uint8Array()
        const bytes = Uint8Array.from(seed).slice(0, Math.ceil(seed.length * asked.cut))
        for (const { at, byte } of asked.edits) bytes[Math.floor(at * bytes.length)] = byte
        const answer = await send(kind, bytes)
        expect([200, 400, 413, 415]).toContain(answer.status)
        const { document } = await answer.json()
        expect(failures).toEqual([])
        if (!document || document.mimeType === 'application/octet-stream') return
        const kept = await lake.fetch(new Request(document.url))
        expect(contains(new Uint8Array(await kept.arrayBuffer()), SECRET)).toBe(false)
        const drawn = await lake.fetch(new Request(`${document.url}?w=9&h=7&fit=crop&or=90`))
        expect([200, 400]).toContain(drawn.status)
        await drawn.arrayBuffer()
      }),
      { numRuns: isLong ? 5000 : 150 },
    )
  }, 3_000_000)

  test('may ask for any parameters and gets a picture or the reason', async () => {
    const answer = await send(
      'images',
      Uint8Array.from(await (await halves(60, 40)).png().toBuffer()),
    )
    const { document } = await answer.json()
    const value = fc.oneof(
      fc.constantFrom(
        'crop',
        'max',
        'min',
        'fill',
        'avif',
        'png',
        'h',
        '90',
        '0',
        '1',
        '50',
        '8192',
      ),
      fc.constantFrom('0,0,10,10', '59,39,5,5', 'focalpoint', 'top,left', 'entropy', 'f00', 'true'),
      fc.nat({ max: 300 }).map(String),
      fc.double({ min: 0, max: 3, noNaN: true }).map((n) => n.toFixed(3)),
      fc.string({ maxLength: 5 }),
    )
    const name = fc.constantFrom(
      ...'w h min-w min-h max-w max-h dpr fit crop fp-x fp-y rect or flip fm auto q bg blur sharp sat invert frame dl'.split(
        ' ',
      ),
    )
    await fc.assert(
      fc.asyncProperty(fc.dictionary(name, value, { maxKeys: 6 }), async (params) => {
        const address = `${document.url}?${new URLSearchParams(params)}`
        const drawn = await lake.fetch(new Request(address))
        expect([address, drawn.status, failures]).toEqual([
          address,
          expect.toSatisfy((status) => status === 200 || status === 400),
          [],
        ])
        if (drawn.status === 200 && params['dl'] === undefined) {
          await sharp(await drawn.arrayBuffer()).stats()
        }
      }),
      { numRuns: isLong ? 5000 : 150 },
    )
  }, 3_000_000)

  test('an SVG of a megabyte is read in a moment, whatever is in it', async () => {
    for (const part of ['<!---->', '<!-- - ', ' a="1"', '<g ', '&#1;', '<g a="', '</g>', '<g/>']) {
      const startedAt = performance.now()
      const body = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${part.repeat(150_000)}`)
      const answer = await send('images', body.subarray(0, 1_000_000))
      expect(answer.status).toBe(400)
      expect(performance.now() - startedAt).toBeLessThan(3000)
    }
  })

  test('a picture of millions of parts holds nothing up', async () => {
    const mostBytes = 32 * 1024 * 1024
    const [jpeg = new Uint8Array(), png = new Uint8Array()] = seeds
    const gif = seeds[5] ?? new Uint8Array()
    for (const [start, part] of [
      [jpeg.subarray(0, 2), [0xff, 0xfe, 0, 2]],
      [jpeg.subarray(0, 2), [0xff]],
      [Uint8Array.of(0xff, 0xd8, 0xff, 0xda, 0, 2), [0xff, 0]],
      [png.subarray(0, 33), [0, 0, 0, 0, 0x49, 0x44, 0x41, 0x54, 0, 0, 0, 0]],
      [gif.subarray(0, 13), [0x21, 0xfe, 0]],
      [Uint8Array.of(...gif.subarray(0, 13), 0x21, 0xfe), [1, 1]],
    ] as const) {
      const body = Uint8Array.from(Buffer.alloc(mostBytes, Buffer.from(part)))
      body.set(start)
      const lag = monitorEventLoopDelay({ resolution: 10 })
      lag.enable()
      expect((await send('images', body)).status).toBe(400)
      lag.disable()
      expect(lag.max / 1e6).toBeLessThan(1000)
    }
  })

  test('a film is kept whole but for the words about where it was made', async () => {
    const box = (type: string, ...content: Buffer[]) => {
      const body = Buffer.concat(content)
      const head = Buffer.alloc(8)
      head.writeUInt32BE(body.length + 8)
      head.write(type, 4)
      return Buffer.concat([head, body])
    }
    const words = Buffer.from(SECRET)
    const film = (place: Buffer) =>
      Buffer.concat([
        box('ftyp', Buffer.from('isom\0\0\0\0isom')),
        box(
          'moov',
          box('mvhd', Buffer.alloc(100)),
          box('trak', box('mdia'), box('udta', place)),
          box('udta', place),
        ),
        box('uuid', place),
        box('mdat', Buffer.from('pictures')),
      ])
    const answer = await send('files', Uint8Array.from(film(words)))
    const { document } = await answer.json()
    expect(document).toMatchObject({ mimeType: 'video/mp4', size: film(words).length })
    const kept = Buffer.from(await (await lake.fetch(new Request(document.url))).arrayBuffer())
    expect(contains(kept, SECRET)).toBe(false)
    expect(kept.indexOf('pictures')).toBe(film(words).indexOf('pictures'))
    const again = await (await send('files', Uint8Array.from(kept))).json()
    expect(again.document._id).toBe(document._id)
  })

  test('a large file takes no more memory than a small one', async () => {
    let left = 120
    const body = new ReadableStream<Uint8Array>({
      pull(to) {
        left -= 1
        if (left < 0) to.close()
        else to.enqueue(new Uint8Array(1024 * 1024))
      },
    })
    const before = process.memoryUsage.rss()
    const request = new Request(`${ORIGIN}/v2025-02-19/assets/files/production`, {
      method: 'POST',
      body,
      ...{ duplex: 'half' },
    })
    const { document } = await (await lake.fetch(request)).json()
    expect(document.size).toBe(120 * 1024 * 1024)
    expect(process.memoryUsage.rss() - before).toBeLessThan(80 * 1024 * 1024)
  })
})

test('a disk that takes no asset is a 503 that names no path, and nothing is left of it', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'waymark-lake-'))
  const failures: Error[] = []
  const lake = openIn(dataFolder, failures)
  await writeFile(join(dataFolder, 'assets'), 'in the way')
  const answer = await lake.fetch(
    new Request(`${ORIGIN}/v2025-02-19/assets/files/production`, { method: 'POST', body: 'x' }),
  )
  expect(answer.status).toBe(503)
  expect(await answer.text()).not.toContain(dataFolder)
  expect(failures).toMatchObject([{ name: 'StorageFailure' }])
  expect(lake.documentCount()).toBe(0)
  await lake.stop()
  await rm(dataFolder, { recursive: true })
})

function openIn(dataFolder: string, failures: Error[]): Lake {
  return createLake({
    dataFolder,
    project: 'waymark',
    dataset: 'production',
    publicUrl: ORIGIN,
    authorize: async () => almighty('ada'),
    onFailure: (error) => failures.push(error),
  })
}
