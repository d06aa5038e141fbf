import { describe, expect, test } from 'vitest'
import { bridgeGaps } from '../../studio/bridge-gaps.ts'

const ADDRESS = 'https://help.example/lake/v1/data/listen/production'

/** A server that answers with one of these after the other: parts of a stream that then breaks, or a status. */
function serverOf(answers: (readonly string[] | number | 'away')[]) {
  const resumedAfter: (string | null)[] = []
  const fetch: typeof globalThis.fetch = async (_input, init) => {
    resumedAfter.push(new Headers(init?.headers).get('last-event-id'))
    const answer = answers.shift()
    if (answer === undefined || answer === 'away') throw new TypeError('away')
    if (typeof answer === 'number') return new Response('no', { status: answer })
    const parts = [...answer]
    return new Response(
      new ReadableStream({
        pull(controller) {
          const part = parts.shift()
          if (part === undefined) controller.error(new TypeError('broken'))
          else controller.enqueue(new TextEncoder().encode(part))
        },
      }),
    )
  }
  const bridged = bridgeGaps({ fetch, isStream: () => true, pausesMs: [0, 0, 0] })
  return { bridged, resumedAfter }
}

/** All that comes until the stream is lost. */
async function readAll(response: Response): Promise<string> {
  let text = ''
  const decoder = new TextDecoder()
  try {
    for await (const part of response.body ?? []) text += decoder.decode(part)
  } catch {
    return text
  }
  return text
}

describe('a stream of events that breaks', () => {
  test('goes on after its last event, and whoever reads it notices nothing', async () => {
    const { bridged, resumedAfter } = serverOf([
      ['id: 1\ndata: a\n\n', 'id: 2\ndata: b\n\n'],
      'away',
      503,
      ['id: 3\ndata: c\n\n'],
    ])
    const text = await readAll(await bridged(ADDRESS))
    expect(text).toBe('id: 1\ndata: a\n\nid: 2\ndata: b\n\nid: 3\ndata: c\n\n')
    expect(resumedAfter.slice(0, 4)).toEqual([null, '2', '2', '2'])
  })

  test('never gives an event in two halves of two streams', async () => {
    const { bridged, resumedAfter } = serverOf([
      ['id: 1\ndata: a\n\nid: 2\nda'],
      ['id: 2\ndata: b\n\n'],
    ])
    expect(await readAll(await bridged(ADDRESS))).toBe('id: 1\ndata: a\n\nid: 2\ndata: b\n\n')
    expect(resumedAfter[1]).toBe('1')
  })

  test('is told lost where it stays away', async () => {
    const { bridged, resumedAfter } = serverOf([['id: 1\ndata: a\n\n']])
    const { body } = await bridged(ADDRESS)
    const reader = body?.getReader()
    await reader?.read()
    await expect(reader?.read()).rejects.toThrow('broken')
    expect(resumedAfter).toHaveLength(4)
  })

  test('is told lost at once where its reader is refused', async () => {
    const { bridged, resumedAfter } = serverOf([['id: 1\ndata: a\n\n'], 401, ['data: never\n\n']])
    expect(await readAll(await bridged(ADDRESS))).toBe('id: 1\ndata: a\n\n')
    expect(resumedAfter).toHaveLength(2)
  })
})

test('what is no stream is answered as it comes', async () => {
  const answer = new Response('once')
  const bridged = bridgeGaps({ fetch: async () => answer, isStream: () => false, pausesMs: [] })
  expect(await bridged(ADDRESS)).toBe(answer)
})
