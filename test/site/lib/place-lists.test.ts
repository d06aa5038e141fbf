import { expect, test } from 'vitest'
import { createPlaceLists } from '../../../site/lib/place-lists.ts'

test('a list is made once for all who ask, and anew after a change', async () => {
  let made = 0
  const lists = createPlaceLists(async (ask: string) => `${ask} ${++made}`, String)
  expect(await Promise.all([lists.list('a'), lists.list('a')])).toEqual(['a 1', 'a 1'])
  lists.clear()
  expect(await lists.list('a')).toBe('a 2')
})

test('only the lists used last are kept', async () => {
  const made: string[] = []
  const lists = createPlaceLists(async (ask: string) => made.push(ask), String)
  for (const ask of ['a', 'b', 'c', 'd', 'a', 'e', 'a', 'b']) await lists.list(ask)
  expect(made).toEqual(['a', 'b', 'c', 'd', 'e', 'b'])
})

test('a list that could not be made is tried again', async () => {
  let isDown = true
  const lists = createPlaceLists(async () => {
    if (isDown) throw new Error('The lake is down')
    return 'list'
  }, String)
  await expect(lists.list('a')).rejects.toThrow('down')
  isDown = false
  expect(await lists.list('a')).toBe('list')
})
