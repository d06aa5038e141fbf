import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { builtInWords } from '../../../../studio/tools/translations/built-in-words.ts'

const LOCALES = path.resolve(import.meta.dirname, '../../../../content/locales')

test('every language that our own words come in is in the matrix', () => {
  const tags = readdirSync(LOCALES, { withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && entry.name.endsWith('.json') && entry.name !== 'notes.json',
    )
    .map(({ name }) => path.basename(name, '.json'))
  expect(Object.keys(builtInWords.keys).toSorted()).toEqual(tags.toSorted())
})
