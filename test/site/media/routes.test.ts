import { describe, expect, test } from 'vitest'
import { mediaName } from '#content/model/media.ts'
import { textHash } from '#content/model/text-hash.ts'
import { loadCountryFacts } from '#content/queries/load-country-facts.ts'
import { loadPublicMedia } from '#content/queries/load-public-media.ts'
import { fileOpener } from '../../../site/media/open-file.ts'
import { createMediaRoutes } from '../../../site/media/routes.ts'
import { createShelf } from '../../../site/media/shelf.ts'
import { gatedLake } from '../gated-lake.ts'

const NOW = Date.UTC(2026, 5, 1, 12)
const LINE = 'helpline-open-door'
const ENGLISH = 'audio[language=="en"]'

/** The demo with its one recording, and how a browser asks for it. */
async function opened() {
  const { content } = await gatedLake(NOW)
  const { client, lake } = content
  const listeners: (() => void)[] = []
  const answer = createMediaRoutes({
    shelf: createShelf(
      () => loadPublicMedia(client),
      (listener) => listeners.push(listener),
    ),
    openFile: fileOpener(lake, undefined),
  })
  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await answer(new Request(`http://127.0.0.1${path}`, init))
    if (response === undefined) throw new Error(`${path} is not answered here`)
    return response
  }
  const asset = await client.fetch<string>(`*[_id == $id][0].audio[0].file.asset._ref`, {
    id: LINE,
  })
  const change = async (patch: Record<string, unknown>, unset: string[] = []) => {
    await client.patch(LINE).set(patch).unset(unset).commit({ visibility: 'sync' })
    for (const listener of listeners) listener()
  }
  return { client, ask, change, asset, path: `/media/${mediaName(asset)}` }
}

describe('a recording that a page offers', () => {
  test('is played whole or in parts, and kept by no browser', async () => {
    const { ask, path } = await opened()
    const whole = await ask(path)
    const bytes = await whole.bytes()
    expect(whole.status).toBe(200)
    expect(whole.headers.get('content-type')).toBe('audio/webm')
    expect(whole.headers.get('accept-ranges')).toBe('bytes')
    expect(whole.headers.get('content-length')).toBe(String(bytes.length))
    const part = await ask(path, { headers: { range: 'bytes=4-9' } })
    expect(part.status).toBe(206)
    expect(part.headers.get('content-range')).toBe(`bytes 4-9/${bytes.length}`)
    expect(await part.bytes()).toEqual(bytes.slice(4, 10))
    const past = await ask(path, { headers: { range: 'bytes=999999-' } })
    expect(past.status).toBe(416)
    for (const { headers } of [whole, part, past]) {
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('etag')).toBeNull()
      expect(headers.get('set-cookie')).toBeNull()
    }
  })

  test('tells its size to who only asks for that', async () => {
    const { ask, path } = await opened()
    const { status, headers, body } = await ask(path, { method: 'HEAD' })
    expect([status, body]).toEqual([200, null])
    expect(Number(headers.get('content-length'))).toBeGreaterThan(500)
  })

  test('is read and nothing else', async () => {
    const { ask, path } = await opened()
    expect((await ask(path, { method: 'POST' })).status).toBe(405)
  })

  test('has an address that does not lead to where its file lies', async () => {
    const { path, asset } = await opened()
    expect(path).toMatch(/^\/media\/[0-9a-f]{32}$/)
    expect(asset).not.toContain(path.slice(-32))
  })

  test('is the one that the facts of a page name', async () => {
    const { client, path } = await opened()
    const facts = await loadCountryFacts(client, { country: 'XA', list: [] }, NOW)
    const line = facts?.helplines.find(({ id }) => id === LINE)
    expect(line?.recordings?.map(({ language }) => language).toSorted()).toEqual(['ar', 'en', 'ti'])
    for (const { files } of line?.recordings ?? []) {
      expect(`/media/${files[0]?.name}`).toBe(path)
      expect(Object.keys(files[0] ?? {}).toSorted()).toEqual(['bytes', 'name', 'type'])
    }
  })
})

describe('a recording that no page offers', () => {
  test.each([
    ['a name that nobody has', `/media/${'0'.repeat(32)}`],
    ['no name', '/media/'],
    ['a way out', '/media/..%2F..%2Flake'],
  ])('is not there: %s', async (_what, path) => {
    const { ask } = await opened()
    expect((await ask(path)).status).toBe(404)
  })

  test('is not there: any other uploaded file', async () => {
    const { ask, client } = await opened()
    const { _id } = await client.assets.upload('file', Buffer.from('%PDF-1.4 a letter'), {
      filename: 'letter.pdf',
    })
    expect((await ask(`/media/${mediaName(_id)}`)).status).toBe(404)
  })

  test('is gone at once when its line is withdrawn', async () => {
    const { ask, change, path } = await opened()
    expect((await ask(path)).status).toBe(200)
    const withdrawal = { withdrawnAt: '2026-06-01T12:00:00Z', withdrawnBy: 'a', reason: 'moved' }
    await change({ withdrawal })
    expect((await ask(path)).status).toBe(404)
  })

  test('is gone once nobody has approved it, in the last language that had it', async () => {
    const { ask, change, path } = await opened()
    await change({}, [`${ENGLISH}.approvedBy`])
    expect((await ask(path)).status).toBe(200)
    await change({}, ['audio[language=="ar"].approvedBy', 'audio[language=="ti"].approvedBy'])
    expect((await ask(path)).status).toBe(404)
  })

  test('is gone once other words are approved', async () => {
    const { client, change } = await opened()
    const words = 'Somebody answers.'
    await change({
      'whatHappens[language=="en"].value.text': words,
      'whatHappens[language=="en"].value.approved.text': words,
    })
    const facts = await loadCountryFacts(client, { country: 'XA', list: [] }, NOW)
    const line = facts?.helplines.find(({ id }) => id === LINE)
    expect(line?.recordings?.map(({ language }) => language).toSorted()).toEqual(['ar', 'ti'])
    await change({ [`${ENGLISH}.sourceHash`]: textHash(words) })
    const again = await loadCountryFacts(client, { country: 'XA', list: [] }, NOW)
    expect(again?.helplines.find(({ id }) => id === LINE)?.recordings).toHaveLength(3)
  })
})
