import { expect, test } from 'vitest'
import { SPOKEN_FIELDS } from '#content/model/spoken-texts.ts'
import {
  FIELD_WORDS,
  microphoneWords,
  RECORDING_STATES,
} from '../../../studio/audio/recording-words.ts'

test('names every text that is read aloud', () => {
  const fields = Object.values(SPOKEN_FIELDS).flat()
  expect(fields.filter((field) => FIELD_WORDS[field] === undefined)).toEqual([])
})

test('tells states apart by word and shape, not by colour alone', () => {
  const states = Object.values(RECORDING_STATES)
  expect(new Set(states.map(({ shape }) => shape)).size).toBe(states.length)
  expect(new Set(states.map(({ words }) => words)).size).toBe(states.length)
})

test.each([
  ['NotAllowedError', 'Allow it'],
  ['NotFoundError', 'Plug one in'],
  ['NotReadableError', 'Close it'],
  ['Unsupported', 'Use a newer one'],
  ['anything else', 'Try again'],
])('after %s it says what to do', (name, words) => {
  expect(microphoneWords(name)).toContain(words)
})
