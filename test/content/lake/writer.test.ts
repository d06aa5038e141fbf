import { describe, expect, test } from 'vitest'
import type { Commit } from '../../../content/lake/commit.ts'
import type { LakeDocument } from '../../../content/lake/document.ts'
import { createDocumentStore } from '../../../content/lake/document-store.ts'
import { StorageFailure } from '../../../content/lake/errors.ts'
import type { Mutation } from '../../../content/lake/mutation.ts'
import { almighty, type Identity } from '../../../content/lake/rights.ts'
import { openStorage, type Storage } from '../../../content/lake/storage.ts'
import { createWriter, type WriterOptions } from '../../../content/lake/writer.ts'

const ada = almighty('ada')

function make(_id: string, attributes: Record<string, unknown> = {}): Mutation {
  return { kind: 'create', document: { _id, _type: 'place', ...attributes } }
}

const remove = (id: string): Mutation => ({ kind: 'delete', selection: { id } })

/** A writer on a real storage; `flushes` has the transactions of each flush of the disk. */
function setUp(options: Partial<WriterOptions> = {}) {
  const kept = openStorage(':memory:')
  const flushes: string[][] = []
  const told: Commit[] = []
  const faults: Error[] = []
  const storage: Storage = {
    ...kept,
    commitTogether(commits) {
      const fault = faults.shift()
      if (fault) throw fault
      kept.commitTogether(commits)
      flushes.push(commits.map(({ transactionId }) => transactionId))
    },
  }
  const store = createDocumentStore([])
  const writer = createWriter({
    store,
    storage,
    beforeCommit: () => [],
    now: () => new Date('2026-01-01T00:00:00Z'),
    randomId: () => 'random',
    select: async () => [...store.all()].map(({ _id }) => _id),
    committed: (commit) => told.push(commit),
    ...options,
  })
  const writeAs = (identity: Identity, transactionId: string, ...mutations: Mutation[]) =>
    writer.write({
      kind: 'mutation',
      transactionId,
      isDryRun: false,
      identity,
      steps: mutations.map((mutation) => () => [mutation]),
    })
  const write = (transactionId: string, ...mutations: Mutation[]) =>
    writeAs(ada, transactionId, ...mutations)
  const ids = () => [...store.all()].map(({ _id }: LakeDocument) => _id)
  return { write, writeAs, flushes, told, faults, store, ids, kept }
}

describe('a writer', () => {
  test('keeps transactions that come together with one flush, in their order', async () => {
    const { write, flushes, told, kept } = setUp()
    await Promise.all([write('1', make('a')), write('2', make('b')), write('3', make('c'))])
    expect(flushes).toEqual([['1', '2', '3']])
    expect(told.map(({ transactionId }) => transactionId)).toEqual(['1', '2', '3'])
    expect(kept.commitsAfter('', 9)?.map(({ transactionId }) => transactionId)).toEqual(
      told.map(({ transactionId }) => transactionId),
    )
  })

  test('lets a transaction see those before it that still wait for the disk', async () => {
    const { write, ids } = setUp()
    const answers = await Promise.allSettled([
      write('1', make('a', { to: { _ref: 'b', _weak: true } }), make('b')),
      write('2', make('a')),
      write('3', remove('b'), make('c')),
      write('4', make('d', { to: { _ref: 'b' } })),
      write('5', make('b')),
      write('1', make('e')),
    ])
    expect(answers.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
    ])
    expect(ids().sort()).toEqual(['a', 'b', 'c'])
  })

  test('shows nobody what is not for him, whether it waits for the disk or is kept', async () => {
    const { write, writeAs, ids } = setUp()
    const bob: Identity = {
      ...almighty('bob'),
      audience: { key: 'some', see: (document) => (document['secret'] ? undefined : document) },
    }
    const patch = (id: string): Mutation => ({ kind: 'patch', patch: { id, set: { n: 1 } } })
    const answers = await Promise.allSettled([
      write('1', make('hidden', { secret: true }), make('open')),
      writeAs(bob, '2', patch('hidden')),
      writeAs(bob, '3', patch('open')),
      writeAs(bob, '4', make('mine', { to: { _ref: 'hidden' } })),
    ])
    expect(answers.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
    ])
    expect(ids()).toEqual(['hidden', 'open'])
  })

  test('does not let go of a document that one before it has come to need', async () => {
    const { write, ids } = setUp()
    await write('1', make('a'))
    const answers = await Promise.allSettled([
      write('2', make('b', { to: { _ref: 'a' } })),
      write('3', remove('a')),
    ])
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect(ids()).toEqual(['a', 'b'])
  })

  test('refuses one alone, and keeps the others', async () => {
    const { write, flushes } = setUp()
    const answers = await Promise.allSettled([
      write('1', make('a')),
      write('2', make('b'), make('a')),
      write('3', make('c')),
    ])
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(flushes).toEqual([['1', '3']])
  })

  test('says nothing to anybody before it is on the disk', async () => {
    const heard: string[] = []
    const { write, store } = setUp({
      beforeCommit({ transactionId }) {
        heard.push(`${transactionId} sees ${store.size()}`)
        return []
      },
      committed: ({ transactionId }) => heard.push(`${transactionId} kept`),
    })
    await Promise.all([
      write('1', make('a')).then(() => heard.push('1 answered')),
      write('2', make('b')).then(() => heard.push('2 answered')),
    ])
    expect(heard).toEqual(['1 sees 0', '2 sees 0', '1 kept', '2 kept', '1 answered', '2 answered'])
  })

  test('shows a gate everything before it, once it asks to settle', async () => {
    const seen: number[] = []
    const { write, store } = setUp({
      async beforeCommit({ settle }) {
        await settle()
        seen.push(store.size())
        return []
      },
    })
    await Promise.all([write('1', make('a')), write('2', make('b')), write('3', make('c'))])
    expect(seen).toEqual([0, 1, 2])
  })

  test('shows a selection everything before it', async () => {
    const { write, ids, flushes } = setUp()
    const all: Mutation = { kind: 'delete', selection: { query: '*' } }
    await Promise.all([write('1', make('a')), write('2', all), write('3', make('b'))])
    expect(ids()).toEqual(['b'])
    expect(flushes).toEqual([['1'], ['2', '3']])
  })

  test('refuses all that wait for a disk that fails, keeps nothing in memory, and goes on', async () => {
    const { write, told, faults, ids } = setUp()
    await write('1', make('a'))
    faults.push(new StorageFailure('disk-full', 'full'))
    const answers = await Promise.allSettled([
      write('2', make('b')),
      write('3', make('b')),
      write('4', remove('a')),
    ])
    expect(answers).toEqual(
      answers.map(() => ({ status: 'rejected', reason: expect.any(StorageFailure) })),
    )
    expect(ids()).toEqual(['a'])
    expect(told).toHaveLength(1)
    await write('2', make('b'))
    expect(ids()).toEqual(['a', 'b'])
  })

  test('settles at once what grows large', async () => {
    const { write, flushes } = setUp()
    await Promise.all(Array.from({ length: 150 }, (_, n) => write(`t${n}`, make(`d${n}`))))
    expect(flushes.length).toBeGreaterThan(1)
    expect(flushes.flat()).toHaveLength(150)
  })
})
