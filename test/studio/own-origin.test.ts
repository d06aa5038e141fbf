import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fetchFromOwnOrigin } from '../../studio/own-origin.ts'

const ORIGIN = 'https://help.example'

describe('what the Studio asks for', () => {
  const asked: string[] = []
  const fetch = fetchFromOwnOrigin(async (input) => {
    asked.push(input instanceof Request ? input.url : String(input))
    return new Response('ours')
  })
  beforeEach(() => {
    asked.length = 0
    vi.stubGlobal('location', new URL(`${ORIGIN}/studio`))
  })
  afterEach(() => vi.unstubAllGlobals())

  test.each([`${ORIGIN}/lake/v1/users/me`, '/lake/v1/users/me', 'data:,a'])(
    '%s is asked',
    async (address) => {
      expect(await (await fetch(address)).text()).toBe('ours')
      expect(asked).toHaveLength(1)
    },
  )

  test('no other host hears of it, whichever way it is asked', async () => {
    const foreign = 'https://api.sanity.io/vX/intake/feedback'
    for (const input of [foreign, new URL(foreign), new Request(foreign)]) {
      expect((await fetch(input)).status).toBe(404)
    }
    expect(asked).toEqual([])
  })

  test('there is no newer version', async () => {
    const answer = await fetch('https://sanity-cdn.com/v1/modules/sanity/latest/%5E6.9.1/t1')
    expect(await answer.json()).toEqual({})
    expect(asked).toEqual([])
  })
})
