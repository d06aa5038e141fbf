import { expect, test } from 'vitest'
import type { Recording } from '#content/model/documents/recording.ts'
import { approved, recorded, sentBack } from '../../../studio/audio/recording-patches.ts'

const DOER = { by: 'ana', on: '2026-03-04' }
const FILE = { _type: 'file', asset: { _type: 'reference', _ref: 'file-a' } } as const

const recording = (_key: string, field = 'heading', language = 'ti'): Recording => ({
  ...{ _key, field, language, file: FILE, sourceHash: 'abc' },
})

test('a kept take is added to those there are, by whom and when', () => {
  const take = { _key: 'new', field: 'heading', language: 'ti', sourceHash: 'abc', asset: 'file-a' }
  const [missing, added] = recorded(take, DOER)
  expect(missing).toMatchObject({ type: 'setIfMissing', path: [], value: [] })
  expect(added).toMatchObject({
    type: 'insert',
    position: 'after',
    path: [-1],
    items: [{ _key: 'new', file: FILE, recordedBy: 'ana', recordedOn: '2026-03-04' }],
  })
  expect(JSON.stringify(added)).not.toContain('"asset":"file-a"')
})

test('an approved recording takes the place of the others of its text, and of no other text', () => {
  const one = recording('new')
  const all = [one, recording('old'), recording('arabic', 'heading', 'ar'), recording('b', 'body')]
  const patches = approved(one, all, DOER)
  expect(patches.filter(({ type }) => type === 'unset').map(({ path }) => path)).toEqual([
    [{ _key: 'new' }, 'rejected'],
    [{ _key: 'old' }],
  ])
  expect(patches).toContainEqual(
    expect.objectContaining({ type: 'set', path: [{ _key: 'new' }, 'approvedBy'], value: 'ana' }),
  )
})

test('a recording that is sent back keeps the reason and is approved no more', () => {
  const patches = sentBack(recording('one'), 'Too fast', DOER)
  expect(patches[0]).toMatchObject({
    value: { reason: 'Too fast', rejectedBy: 'ana', rejectedOn: '2026-03-04' },
  })
  expect(patches.slice(1)).toMatchObject([
    { type: 'unset', path: [{ _key: 'one' }, 'approvedBy'] },
    { type: 'unset', path: [{ _key: 'one' }, 'approvedOn'] },
  ])
})
