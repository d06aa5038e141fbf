import { describe, expect, test } from 'vitest'
import { campaign } from '#content/model/documents/campaign.ts'
import { problemsOf } from '../../../studio/schemas/problems.ts'

const VALID = {
  _id: 'campaign-a',
  _type: 'campaign',
  name: 'Know the way',
  organizations: [{ _key: 'a', _type: 'reference', _ref: 'org-a' }],
  places: [],
  messages: [{ _key: 'm', _type: 'reference', _ref: 'message-a' }],
  languages: ['en'],
  from: '2026-03-01',
}

describe('what the Studio says about a document', () => {
  test('nothing where the model has nothing against it', () => {
    expect(problemsOf(campaign, VALID)).toBe(true)
  })

  test('the field that is missing, by name', () => {
    const { name: _, ...nameless } = VALID
    expect(problemsOf(campaign, nameless)).toEqual([{ message: 'Required', path: ['name'] }])
  })

  test('nothing where a list that may be empty was emptied, and so unset', () => {
    const { places: _, ...placeless } = VALID
    expect(problemsOf(campaign, placeless)).toBe(true)
  })

  test('what a list lacks that was emptied and may not be', () => {
    const { languages: _, ...mute } = VALID
    expect(problemsOf(campaign, mute)).toEqual([
      { message: 'Add at least one', path: ['languages'] },
    ])
  })

  test('the item of a list, by its key', () => {
    const organizations = [{ _key: 'a', _type: 'reference', _ref: '?' }]
    expect(problemsOf(campaign, { ...VALID, organizations })).toMatchObject([
      { path: ['organizations', { _key: 'a' }, '_ref'] },
    ])
  })

  test('rules that hold between fields', () => {
    expect(problemsOf(campaign, { ...VALID, to: '2026-02-01' })).toEqual([
      { message: 'The last day is before the first: swap them', path: ['to'] },
    ])
  })
})
