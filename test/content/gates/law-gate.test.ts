import { describe, expect, test } from 'vitest'
import { lawGate } from '#content/gates/law-gate.ts'
import { publishedAfter } from '#content/gates/published.ts'

type Fields = Record<string, unknown>

const PROFILE = {
  _id: 'law',
  _type: 'lawProfile',
  name: 'Arvenia',
  languages: ['en'],
  imprint: { printer: true, publisher: true },
}
const CAMPAIGN = {
  _id: 'know',
  _type: 'campaign',
  name: 'Know the way',
  languages: ['en', 'ar'],
  organizations: [{ _ref: 'lantern' }],
  lawProfile: { _ref: 'law' },
  printer: 'Harbour Press, Portavela',
}
const LANTERN = { _id: 'lantern', _type: 'organization', registeredAddress: '8 Mill Lane' }
const PIECE = {
  _id: 'piece',
  _type: 'placement',
  code: 'KW7A4H',
  campaign: { _ref: 'know' },
  piece: 'a4',
  state: 'up',
}
const STORED = [PROFILE, CAMPAIGN, LANTERN, PIECE]

function said(after: Fields, stored: Fields[] = STORED) {
  const changes = [{ id: String(after['_id']), after }]
  return lawGate(changes, publishedAfter(stored, changes)).map(({ documentId, path }) => [
    documentId,
    path,
  ])
}

describe('what a law profile asks', () => {
  test('is met by a campaign that has it all', () => {
    expect(said(CAMPAIGN)).toEqual([])
  })

  test('is asked of the campaign: languages, printer, publisher, statements', () => {
    expect(said({ ...CAMPAIGN, languages: ['ar'] })).toEqual([['know', 'languages']])
    expect(said({ ...CAMPAIGN, printer: undefined })).toEqual([['know', 'printer']])
    expect(said({ ...CAMPAIGN, organizations: [{ _ref: 'other' }] })).toEqual([
      ['know', 'organizations'],
    ])
    const statements = [{ _key: 'a', text: [] }]
    expect(said({ ...PROFILE, statements })).toEqual([['law', 'statements[0].text']])
  })

  test('is asked once more when the address of its publisher goes', () => {
    expect(said({ ...LANTERN, registeredAddress: undefined })).toEqual([['know', 'organizations']])
  })

  test('is asked of each piece that hangs: its size and its smallest type', () => {
    expect(said(PIECE, [{ ...PROFILE, smallestPiece: 'a3' }, CAMPAIGN, LANTERN])).toEqual([
      ['piece', 'piece'],
    ])
    expect(said({ ...PROFILE, smallestPoints: 8 })).toEqual([['piece', 'piece']])
    expect(said({ ...PROFILE, smallestPoints: 7.9, smallestPiece: 'a4' })).toEqual([])
    expect(
      said({ ...PROFILE, smallestPiece: 'a3' }, [CAMPAIGN, LANTERN, { ...PIECE, state: 'gone' }]),
    ).toEqual([])
  })

  test('has to be published before the campaign is', () => {
    expect(said(CAMPAIGN, [LANTERN])).toEqual([['know', 'lawProfile']])
  })
})
