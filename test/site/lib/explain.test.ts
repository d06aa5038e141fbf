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

test('our own mistake shows where it is', () => {
  expect(explain(new Bug('lost'))).toMatch(/^Bug: BUG: lost\n\s+at /)
  expect(explain('thrown text')).toContain('thrown text')
})
