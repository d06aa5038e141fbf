import { expect, test } from 'vitest'
import { demoDocuments } from '#content/demo/documents.ts'
import { guideLanguages } from '#content/demo/guide-languages.ts'

const documents = demoDocuments(new Date('2026-03-01T12:00:00Z')).flat()
const guides = documents.filter((one) => one._type === 'guide')

test('every guide of the demo is in one list of languages, under its own language', () => {
  const joined = guideLanguages(documents).flatMap(({ translations }) =>
    translations.map(({ language, value }) => `${value._ref} ${language}`),
  )
  expect(joined.toSorted()).toEqual(
    guides.map(({ _id, language }) => `${_id} ${language}`).toSorted(),
  )
})

test('the languages of one guide share their address, and no two lists do', () => {
  const slugs = guideLanguages(documents).map(({ translations }) => [
    ...new Set(
      translations.map(({ value }) => guides.find(({ _id }) => _id === value._ref)?.slug.current),
    ),
  ])
  expect(slugs.every((one) => one.length === 1)).toBe(true)
  expect(new Set(slugs.flat()).size).toBe(slugs.length)
})
