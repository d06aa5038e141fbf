import { expect, test } from 'vitest'
import type { FollowedAnswer } from '#content/model/desk.ts'
import { countFollowed, hasAllFollowed } from '../../../studio/desk/followed-count.ts'

const answer: FollowedAnswer = {
  at: '2026-11-23T03:00:00Z',
  pages: [{ place: 'Centralia', address: '/en/centralia-station', hasFollowed: true }],
  screens: [{ place: 'Centralia', connected: 2, followed: 2, hasRelease: true }],
  pieces: [
    {
      id: 'a',
      place: 'Centralia',
      copies: 3,
      state: 'up',
      bears: ['0808 157 0142'],
      isKnown: true,
    },
    { id: 'b', place: 'Centralia', copies: 1, state: 'up', bears: [], isKnown: true },
  ],
}

test('paper that still bears the number is counted, and does not hold up the end', () => {
  expect(countFollowed(answer).pieces).toEqual({ followed: 1, all: 2 })
  expect(hasAllFollowed(answer)).toBe(true)
})

test('it is not over while a page, a screen or what screens are handed has not followed', () => {
  const [page] = answer.pages
  const [screen] = answer.screens
  if (page === undefined || screen === undefined) throw new Error('the answer has both')
  expect(hasAllFollowed({ ...answer, pages: [{ ...page, hasFollowed: false }] })).toBe(false)
  expect(hasAllFollowed({ ...answer, screens: [{ ...screen, followed: 1 }] })).toBe(false)
  expect(hasAllFollowed({ ...answer, screens: [{ ...screen, hasRelease: false }] })).toBe(false)
})
