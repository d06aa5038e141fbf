import { expect } from 'vitest'
import type { LakeUnderTest } from './transports.ts'

const DATA = '/lake/v2025-02-19/data'
const ACTION = 'sanity.action.document.'

/** A line of the history of transactions. */
export type Line = Record<string, unknown> & { id: string }

/** Asks a lake for its past, and gives it one. */
export function historyDoor(lake: () => LakeUnderTest) {
  const get = (path: string) => lake().request(`${DATA}/${path}`)
  const json = async (path: string) => (await get(path)).json()
  return {
    get,
    json,
    /** A path below the data, asked by somebody without a token. */
    getAsStranger: (path: string) => lake().request(`${DATA}/${path}`, {}, false),
    lines: async (path: string): Promise<Line[]> => {
      const response = await get(`history/production/transactions/${path}`)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toContain('application/x-ndjson')
      const text = await response.text()
      return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]))
    },
    past: async (ids: string, query: string) =>
      (await json(`history/production/documents/${ids}?${query}`)).documents,
    /** What happened to a document, by its name, newest last. */
    types: async (of: string) => {
      const { events } = await json(`history/production/events/documents/${of}`)
      return events[of].map((event: { type: string }) => event.type)
    },
    /** Makes the document and edits it, each in a transaction `{id}-{n}`, from 0. */
    write: async (id: string, titles: string[]) => {
      for (const [index, title] of titles.entries()) {
        await lake()
          .client.transaction()
          .createOrReplace({ _id: id, _type: 'place', title })
          .transactionId(`${id}-${index}`)
          .commit()
      }
    },
    act: (actionType: string, body: Record<string, unknown>) =>
      lake().request(`${DATA}/actions/production`, {
        method: 'POST',
        body: JSON.stringify({ actions: [{ actionType: ACTION + actionType, ...body }] }),
      }),
  }
}
