import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { answer, storePage } from '../../../site/lib/stored-page.ts'

const html = (body: string, init: ResponseInit = {}) =>
  storePage(
    new Response(body, { ...init, headers: { 'content-type': 'text/html', ...init.headers } }),
    1,
  )
const WORDS = 'help here now '.repeat(500)

describe('a stored page', () => {
  test('comes in the compression that a reader takes', async () => {
    const page = await html(WORDS)
    const br = answer(page, { acceptEncoding: 'gzip, br' })
    const gzip = answer(page, { acceptEncoding: 'gzip, br;q=0' })
    const plain = answer(page, { acceptEncoding: null })
    expect(br.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(br.body ?? new Uint8Array()).toString()).toBe(WORDS)
    expect(gzip.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(gzip.body ?? new Uint8Array()).toString()).toBe(WORDS)
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(Buffer.from(plain.body ?? []).toString()).toBe(WORDS)
  })

  test('never claims the length of the plain body for a compressed one', async () => {
    const page = await html(WORDS, { headers: { 'content-length': `${WORDS.length}` } })
    expect(answer(page, { acceptEncoding: 'br' }).headers['content-length']).toBeUndefined()
  })

  test('keeps what it varies by and adds the compression', async () => {
    const page = await html(WORDS, { headers: { vary: 'Accept-Language' } })
    expect(answer(page, {}).headers['vary']).toBe('Accept-Language, Accept-Encoding')
  })

  test('never claims the length it had before compression', async () => {
    const page = await html(WORDS, { headers: { 'content-length': `${WORDS.length}` } })
    expect(answer(page, { acceptEncoding: 'gzip' }).headers['content-length']).toBeUndefined()
  })

  test('is not sent again to who has it', async () => {
    const page = await html(WORDS)
    const again = answer(page, { ifNoneMatch: `"other", ${page.etag}` })
    expect(again.status).toBe(304)
    expect(again.body).toBeUndefined()
    expect(answer(page, { ifNoneMatch: '"other"' }).status).toBe(200)
  })

  test('is always sent where it says that nothing was found', async () => {
    const page = await html(WORDS, { status: 404 })
    expect(answer(page, { ifNoneMatch: page.etag }).status).toBe(404)
  })

  test('is left alone where compression does not help', async () => {
    const page = await storePage(
      new Response(new Uint8Array(2_000), { headers: { 'content-type': 'application/pdf' } }),
    )
    expect(page.bodies.br).toBeUndefined()
    expect(answer(page, { acceptEncoding: 'br' }).headers['content-encoding']).toBeUndefined()
  })
})
