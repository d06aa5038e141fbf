import { expect, test } from 'vitest'
import { createShelf } from '../../../site/media/shelf.ts'

test('reads once for all who ask, and again after a change', async () => {
  let change = () => {}
  let reads = 0
  const load = async () => new Map([['a', ++reads]])
  const shelf = createShelf(load, (listener) => {
    change = listener
  })
  expect(await Promise.all([shelf.find('a'), shelf.find('a')])).toEqual([1, 1])
  change()
  expect([await shelf.find('a'), await shelf.find('b')]).toEqual([2, undefined])
})

test('answers nobody with what a change overtook', async () => {
  let change = () => {}
  const first = Promise.withResolvers<ReadonlyMap<string, string>>()
  const answers = [first.promise, Promise.resolve(new Map<string, string>())]
  const shelf = createShelf(
    () => answers.shift() ?? Promise.reject(new Error('read too often')),
    (listener) => {
      change = listener
    },
  )
  const found = shelf.find('withdrawn')
  change()
  first.resolve(new Map([['withdrawn', 'voice']]))
  expect(await found).toBeUndefined()
})

test('tries again after a failure', async () => {
  const answers = [Promise.reject(new Error('no disk')), Promise.resolve(new Map([['a', 'voice']]))]
  const shelf = createShelf(
    () => answers.shift() ?? Promise.reject(new Error('read too often')),
    () => {},
  )
  await expect(shelf.find('a')).rejects.toThrow('no disk')
  expect(await shelf.find('a')).toBe('voice')
})
