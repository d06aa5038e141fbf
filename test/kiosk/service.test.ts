import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { loadStrings } from '#content/locales/load.ts'
import type { PlaceFacts } from '#content/model/facts.ts'
import { BUILT_IN_LANGUAGES } from '#content/model/languages.ts'
import { readShortCode } from '#content/model/short-code.ts'
import { verifyRelease } from '../../kiosk/release/verify.ts'
import { type KioskService, start } from '../../kiosk/service.ts'
import { temporaryFolder } from '../browser.ts'
import { NOON, stationFacts } from './facts.ts'

const HOST = 'http://127.0.0.1'
const strings = await loadStrings()

describe('the service of the screens', () => {
  let temporary: Awaited<ReturnType<typeof temporaryFolder>>
  let facts: PlaceFacts
  let now: number
  let service: KioskService
  let changed: () => void
  let said: string[]

  const open = async (mostScreens = 10, origin = 'https://waymark.example') => {
    said = []
    service = await start({
      loadPlaceFacts: async (slug) => (slug === 'test-station' ? facts : undefined),
      loadLanguages: async () => BUILT_IN_LANGUAGES,
      findCode: async () => readShortCode('TEST01'),
      onChange: (listener) => {
        changed = listener
        return () => {}
      },
      loadStrings: async () => strings,
      origin,
      isSample: true,
      secretsFolder: path.join(temporary.folder, 'secrets'),
      stateFolder: temporary.folder,
      shellFolder: temporary.folder,
      now: () => now,
      log: { info: () => {}, error: (_, message) => said.push(message) },
      mostScreens,
    })
  }
  const get = async (address: string, headers: Record<string, string> = {}) =>
    service.fetch(new Request(HOST + address, { headers }))
  const release = async (newest?: number) => {
    const answer = await get('/screen/releases/test-station.json')
    const bytes = new Uint8Array((await answer?.arrayBuffer()) ?? [])
    return verifyRelease(bytes, { place: 'test-station', pinnedKey: undefined, newest })
  }
  const accepted = async () => {
    const verdict = await release()
    if (verdict.outcome === 'refused') throw new Error(verdict.reason)
    return verdict
  }

  /** A screen's connection, and the name that it was given. */
  const listen = async () => {
    const reader = (await get('/screen/events/test-station'))?.body?.getReader()
    const hello = new TextDecoder().decode((await reader?.read())?.value)
    const stream = /"stream":"([^"]+)"/.exec(hello)?.[1] ?? ''
    return { stream, leave: async () => reader?.cancel() }
  }
  const tell = (report: unknown, place = 'test-station') => {
    const body = JSON.stringify(report)
    const headers = { 'Content-Length': String(body.length) }
    return service.fetch(
      new Request(`${HOST}/screen/events/${place}`, { method: 'POST', headers, body }),
    )
  }

  beforeEach(async () => {
    temporary = await temporaryFolder('kiosk')
    await mkdir(path.join(temporary.folder, 'screen'))
    await writeFile(path.join(temporary.folder, 'screen/index.html'), '<!doctype html>')
    await writeFile(path.join(temporary.folder, 'screen/sw.js'), '')
    facts = stationFacts()
    now = NOON
    await open()
  })
  afterEach(async () => {
    service.stop()
    await temporary.remove()
  })

  test('gives a release that verifies, and every blob that it names', async () => {
    const { release: made } = await accepted()
    expect(made.isSample).toBe(true)
    for (const { sha256, type } of made.blobs) {
      const answer = await get(`/screen/blobs/${sha256}`)
      expect(answer?.headers.get('Content-Type')).toBe(type)
      expect(answer?.headers.get('Cache-Control')).toContain('immutable')
    }
  })

  test('sends what it can compressed, and the same once unpacked', async () => {
    const address = '/screen/releases/test-station.json'
    const packed = await get(address, { 'Accept-Encoding': 'br, gzip' })
    expect(packed?.headers.get('Content-Encoding')).toBe('gzip')
    const unpacked = gunzipSync(new Uint8Array((await packed?.arrayBuffer()) ?? []))
    expect(unpacked.toString()).toBe(await (await get(address))?.text())
  })

  test('signs anew when a number changes, and tells the screens that listen', async () => {
    const before = await accepted()
    const events = await get('/screen/events/test-station')
    const reader = events?.body?.getReader()
    const next = async () => new TextDecoder().decode((await reader?.read())?.value)
    expect(await next()).toContain(`{"counter":${before.release.counter}}`)
    facts = stationFacts({ dial: '0808 157 0999' })
    changed()
    expect(await next()).toContain(`{"counter":${before.release.counter + 1}}`)
    const after = await accepted()
    expect(JSON.stringify(after.release.facts)).toContain('0808 157 0999')
    expect(after.key).toBe(before.key)
    await reader?.cancel()
  })

  test('does not sign anew what has not changed', async () => {
    const before = await accepted()
    now += 1000
    changed()
    await expect
      .poll(async () => (await release(before.release.counter + 1)).outcome)
      .toBe('refused')
    expect((await accepted()).release.counter).toBe(before.release.counter)
  })

  test('answers 304 to a screen that has the release', async () => {
    const etag = (await get('/screen/releases/test-station.json'))?.headers.get('ETag') ?? ''
    const again = await get('/screen/releases/test-station.json', { 'If-None-Match': etag })
    expect(again?.status).toBe(304)
  })

  test('signs anew when time makes the release wrong', async () => {
    const open = [NOON - 3_600_000, NOON + 3_600_000] as const
    for (const line of facts.helplines) {
      line.hours = { ...line.hours, always: false, open: [[...open]] }
    }
    vi.useFakeTimers({ now: NOON, toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const before = await accepted()
      now = open[1]
      facts = stationFacts({ now })
      await vi.advanceTimersByTimeAsync(3_600_000)
      vi.useRealTimers()
      await expect
        .poll(async () => (await accepted()).release.counter)
        .toBeGreaterThan(before.release.counter)
    } finally {
      vi.useRealTimers()
    }
  })

  test('counts on after a restart with the same key, even if the clock has gone back', async () => {
    const before = await accepted()
    service.stop()
    now = 1000
    await open()
    const after = await accepted()
    expect(after.release.counter).toBe(before.release.counter + 1)
    expect(after.key).toBe(before.key)
    const kept = await readFile(path.join(temporary.folder, 'release-counters.json'), 'utf8')
    expect(JSON.parse(kept)).toEqual({ 'test-station': after.release.counter })
  })

  test('leaves an unknown place to the site, so that its reader is helped', async () => {
    expect(await get('/screen/nowhere-station')).toBeUndefined()
    expect(await get('/en/test-station')).toBeUndefined()
    expect((await get('/screen/releases/nowhere-station.json'))?.status).toBe(404)
    expect((await get('/screen/events/nowhere-station'))?.status).toBe(404)
    expect((await get('/screen/blobs/nothing'))?.status).toBe(404)
  })

  test('lets nothing inline and nothing foreign onto a screen', async () => {
    for (const address of ['/screen', '/screen/test-station']) {
      const policy = (await get(address))?.headers.get('Content-Security-Policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("script-src 'self'")
      expect(policy).not.toContain('unsafe')
    }
    const worker = await get('/screen/sw.js')
    expect(worker?.headers.get('Service-Worker-Allowed')).toBe('/screen')
  })

  test('gives no file from outside the shell', async () => {
    expect(await get('/screen/release-counters.json')).toBeUndefined()
    expect(await get('/screen/assets%2f..%2f..%2frelease-counters.json')).toBeUndefined()
  })

  test('turns away more screens than it can hold, and tells them when to come back', async () => {
    service.stop()
    await open(1)
    const first = await get('/screen/events/test-station')
    const second = await get('/screen/events/test-station')
    expect(second?.status).toBe(503)
    expect(second?.headers.get('Retry-After')).toBe('60')
    await first?.body?.cancel()
    expect((await get('/screen/events/test-station'))?.status).toBe(200)
  })

  test('knows which release each connected screen shows, until the screen is gone', async () => {
    const { counter } = (await accepted()).release
    const [one, other] = [await listen(), await listen()]
    expect(service.screens.places()).toEqual(['test-station'])
    expect(service.screens.shown('test-station')).toEqual([undefined, undefined])
    expect((await tell({ stream: one.stream, counter }))?.status).toBe(204)
    expect(service.screens.shown('test-station')).toEqual([counter, undefined])
    expect((await service.screens.current('test-station'))?.payload).toContain('0808 157 0101')
    await one.leave()
    expect((await tell({ stream: one.stream, counter }))?.status).toBe(404)
    expect(service.screens.shown('test-station')).toEqual([undefined])
    await other.leave()
  })

  test('believes no report that a screen of ours would not send', async () => {
    const { counter } = (await accepted()).release
    const screen = await listen()
    const told = { stream: screen.stream, counter }
    const statuses = async (...bodies: unknown[]) => {
      const answers = bodies.map(async (body) => (await tell(body))?.status)
      return Promise.all(answers)
    }
    expect(
      await statuses(
        { ...told, counter: counter + 1 },
        { ...told, counter: -1 },
        { ...told, name: 'Hall 2' },
        { ...told, stream: crypto.randomUUID() },
        'x'.repeat(300),
      ),
    ).toEqual([400, 400, 400, 404, 413])
    expect((await tell(told, 'nowhere-station'))?.status).toBe(404)
    expect((await get('/screen/events/nowhere-station'))?.status).toBe(404)
    expect(service.screens.places()).toEqual(['test-station'])
    expect(service.screens.shown('nowhere-station')).toEqual([])
    expect(service.screens.shown('test-station')).toEqual([undefined])
    expect(await statuses(...Array.from({ length: 21 }, () => told))).toContain(429)
    await screen.leave()
  })

  test('plays on without codes where the address cannot be drawn as one, and says why', async () => {
    service.stop()
    await open(10, 'http://[::1]:4321')
    const { release: made } = await accepted()
    expect([made.code, made.codes]).toEqual([undefined, {}])
    expect(said.join()).toContain('WAYMARK_ORIGIN')
  })

  test('keeps no place for those who only ask whether there are events', async () => {
    service.stop()
    await open(1)
    const address = `${HOST}/screen/events/test-station`
    const asked = await service.fetch(new Request(address, { method: 'HEAD' }))
    expect([asked?.status, asked?.body]).toEqual([200, null])
    expect((await get('/screen/events/test-station'))?.status).toBe(200)
  })
})
