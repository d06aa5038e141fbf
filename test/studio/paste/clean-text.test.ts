import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanLine, cleanText } from '../../../studio/paste/clean-text.ts'

describe('text that is pasted', () => {
  test('from Word loses tabs, stray no-break spaces, soft hyphens and page breaks', () => {
    expect(cleanText('You\u00a0can\tcall.\u000bAsk  every\u00adthing.\r\nNow.\u000c')).toBe(
      'You can call.\nAsk everything.\nNow.\n',
    )
  })

  test('keeps its quotes and dashes', () => {
    const words = '“You decide” – it’s your way… «Oui»'
    expect(cleanText(words)).toBe(words)
  })

  test('keeps the no-break spaces of French', () => {
    expect(cleanText('Où\u00a0aller\u202f? «\u00a0Ici\u00a0»')).toBe(
      'Où aller\u00a0? «\u00a0Ici\u00a0»',
    )
  })

  test('keeps what Persian and Sorani are joined with, and marks of direction', () => {
    const words = 'می‌خواهم \u200f(۱)\u200d'
    expect(cleanText(words)).toBe(words)
  })

  test('becomes one line in a field of one line', () => {
    expect(cleanLine(' Mill Lane\r\n beside the library\t')).toBe('Mill Lane beside the library')
  })

  test('is clean for good', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text))
      }),
    )
  })
})
