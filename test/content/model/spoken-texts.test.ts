import { expect, test } from 'vitest'
import { z } from 'zod'
import { anyDocument } from '#content/model/documents/any-document.ts'
import { holdsNumber, recordingState, SPOKEN_FIELDS } from '#content/model/spoken-texts.ts'
import { textHash } from '#content/model/text-hash.ts'
import { translatedText } from '#content/model/translation.ts'

test('every text of a document that holds recordings can be recorded', () => {
  const holding = anyDocument.options.filter(({ shape }) => 'audio' in shape)
  const found = holding.map(({ shape }) => [
    shape._type.value,
    Object.entries(shape)
      .filter(([, schema]) => isText(schema))
      .map(([name]) => name),
  ])
  expect(Object.fromEntries(found)).toEqual(
    Object.fromEntries(Object.entries(SPOKEN_FIELDS).map(([type, fields]) => [type, [...fields]])),
  )
})

function isText(schema: z.core.$ZodType): boolean {
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema
  return inner instanceof z.ZodArray && inner.element === translatedText.element
}

test.each([
  ['You can talk to us.', false],
  ['Take bus 7.', false],
  ['Call 112.', true],
  ['Bus 7 at 9.', true],
  ['اتصل ١٢', true],
  ['፲፪', true],
  ['১২', true],
])('"%s" holds a number: %s', (text, expected) => {
  expect(holdsNumber(text)).toBe(expected)
})

test('the state of a recording follows from the words that are approved now', () => {
  const take = { sourceHash: textHash('a') }
  const rejected = { rejectedOn: '2026-01-01', rejectedBy: 'r', reason: 'noise' }
  expect(recordingState(undefined, 'a')).toBe('missing')
  expect(recordingState(take, 'a')).toBe('in-review')
  expect(recordingState({ ...take, rejected }, 'a')).toBe('sent-back')
  expect(recordingState({ ...take, approvedBy: 'r' }, 'a')).toBe('approved')
  expect(recordingState({ ...take, approvedBy: 'r' }, 'b')).toBe('outdated')
  expect(recordingState({ ...take, approvedBy: 'r' }, undefined)).toBe('outdated')
})
