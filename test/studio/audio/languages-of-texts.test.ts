import { expect, test } from 'vitest'
import { languagesOfTexts } from '../../../studio/audio/languages-of-texts.ts'

const text = (language: string) => ({
  ...{ _key: language, language },
  value: { text: 'Words', origin: 'human', sourceHash: '' },
})

test('names each language of the asked texts once, in their order', () => {
  const document = {
    heading: [text('en'), text('ti')],
    body: [text('ti'), text('ar')],
    other: [text('fr')],
  }
  expect(languagesOfTexts(document, ['heading', 'body'])).toEqual(['en', 'ti', 'ar'])
})

test('leaves out what is not in shape', () => {
  expect(languagesOfTexts({ heading: 'words', body: [{}, null] }, ['heading', 'body'])).toEqual([])
})
