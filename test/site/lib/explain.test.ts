import { expect, test } from 'vitest'
import { StorageFailure } from '#content/lake/errors.ts'
import { Bug, Mistake, WorldFailure } from '#content/model/errors.ts'
import { explain } from '../../../site/lib/explain.ts'

test('what a person can mend is said in plain words', () => {
  const said = 'The folder is in use. Stop the other one.'
  for (const error of [
    new Mistake('x', said),
    new WorldFailure('x', said),
    new StorageFailure('x', said),
  ]) {
    expect(explain(error)).toBe(said)
  }
})

test('a full disk is told by the folder to look at', () => {
  const full = Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR' })
  expect(explain(full)).toBe(
    'database or disk is full. Is the disk of WAYMARK_DATA full, or may this account not write there?',
  )
})

test('our own mistake shows where it is', () => {
  expect(explain(new Bug('lost'))).toMatch(/^Bug: BUG: lost\n\s+at /)
  expect(explain('thrown text')).toContain('thrown text')
})
