import { describe, expect, test } from 'vitest'
import { BUILT_IN_LANGUAGES, findLanguage } from '#content/model/languages.ts'
import { longSentences, readability } from '#content/model/readability.ts'
import { sentencesOf } from '#content/model/sentences.ts'
import { syllablesIn } from '#content/model/syllables.ts'

function language(tag: string) {
  const found = findLanguage(BUILT_IN_LANGUAGES, tag)
  if (found === undefined) throw new Error(`no language ${tag}`)
  return found
}

describe('sentences', () => {
  test.each([
    ['en', 'You can talk to us. It is free!', [5, 3]],
    ['ar', 'هل تحتاج مساعدة؟ نحن هنا.', [3, 2]],
    ['ur', 'کیا آپ کو مدد چاہیے؟ ہم یہاں ہیں۔', [5, 3]],
    ['ti', 'ሓገዝ ኣሎ። ደውሉልና።', [2, 1]],
    ['de-simple', 'Wir helfen.\nRufen Sie an', [2, 3]],
  ])('are told apart and counted in words in %s', (tag, text, counts) => {
    expect(sentencesOf(text, tag).map(({ words }) => words.length)).toEqual(counts)
  })

  test('with more than twelve words are found, gaps counting as one word each', () => {
    const short = 'Call {{number}} now, it is free and you need not say your'
    expect(longSentences(`${short}.`, 'en', 12)).toEqual([])
    expect(longSentences(`${short} name. We help.`, 'en', 12)).toMatchObject([
      { text: `${short} name.` },
    ])
  })
})

test.each([
  ['en', { help: 1, journey: 2, take: 1, people: 2, called: 1, passport: 2, table: 2, needed: 2 }],
  ['de', { Hilfe: 2, Ausländer: 3, Reise: 2, Polizei: 3, Theater: 3 }],
  ['es', { deuda: 2, policía: 4, ayuda: 3, teatro: 3, viaje: 2 }],
  ['fr', { aide: 1, voyage: 2, parlent: 1, dette: 1, police: 2 }],
])('syllables of %s words are counted by their vowels', (tag, words) => {
  const counted = Object.keys(words).map((word) => [word, syllablesIn(word, tag)])
  expect(Object.fromEntries(counted)).toEqual(words)
})

describe('readability', () => {
  const plain = 'You can talk to us. We are here for you. It is free and safe.'
  const hard =
    'Notwithstanding considerable administrative complications, authorities systematically facilitate very comprehensive documentation.'

  test('is Flesch for English, high for plain words and low for an authority’s', () => {
    expect(readability(plain, language('en'))).toMatchObject({ formula: 'Flesch', ease: 'easy' })
    expect(readability(hard, language('en'))).toMatchObject({ ease: 'hard' })
  })

  test('follows the published formula', () => {
    // 10 words, 2 sentences, 10 syllables: 206.835 - 1.015 × 5 - 84.6 × 1 = 117.16
    const text = 'The cat sat down here. The dog ran to me.'
    expect(readability(text, language('en'))?.score).toBe(117)
  })

  test.each([
    ['de', 'Amstad'],
    ['de-simple', 'Amstad'],
    ['es', 'Fernández Huerta'],
    ['fr', 'Kandel-Moles'],
    ['ro', 'LIX'],
    ['uk', 'LIX'],
    ['el', 'LIX'],
  ])('is measured in %s by %s', (tag, formula) => {
    const text = 'Ein Tag ist gut. Man kann es hier tun und dann gehen.'
    expect(readability(text, language(tag))).toMatchObject({ formula })
  })

  test('is LIX by its definition: words a sentence, and long words in a hundred', () => {
    // 10 words, 2 sentences, one word of more than six letters: 5 + 10 = 15
    const text = 'Noi suntem aici cu tine. Poți vorbi oricând cu noi.'
    expect(readability(text, language('ro'))).toEqual({ formula: 'LIX', score: 15, ease: 'easy' })
  })

  test.each(['zh', 'ar', 'ur', 'ti', 'hi'])('is not claimed in %s', (tag) => {
    expect(readability(plain, language(tag))).toBeUndefined()
  })

  test('is not claimed of a few words', () => {
    expect(readability('Call us.', language('en'))).toBeUndefined()
  })
})
