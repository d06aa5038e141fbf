import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createPageCache, type Rendered } from '../../../site/lib/page-cache.ts'
import { runs } from '../../long.ts'

const MEGABYTE = 1024 * 1024
const rendered = (text: string, validUntil?: number): Rendered => ({
  response: new Response(text),
  validUntil,
})

function setUp(maxBytes = MEGABYTE) {
  const clock = { now: 0 }
  return { clock, cache: createPageCache({ maxBytes, now: () => clock.now }) }
}

/** A rendering that ends when it is told to. */
function held() {
  const { promise, resolve, reject } = Promise.withResolvers<Rendered>()
  return { render: () => promise, land: resolve, crash: reject }
}

describe('page cache', () => {
  test('a page is rendered once and kept', async () => {
    const { cache } = setUp()
    await cache.fetch('a', async () => rendered('one', 1_000))
    const again = await cache.fetch('a', async () => rendered('two', 1_000))
    expect(Buffer.from(again.bodies.identity).toString()).toBe('one')
  })

  test('no page outlives its facts', async () => {
    const { cache, clock } = setUp()
    await cache.fetch('a', async () => rendered('one', 1_000))
    clock.now = 999
    expect(cache.find('a')).toBeDefined()
    clock.now = 1_000
    expect(cache.find('a')).toBeUndefined()
  })

  test('a crowd that wants one page waits for one rendering', async () => {
    const { cache } = setUp()
    const flight = held()
    let renders = 0
    const render = () => {
      renders += 1
      return flight.render()
    }
    const crowd = Array.from({ length: 50 }, () => cache.fetch('a', render))
    flight.land(rendered('one', 1_000))
    const pages = await Promise.all(crowd)
    expect(renders).toBe(1)
    expect(new Set(pages).size).toBe(1)
  })

  test('a rendering begun before a change is never kept, and nobody who comes after it gets it', async () => {
    const { cache } = setUp()
    const old = held()
    const early = cache.fetch('a', old.render)
    cache.invalidate()
    const late = cache.fetch('a', async () => rendered('new', 1_000))
    old.land(rendered('old', 1_000))
    expect(text(await early)).toBe('old')
    expect(text(await late)).toBe('new')
    expect(text(cache.find('a'))).toBe('new')
  })

  test('who only waited for a page whose time ran out meanwhile gets a new one', async () => {
    const { cache, clock } = setUp()
    const slow = held()
    const first = cache.fetch('a', slow.render)
    const second = cache.fetch('a', async () => rendered('new', 2_000))
    clock.now = 1_500
    slow.land(rendered('old', 1_000))
    expect(text(await first)).toBe('old')
    expect(text(await second)).toBe('new')
  })

  test('a failure is told to all who wait, and the next one tries again', async () => {
    const { cache } = setUp()
    const flight = held()
    const waiting = [cache.fetch('a', flight.render), cache.fetch('a', flight.render)]
    flight.crash(new Error('no content'))
    const ends = await Promise.allSettled(waiting)
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(text(await cache.fetch('a', async () => rendered('one', 1_000)))).toBe('one')
  })

  test('what may not be kept is answered and forgotten', async () => {
    const { cache } = setUp()
    expect(text(await cache.fetch('a', async () => rendered('404')))).toBe('404')
    expect(cache.find('a')).toBeUndefined()
  })

  test('pages that nobody asks for make room', async () => {
    const { cache } = setUp(10_000)
    for (const key of ['a', 'b', 'c']) {
      await cache.fetch(key, async () => rendered('x'.repeat(3_000), 1_000))
      cache.find('a')
    }
    expect(cache.find('a')).toBeDefined()
    expect(cache.find('b')).toBeUndefined()
  })

  test('whatever happens in whichever order, nothing stale is ever found', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('ask' as const), key: fc.constantFrom('a', 'b') }),
      fc.record({ do: fc.constant('land' as const), at: fc.nat(5) }),
      fc.record({ do: fc.constant('change' as const) }),
      fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 40 }) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const { cache, clock } = setUp()
        const flights: (() => void)[] = []
        const answers: Promise<unknown>[] = []
        let version = 0
        const check = () => {
          for (const key of ['a', 'b']) {
            const page = cache.find(key)
            if (page === undefined) continue
            expect(Number(text(page))).toBe(version)
            expect(page.validUntil).toBeGreaterThan(clock.now)
          }
        }
        for (const now of steps) {
          if (now.do === 'change') {
            version += 1
            cache.invalidate()
          } else if (now.do === 'wait') clock.now += now.ms
          else if (now.do === 'land') flights.splice(now.at, 1)[0]?.()
          else {
            const flight = held()
            // What a rendering sees is what there is when it begins, which may be later than the asking.
            const render = () => {
              const seen = rendered(`${version}`, clock.now + 20)
              flights.push(() => flight.land(seen))
              return flight.render()
            }
            answers.push(cache.fetch(now.key, render))
          }
          await new Promise(setImmediate)
          check()
        }
        const all = Promise.all(answers)
        const land = setInterval(() => flights.shift()?.(), 0)
        await all
        clearInterval(land)
        check()
      }),
      runs(200),
    )
  })
})

function text(page: { bodies: { identity: Uint8Array } } | undefined): string {
  return Buffer.from(page?.bodies.identity ?? []).toString()
}
