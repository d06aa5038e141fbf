import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { assetDoor } from './asset-door.ts'
import { halves, pixelAt } from './asset-fixtures.ts'
import { inProcess, type LakeUnderTest, overHttp } from './transports.ts'

describe.each([
  ['over HTTP', overHttp],
  ['in process', inProcess],
])('a rendition %s', (_name, start) => {
  let under: LakeUnderTest
  beforeEach(async () => {
    under = await start()
  })
  afterEach(() => under.close())

  const { get, bytesOf, upload } = assetDoor(() => under)
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
    expect(raw.headers.get('x-sanity-sha1')).toBe(new URL(url).pathname.match(/[0-9a-f]{40}/)?.[0])
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
