import type { LiveEvent, SanityClient } from '@sanity/client'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LIMITS } from '../../../content/lake/limits.ts'
import { inProcess, type LakeUnderTest, overHttp } from './transports.ts'

/** Hears live events, and lets a test wait for them. */
function hear(client: SanityClient, options = { includeDrafts: true }) {
  const heard: LiveEvent[] = []
  const waiting = new Set<() => void>()
  const failure = Promise.withResolvers<unknown>()
  const subscription = client.live.events(options).subscribe({
    next(event) {
      heard.push(event)
      for (const look of waiting) look()
    },
    error: failure.resolve,
  })
  return {
    heard,
    failure: failure.promise,
    stop: () => subscription.unsubscribe(),
    messages: () => heard.filter((event) => event.type === 'message'),
    has(type: LiveEvent['type'], count = 1) {
      return new Promise<void>((resolve) => {
        const look = () => {
          if (heard.filter((event) => event.type === type).length < count) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      })
    },
  }
}

describe.each([
  ['over HTTP', overHttp],
  ['in process', inProcess],
])('live events %s', (_, start) => {
  let under: LakeUnderTest
  const stops: (() => void)[] = []
  beforeEach(async () => {
    under = await start()
  })
  afterEach(async () => {
    for (const stop of stops.splice(0)) stop()
    await under.close()
  })
  const listen = () => {
    const live = hear(under.client)
    stops.push(live.stop)
    return live
  }
  const make = (id: string, type = 'place') => under.client.create({ _id: id, _type: type })

  test('name what a kept answer was made from when it changes', async () => {
    await make('a')
    const live = listen()
    await live.has('welcome')
    const ask = (query: string, lastLiveEventId?: string) =>
      under.client.fetch(
        query,
        {},
        { filterResponse: false, ...(lastLiveEventId && { lastLiveEventId }) },
      )
    const places = await ask('count(*[_type == "place"])')
    const guides = await ask('count(*[_type == "guide"])')
    const one = await ask('*[_id == "a"][0]')
    await make('b')
    await live.has('message')
    const [event] = live.messages()
    const touches = (tags: readonly string[] = []) =>
      event?.tags.some((tag) => tags.includes(tag)) ?? false
    expect(touches(places.syncTags)).toBe(true)
    expect(touches(guides.syncTags)).toBe(false)
    expect(touches(one.syncTags)).toBe(false)
    const anew = await ask('count(*[_type == "place"])', event?.id)
    expect(anew).toMatchObject({ result: 2, syncTags: places.syncTags })
  })

  test('tell of drafts only those who ask for them', async () => {
    const all = listen()
    await all.has('welcome')
    const bare = await under.request('/lake/v2025-02-19/data/live/events/production')
    await make('drafts.a')
    await make('b')
    await all.has('message', 2)
    let text = ''
    for await (const chunk of bare.body ?? []) {
      text += new TextDecoder().decode(chunk)
      if (text.includes('event: message')) break
    }
    const ids = all.messages().map(({ id }) => id)
    expect(text).toContain(`id: ${ids[1]}`)
    expect(text).not.toContain(`id: ${ids[0]}`)
  })

  test('come after a lost connection as well', async () => {
    const live = listen()
    await live.has('welcome')
    await make('a')
    await live.has('message')
    under.dropConnections()
    await live.has('reconnect')
    await make('b')
    await make('c')
    await live.has('message', 3)
    expect(new Set(live.messages().map(({ id }) => id)).size).toBe(3)
    expect(live.heard.map(({ type }) => type)).toContain('welcome')
    expect(live.heard.map(({ type }) => type)).not.toContain('restart')
  })

  test('say to start anew where the log does not know the place', async () => {
    const response = await under.request('/lake/v2025-02-19/data/live/events/production', {
      headers: { 'last-event-id': 'unknown#' },
    })
    const reader = response.body?.getReader()
    const decoder = new TextDecoder()
    let text = ''
    while (!text.includes('event: restart')) text += decoder.decode((await reader?.read())?.value)
    await reader?.cancel()
    expect(text).toContain('event: welcome')
  })

  test('say to start anew after a commit with more changes than are named', async () => {
    const live = listen()
    await live.has('welcome')
    const transaction = under.client.transaction()
    for (let n = 0; n < LIMITS.tagsPerEvent; n++) transaction.create({ _id: `n${n}`, _type: 'n' })
    await transaction.commit()
    await live.has('restart')
    expect(live.messages()).toEqual([])
  })

  test('cannot be asked for without their body', async () => {
    for (const path of ['live/events/production', 'listen/production?query=*']) {
      const address = `/lake/v2025-02-19/data/${path}`
      expect((await under.request(address, { method: 'HEAD' })).status).toBe(405)
    }
  })

  test('are not for those without a token', async () => {
    const live = hear(under.clientAs('nobody'), { includeDrafts: false })
    expect(await live.failure).toMatchObject({ name: 'ConnectionFailedError', status: 401 })
  })
})
