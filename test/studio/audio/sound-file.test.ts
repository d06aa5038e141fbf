import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  clock,
  recordingKind,
  soundAddress,
  soundFileName,
} from '../../../studio/audio/sound-file.ts'

test('records the best kind that a browser can, and leaves it to the browser otherwise', () => {
  expect(recordingKind(() => true)).toBe('audio/webm;codecs=opus')
  expect(recordingKind((kind) => kind.startsWith('audio/mp4'))).toBe('audio/mp4;codecs=mp4a.40.2')
  expect(recordingKind(() => false)).toBeUndefined()
})

test.each([
  ['audio/webm;codecs=opus', 'recording.weba'],
  ['audio/ogg;codecs=opus', 'recording.ogg'],
  ['audio/mp4', 'recording.m4a'],
  ['', 'recording'],
])('a recording as %s is called %s', (kind, name) => {
  expect(soundFileName(kind)).toBe(name)
})

test('finds a recording by its reference, and nothing by any other', () => {
  const name = 'a'.repeat(40)
  expect(soundAddress(`file-${name}-weba`)).toBe(`/lake/files/waymark/production/${name}.weba`)
  fc.assert(fc.property(fc.string(), (text) => soundAddress(text) === undefined))
  expect(soundAddress(`file-${name}-../x`)).toBeUndefined()
})

test('says seconds as people read them', () => {
  expect([0, 9.9, 60, 65, 120].map(clock)).toEqual(['0:00', '0:09', '1:00', '1:05', '2:00'])
})
