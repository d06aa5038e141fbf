import { expect, test } from 'vitest'
import { isOffered } from '../../../studio/desk/actions-by-role.ts'

test('a reviewer publishes, and is not offered what the server refuses', () => {
  expect(isOffered('publish', ['reviewer'])).toBe(true)
  for (const action of ['delete', 'unpublish', 'duplicate', 'restore']) {
    expect(isOffered(action, ['reviewer'])).toBe(false)
    expect(isOffered(action, ['reviewer', 'editor'])).toBe(true)
  }
})

test('a translator is not offered to delete, and may discard', () => {
  expect(isOffered('delete', ['translator'])).toBe(false)
  expect(isOffered('discardChanges', ['translator'])).toBe(true)
})

test('our own actions are offered to everybody, and ask the server', () => {
  expect(isOffered(undefined, ['reviewer'])).toBe(true)
})
