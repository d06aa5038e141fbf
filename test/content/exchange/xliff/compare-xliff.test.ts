import { expect, test } from 'vitest'
import { patchOf } from '../../../../content/exchange/xliff/apply-xliff.ts'
import { compareXliff } from '../../../../content/exchange/xliff/compare-xliff.ts'
import { type ExportedDocument, makeXliff } from '../../../../content/exchange/xliff/make-xliff.ts'
import type { Xliff, XliffUnit } from '../../../../content/exchange/xliff/xliff.ts'
import { textHash } from '../../../../content/model/text-hash.ts'
import { message } from './documents.ts'

const CAMPAIGN = { id: 'campaign-1', name: 'Know the way' }
const exported: ExportedDocument = { document: message, title: 'Papers' }
const today = {
  dataset: 'production',
  campaign: CAMPAIGN,
  language: 'ar',
  sourceLanguage: 'en',
  documents: new Map([['message-1', exported]]),
}
const file = makeXliff({
  dataset: 'production',
  campaign: CAMPAIGN,
  language: 'ar',
  documents: [exported],
})

test('a file that comes back as it went changes nothing', () => {
  expect(compareXliff(file, today)).toMatchObject({
    sameCount: 1,
    incoming: [],
    empty: [{ unit: 'body' }],
    differing: [],
  })
})

test('new and changed translations are told apart', () => {
  const { incoming } = compareXliff(translated(file, 'كلمات'), today)
  expect(incoming.map(({ unit, isNew }) => [unit, isNew])).toEqual([
    ['heading', false],
    ['body', true],
  ])
})

test('a file for another revision is refused with what was said then and now', () => {
  const heading = message.heading.map((item) =>
    item.language === 'en' ? { ...item, value: { ...item.value, text: 'Somebody has it?' } } : item,
  )
  const changed: ExportedDocument = {
    document: Object.assign({}, message, { heading }),
    title: 'Papers',
  }
  const documents = new Map([['message-1', changed]])
  expect(compareXliff(translated(file, 'كلمات'), { ...today, documents }).differing).toEqual([
    {
      documentId: 'message-1',
      title: 'Papers',
      unit: 'heading',
      was: 'Someone keeps your passport?',
      is: 'Somebody has it?',
    },
  ])
})

test('a source that somebody else changed in the file is found without our metadata', () => {
  const bare = eachUnit(file, ({ sourceHash: _, ...unit }) => ({
    ...unit,
    source: ['Other words'],
  }))
  expect(compareXliff(bare, today).differing).toHaveLength(2)
})

test.each([
  ['campaign', { campaign: { id: 'campaign-2', name: 'Other' } }, /of the campaign "Know the way"/],
  ['dataset', { dataset: 'rehearsal' }, /of the dataset "production"/],
  ['language', { language: 'ti' }, /in "ar", and "ti" is chosen/],
])('a file of another %s is refused by name', (_, other, words) => {
  expect(compareXliff(file, { ...today, ...other }).refusal).toMatch(words)
})

test('texts that are not there any more are listed', () => {
  const { unknown } = compareXliff(file, { ...today, documents: new Map() })
  expect(unknown).toHaveLength(2)
})

test('a translation that does not fit is listed with its length', () => {
  const { unusable, incoming } = compareXliff(translated(file, 'a'.repeat(1201)), today)
  expect(unusable[0]?.reason).toMatch(/1201 characters, and 1200 fit/)
  expect(incoming).toEqual([])
})

test('what comes in is written as handed in for review, and what was approved stays', () => {
  const { incoming } = compareXliff(translated(file, 'كلمات'), today)
  const patch = patchOf(incoming, { language: 'ar', origin: 'human', on: '2026-05-04' })
  const at = 'heading[_key=="ar"].value'
  expect(patch.set).toEqual({
    [`${at}.text`]: 'كلمات',
    [`${at}.origin`]: 'human',
    [`${at}.sourceHash`]: textHash('Someone keeps your passport?'),
    [`${at}.submittedOn`]: '2026-05-04',
  })
  expect(patch.insert).toEqual([
    { after: 'body[-1]', items: [expect.objectContaining({ _key: 'ar', language: 'ar' })] },
  ])
})

function translated(xliff: Xliff, text: string): Xliff {
  return eachUnit(xliff, (unit) => ({ ...unit, target: [text] }))
}

function eachUnit(xliff: Xliff, change: (unit: XliffUnit) => XliffUnit): Xliff {
  return { ...xliff, files: xliff.files.map((one) => ({ ...one, units: one.units.map(change) })) }
}
