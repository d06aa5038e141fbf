import { expect, onTestFinished, test, vi } from 'vitest'
import { createContentClient } from '#content/client.ts'
import { createLake } from '#content/lake/create-lake.ts'
import { type Change, followChanges } from '#content/queries/follow-changes.ts'
import { almighty } from '../../../content/lake/rights.ts'
import { lakeWith, name } from './lake.ts'

const ORGANIZATION = { _id: 'lantern', _type: 'organization', name: name('Lantern') }

function newLake() {
  return createLake({
    dataFolder: ':memory:',
    project: 'waymark',
    dataset: 'production',
    publicUrl: 'http://127.0.0.1/lake',
    authorize: async () => almighty('test'),
  })
}

/** Follows a client; `heard` fills up, `settle` waits until a marker that is written now has come through. */
function follow(client: Awaited<ReturnType<typeof lakeWith>>) {
  const heard: Change[] = []
  const warnings: string[] = []
  const stop = followChanges(client, (change) => heard.push(change), {
    warn: (_about, message) => warnings.push(message),
  })
  onTestFinished(stop)
  const settle = async () => {
    await vi.waitFor(async () => {
      await client.createOrReplace({ _id: 'marker', _type: 'marker' })
      expect(heard).toContainEqual({ everything: false, id: 'marker', type: 'marker' })
    })
    const changes = heard.filter((change) => change.everything || change.type !== 'marker')
    heard.length = 0
    return changes
  }
  return { heard, warnings, settle, stop }
}

test('what is published, changed and deleted is heard once each; drafts are not', async () => {
  const client = await lakeWith()
  const { settle } = follow(client)
  await settle()
  await client.create(ORGANIZATION)
  await client.create({ ...ORGANIZATION, _id: 'drafts.lantern' })
  await client.patch('lantern').set({ kind: 'ngo' }).commit()
  await client.delete('lantern')
  expect(await settle()).toEqual([
    { everything: false, id: 'lantern', type: 'organization' },
    { everything: false, id: 'lantern', type: 'organization' },
    { everything: false, id: 'lantern', type: 'organization' },
  ])
})

test('after it was stopped nothing is heard any more', async () => {
  const client = await lakeWith()
  const { settle, heard, stop } = follow(client)
  await settle()
  stop()
  await client.create(ORGANIZATION)
  const other = follow(client)
  await other.settle()
  expect(heard).toEqual([])
})

test('a gap that the lake cannot make up for means that everything may have changed', async () => {
  let lake = newLake()
  const client = createContentClient({ lake: { fetch: (request) => lake.fetch(request) } })
  const { settle, heard } = follow(client)
  await settle()
  await lake.stop()
  lake = newLake()
  onTestFinished(() => lake.stop())
  await vi.waitFor(() => expect(heard).toContainEqual({ everything: true }), { timeout: 15_000 })
})

test('a lake that refuses is tried again, and everything counts as changed when it is back', async () => {
  let isRefusing = true
  const lake = newLake()
  onTestFinished(() => lake.stop())
  const client = createContentClient({
    lake: {
      fetch: (request) =>
        isRefusing ? Promise.resolve(new Response('', { status: 401 })) : lake.fetch(request),
    },
  })
  const { warnings, settle } = follow(client)
  await vi.waitFor(() => expect(warnings.length).toBeGreaterThan(0))
  isRefusing = false
  await vi.waitFor(async () => expect(await settle()).toEqual([{ everything: true }]), {
    timeout: 15_000,
  })
})
