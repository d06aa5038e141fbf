import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { identityFor } from '../../../content/access/policy.ts'
import { createLake } from '../../../content/lake/create-lake.ts'
import type { Person } from '../../../content/lake/directory.ts'
import { LIMITS } from '../../../content/lake/limits.ts'
import { almighty } from '../../../content/lake/rights.ts'
import { type LakeUnderTest, overHttp } from './transports.ts'

const EDITOR = { name: 'editor', title: 'Editor' }
const ADA: Person = {
  id: 'ada',
  displayName: 'Ada Example',
  email: 'ada@example.org',
  imageUrl: 'https://example.org/ada.png',
  isRobot: false,
  roles: [EDITOR],
}
const ROBOT: Person = { id: 'robot', displayName: 'Import', isRobot: true, roles: [EDITOR] }
const PEOPLE = [ADA, ROBOT]

describe('about people and the project, the client', () => {
  let under: LakeUnderTest
  let own: string
  beforeAll(async () => {
    under = await overHttp({
      directory: {
        find: async (ids) => PEOPLE.filter(({ id }) => ids.includes(id)),
        members: async () => PEOPLE,
      },
    })
    own = (await under.client.users.getById('me')).id
  })
  afterAll(() => under.close())

  const ask = (path: string, init?: RequestInit) => under.request(`/lake/v2025-02-19${path}`, init)
  const json = async (path: string, init?: RequestInit) => (await ask(path, init)).json()

  test('learns who it is, be it only by an id', async () => {
    expect(await under.client.users.getById('me')).toMatchObject({ id: own, name: own, roles: [] })
  })

  test('learns the names of others, never their addresses', async () => {
    expect(await under.client.users.getById('ada')).toEqual({
      id: 'ada',
      projectId: 'waymark',
      displayName: 'Ada Example',
      familyName: null,
      givenName: null,
      middleName: null,
      imageUrl: 'https://example.org/ada.png',
      isCurrentUser: false,
      isRobot: false,
    })
    expect(await json(`/users/ada,robot,nobody,${own}`)).toMatchObject([
      { id: 'ada', isCurrentUser: false },
      { id: 'robot', isRobot: true },
      { id: own, isCurrentUser: true },
    ])
  })

  test('is told where a user is not known, and that it asks for too many', async () => {
    expect((await ask('/users/nobody')).status).toBe(404)
    const ids = Array.from({ length: LIMITS.usersPerRequest + 1 }, (_, n) => `u${n}`)
    expect((await ask(`/users/${ids.join(',')}`)).status).toBe(400)
  })

  test('finds the project with its members and their roles', async () => {
    const [listed] = await under.client.projects.list()
    expect(listed?.id).toBe('waymark')
    const project = await under.client.projects.getById('waymark')
    expect(project).toMatchObject({ id: 'waymark', organizationId: null, features: [] })
    expect(project.members).toMatchObject([
      { id: 'ada', isCurrentUser: false, roles: [EDITOR] },
      { id: 'robot', isRobot: true },
      { id: own, isCurrentUser: true },
    ])
    expect(await json('/projects/waymark?includeMembers=false')).not.toHaveProperty('members')
    expect(await json('/projects/waymark/roles')).toMatchObject([EDITOR])
    expect((await ask('/projects/other')).status).toBe(404)
  })

  test('finds the one dataset, and none of the kinds that are not kept', async () => {
    expect(await under.client.datasets.list()).toMatchObject([
      { name: 'production', aclMode: 'private', datasetProfile: 'content' },
    ])
    const comments = '/projects/waymark/datasets?datasetProfile=comments&addonFor=production'
    expect(await json(comments)).toEqual([])
  })

  test('is told its grants as the rights have them', async () => {
    const { grants } = identityFor({
      id: own,
      bindings: [{ role: 'editor', organizations: 'all' }],
      now: new Date(),
    })
    expect(await json('/projects/waymark/datasets/production/acl')).toEqual(grants)
    const granted = await json('/projects/waymark/grants')
    expect(granted['sanity.document.filter']).toEqual(
      grants.map(({ filter, permissions }) => ({
        config: { filter },
        grants: permissions.map((name) => ({ name, params: {} })),
      })),
    )
    expect(granted).not.toHaveProperty('sanity.project.members')
    expect((await ask('/projects/waymark/datasets/other/acl')).status).toBe(404)
  })

  test.each([
    ['/features', []],
    ['/journey/announcements', []],
    ['/journey/trial', null],
    ['/intake/telemetry-status', { status: 'denied' }],
    ['/projects/waymark/user-applications', []],
    ['/schedules/waymark/production?limit=1', { schedules: [] }],
    ['/media-libraries?organizationId=none', { data: [] }],
    ['/access/requests/me', []],
    ['/subscriptions/project/waymark', expect.objectContaining({ featureTypes: {} })],
    ['/projects/waymark/datasets/production/settings/indexing', { partialIndexSettings: {} }],
  ])('is told by %s that there is none of it', async (path, answer) => {
    expect(await json(path)).toEqual(answer)
  })

  test.each([
    ['POST', '/intake/batch'],
    ['POST', '/comments/production/setup'],
    ['POST', '/descriptors/claim'],
    ['PUT', '/datasets/another'],
    ['DELETE', '/users/me/keyvalue/a'],
    ['GET', '/projects/waymark/new-content-release-allowed'],
  ])('finds no address for %s %s', async (method, path) => {
    expect((await ask(path, { method })).status).toBe(404)
  })

  test('learns nothing of it without a token', async () => {
    for (const path of [
      '/users/me',
      '/users/ada',
      '/users/me/keyvalue/a',
      '/projects',
      '/projects/waymark',
      '/projects/waymark/grants',
      '/projects/waymark/datasets',
      '/projects/waymark/datasets/production/acl',
      '/features',
      '/data/export/production',
      '/data/live/events/production',
    ]) {
      const response = await under.request(`/lake/v2025-02-19${path}`, {}, false)
      expect([path, response.status]).toEqual([path, 401])
    }
  })

  test('may ask without one whether the lake is there, and whether its page may talk to it', async () => {
    const bare = (path: string, headers = {}) =>
      under.request(`/lake/v2025-02-19${path}`, { headers }, false)
    expect((await bare('/ping')).status).toBe(200)
    expect((await bare('/data/ping/production')).status).toBe(200)
    const own = await bare('/check/cors')
    expect(await own.json()).toEqual({ result: { allowed: true, withCredentials: true } })
    const foreign = await bare('/check/cors', { origin: 'https://elsewhere.test' })
    expect(await foreign.json()).toEqual({ result: { allowed: false, withCredentials: false } })
  })

  describe('remembers settings', () => {
    const put = (body: unknown) =>
      ask('/users/me/keyvalue', { method: 'PUT', body: JSON.stringify(body) })

    test('under their keys, and gives back those that it knows', async () => {
      const pairs = [
        { key: 'studio.sort::place', value: { by: [{ field: '_updatedAt' }] } },
        { key: 'b', value: null },
      ]
      expect(await (await put(pairs)).json()).toEqual(pairs)
      await put([{ key: 'b', value: [1, 'ü'] }])
      expect(await json('/users/me/keyvalue/studio.sort::place,b,unknown')).toEqual(
        expect.arrayContaining([pairs[0], { key: 'b', value: [1, 'ü'] }]),
      )
      expect(await json('/users/me/keyvalue/unknown')).toEqual([])
    })

    test('for itself only', async () => {
      await put([{ key: 'mine', value: 1 }])
      const other = under.clientAs('viewer')
      const seen = await other.request({ url: '/users/me/keyvalue/mine' })
      expect(seen).toEqual([])
    })

    test.each([
      ['no list', { key: 'a', value: 1 }],
      ['nothing', []],
      ['a key with a comma', [{ key: 'a,b', value: 1 }]],
      ['a key that is too long', [{ key: 'a'.repeat(LIMITS.keyLength + 1), value: 1 }]],
      ['what it does not know', [{ key: 'a', value: 1, ttl: 5 }]],
    ])('unless sent %s', async (_, body) => {
      expect((await put(body)).status).toBe(400)
    })

    test('up to a size and a number', async () => {
      const long = 'x'.repeat(LIMITS.keyValueBytes)
      expect((await put([{ key: 'long', value: long }])).status).toBe(413)
      const statuses = new Set<number>()
      for (let page = 0; page * LIMITS.keysPerRequest <= LIMITS.keyValues; page++) {
        const pairs = Array.from({ length: LIMITS.keysPerRequest }, (_, n) => ({
          key: `${page}-${n}`,
          value: n,
        }))
        statuses.add((await put(pairs)).status)
      }
      expect([...statuses]).toEqual([200, 413])
      expect(await json('/users/me/keyvalue/0-0,mine')).toHaveLength(2)
    })
  })

  describe('exports', () => {
    const lines = async (query = '') => {
      const text = await (await ask(`/data/export/production${query}`)).text()
      return text.split('\n').flatMap((line) => (line ? [JSON.parse(line)] : []))
    }

    test('every document, drafts included, or those of some types', async () => {
      for (const _id of ['a', 'drafts.a', 'b']) {
        await under.client.create({ _id, _type: _id === 'b' ? 'guide' : 'place' })
      }
      expect((await lines()).map(({ _id }) => _id)).toEqual(['a', 'b', 'drafts.a'])
      expect((await lines('?types=guide,other')).map(({ _id }) => _id)).toEqual(['b'])
      expect((await lines('?nextCursor=')).map(({ _id }) => _id)).toEqual(['a', 'b', 'drafts.a'])
    })

    test('page by page where asked to, each document once', async () => {
      const count = LIMITS.exportPage + 1
      const transaction = under.client.transaction()
      for (let n = 0; n < count; n++) transaction.create({ _id: `many-${n}`, _type: 'many' })
      await transaction.commit()
      const first = await lines('?nextCursor=')
      const { nextCursor } = first.at(-1)
      const second = await lines(`?nextCursor=${nextCursor}`)
      const ids = [...first.slice(0, -1), ...second].map(({ _id }) => _id)
      expect(first).toHaveLength(LIMITS.exportPage + 1)
      expect(new Set(ids).size).toBe(count + 3)
      expect(ids).not.toContain(undefined)
    })
  })
})

test('settings outlive the process', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'waymark-lake-'))
  const open = () =>
    createLake({
      dataFolder,
      project: 'waymark',
      dataset: 'production',
      publicUrl: 'http://lake.test/lake',
      authorize: async () => almighty('ada'),
    })
  const address = 'http://lake.test/lake/v1/users/me/keyvalue'
  const body = JSON.stringify([{ key: 'a', value: 1 }])
  const first = open()
  await first.fetch(new Request(address, { method: 'PUT', body }))
  await first.stop()
  const second = open()
  const response = await second.fetch(new Request(`${address}/a`))
  expect(await response.json()).toEqual([{ key: 'a', value: 1 }])
  await second.stop()
  await rm(dataFolder, { recursive: true })
})
