import { expect, test } from 'vitest'
import { type LoadingEvent, nextLoading, START } from '../../../studio/preview/swap-loading.ts'

const after = (...events: LoadingEvent[]) => events.reduce(nextLoading, START)
const wanted = (src: string): LoadingEvent => ({ type: 'wanted', src })
const loaded = (src: string): LoadingEvent => ({ type: 'loaded', src })

test('what is shown stays until the next is there', () => {
  const state = after(wanted('/a'), loaded('/a'), wanted('/b'))
  expect(state).toMatchObject({ shown: '/a', coming: '/b' })
  expect(nextLoading(state, loaded('/b'))).toEqual({ shown: '/b' })
})

test('one loads at a time, and of what is wanted meanwhile only the last follows', () => {
  const state = after(wanted('/a'), wanted('/b'), wanted('/c'))
  expect(state).toMatchObject({ coming: '/a', next: '/c' })
  expect(nextLoading(state, loaded('/a'))).toEqual({ shown: '/a', coming: '/c' })
})

test('nothing is loaded again that is shown, and a frame that nobody waits for changes nothing', () => {
  const state = after(wanted('/a'), loaded('/a'))
  expect(nextLoading(state, wanted('/a'))).toBe(state)
  expect(nextLoading(state, loaded('/z'))).toBe(state)
})
