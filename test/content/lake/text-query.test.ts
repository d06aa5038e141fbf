import { describe, expect, test } from 'vitest'
import { countHits, parseTextQuery, wordsOfAll } from '../../../content/lake/text-query.ts'

const hits = (search: string, ...texts: string[]) =>
  countHits(wordsOfAll(texts), parseTextQuery(search))

describe('a search for words', () => {
  test.each([
    ['hall', 'The Hall'],
    ['ha*', 'The Hall'],
    ['hall gate', 'the gate of a hall'],
    ['"main hall"', 'The main hall'],
    ['hall -gate', 'The hall'],
    ['-gate', 'The hall'],
    ['helpline-7', 'helpline-7'],
    ['reisepass', 'Reisepaß'.normalize('NFKD').replace('ß', 'ss')],
    ['sao', 'São Paulo'],
    ['كتاب', 'كِتَاب'],
    ['车站', '北京火车站'],
    ['车*', '北京火车站'],
    ['ሰላም', 'ሰላም ለዓለም'],
    ['हिन्दी', 'मेरी हिन्दी'],
    ['สถานี', 'ที่สถานีรถไฟ'],
  ])('%s finds %s', (search, text) => {
    expect(hits(search, text)).toBeGreaterThan(0)
  })

  test.each([
    ['ha', 'The Hall'],
    ['hall gate', 'the hall'],
    ['"hall main"', 'The main hall'],
    ['hall -gate', 'hall and gate'],
    ['"all*"', 'hall'],
    ['站车', '北京火车站'],
    ['', 'The hall'],
    ['*', 'The hall'],
    ['" "', 'The hall'],
  ])('%j does not find %s', (search, text) => {
    expect(hits(search, text)).toBe(0)
  })

  test('finds no phrase across two texts', () => {
    expect(hits('"main hall"', 'main', 'hall')).toBe(0)
    expect(hits('main hall', 'main', 'hall')).toBe(2)
  })

  test('counts every place where a word stands', () => {
    expect(hits('ha*', 'hall, half, gate')).toBe(2)
  })
})
