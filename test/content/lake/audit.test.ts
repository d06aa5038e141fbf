import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createContentClient } from '../../../content/client.ts'
import type { AuditEntry } from '../../../content/lake/audit-entry.ts'
import { changedPaths } from '../../../content/lake/changed-paths.ts'
import { createLake, type Lake } from '../../../content/lake/create-lake.ts'
import type { Authorize } from '../../../content/lake/rights.ts'
import { almighty } from '../../../content/lake/rights.ts'

/** The token says who it is and from where, such as `ada@session-1`. */
const byName: Authorize = async ({ token = '' }) => {
  const [id = '', session] = token.split('@')
  const refusalOf = (need: string) => (need === 'manage' && id !== 'root' ? 'no' : undefined)
  return { ...almighty(id), ...(session && { session }), refusalOf }
}

describe('the audit', () => {
  let lake: Lake
  let clock = Date.UTC(2026, 0, 1)
  beforeEach(() => {
    lake = createLake({
      dataFolder: ':memory:',
      project: 'waymark',
      dataset: 'production',
      publicUrl: 'http://lake.test/lake',
      authorize: byName,
      now: () => {
        clock += 60_000
        return new Date(clock)
      },
    })
  })
  afterEach(() => lake.stop())

  const as = (token: string) => createContentClient({ lake, token, perspective: 'raw' })
  const ask = (query = '', token = 'root') => {
    const headers = { authorization: `Bearer ${token}` }
    const address = `http://lake.test/lake/v1/audit/production?${query}`
    return lake.fetch(new Request(address, { headers }))
  }
  const audit = async (query = '') => {
    const answer = await ask(query)
    expect(answer.status).toBe(200)
    const lines: AuditEntry[] = (await answer.text())
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
    return lines
  }
  const action = (client: ReturnType<typeof as>, name: string, more: object) =>
    client.request({
      method: 'POST',
      url: '/data/actions/production',
      body: { actions: [{ actionType: `sanity.action.document.${name}`, ...more }] },
    })
  const live = async () => {
    const ada = as('ada@session-1')
    const ids = { draftId: 'drafts.a', publishedId: 'a' }
    await ada.create({ _id: 'drafts.a', _type: 'note', title: 'secret words', list: [] })
    await ada.patch('drafts.a').set({ title: 'other', 'deep.inside': 1 }).commit()
    await action(ada, 'publish', ids)
    await as('bob').patch('a').set({ title: 'changed live' }).commit()
    await action(as('bob'), 'unpublish', ids)
    await action(ada, 'discard', { draftId: 'drafts.a' })
  }

  test('says who changed what, when and from which session, and nothing of what was written', async () => {
    await live()
    const entries = await audit()
    expect(entries).toMatchObject([
      { who: 'ada', session: 'session-1', action: 'created', document: 'drafts.a', type: 'note' },
      { who: 'ada', action: 'edited', document: 'drafts.a', paths: ['title', 'deep'] },
      { who: 'ada', session: 'session-1', action: 'published', document: 'a' },
      { who: 'bob', action: 'edited', document: 'a', paths: ['title'] },
      { who: 'bob', action: 'unpublished', document: 'a' },
      { who: 'ada', action: 'deleted', document: 'drafts.a' },
    ])
    expect(entries[3]).not.toHaveProperty('session')
    expect(entries[0]?.at).toMatch(/^2026-01-01T\d\d:\d\d:00.000Z$/)
    expect(JSON.stringify(entries)).not.toContain('secret')
  })

  test('can be asked for a time, a person, and a document with its drafts', async () => {
    await live()
    await as('bob').create({ _id: 'b', _type: 'note' })
    const entries = await audit()
    const [, second, third] = entries
    expect(await audit(`from=${second?.at}&to=${third?.at}`)).toEqual([second, third])
    expect(await audit('who=bob')).toHaveLength(3)
    expect(await audit('document=a')).toEqual(entries.slice(0, -1))
    expect(await audit('document=b&who=ada')).toEqual([])
    expect((await ask('from=yesterday')).status).toBe(400)
  })

  test('is for administrators only', async () => {
    await live()
    expect((await ask('', 'ada')).status).toBe(403)
  })

  test('goes on past a page', async () => {
    const bob = as('bob')
    for (let index = 0; index < 450; index += 1)
      await bob.create({ _id: `n${index}`, _type: 'note' })
    const entries = await audit()
    expect(new Set(entries.map(({ document }) => document)).size).toBe(450)
    expect(await audit('document=n449')).toHaveLength(1)
  })
})

describe('changed paths', () => {
  test.each([
    [{ a: 1 }, { a: 1, _rev: 'x', _updatedAt: 'y' }, []],
    [{ a: { b: 1, c: 1 } }, { a: { b: 2, c: 1 } }, ['a.b']],
    [{ a: 1 }, {}, ['a']],
    [
      { list: [{ _key: 'x', v: 1 }, { _key: 'y' }] },
      { list: [{ _key: 'x', v: 2 }, { _key: 'z' }] },
      ['list[_key=="x"].v', 'list[_key=="y"]', 'list[_key=="z"]'],
    ],
    [{ list: [1, 2] }, { list: [2, 1] }, ['list']],
    [{ list: [{ _key: 'x' }, { _key: 'y' }] }, { list: [{ _key: 'y' }, { _key: 'x' }] }, ['list']],
  ])('from %j to %j are %j', (before, after, paths) => {
    expect(changedPaths(before, after)).toEqual(paths)
  })
})
