import { expect, test } from 'vitest'
import { recordingGate } from '#content/gates/recording-gate.ts'
import { textHash } from '#content/model/text-hash.ts'

const WORDS = 'እዚ ገበን እዩ።'

type Said = { words?: string; spoken?: string; field?: string }

function message({ words = WORDS, spoken = words, field = 'heading' }: Said = {}) {
  const approvedBy = 'ana'
  const approved = { text: words, sourceHash: 'a', approvedBy: 'r', approvedOn: '2026-01-01' }
  const value = { text: words, origin: 'human', sourceHash: 'a', approved }
  const file = { _type: 'file', asset: { _type: 'reference', _ref: 'file-0-weba' } }
  const take = { _key: 'a1', field, language: 'ti', file, sourceHash: textHash(spoken), approvedBy }
  return {
    ...{ _id: 'm', _type: 'message', heading: [{ _key: 'ti', language: 'ti', value }] },
    audio: [take],
  }
}

const messages = (after: Record<string, unknown>, before?: Record<string, unknown>) =>
  recordingGate([{ id: 'm', after, ...(before && { before }) }]).map(({ message }) => message)

test('a recording of the approved words passes', () => {
  expect(messages(message())).toEqual([])
})

test.each([
  ['other words', message({ spoken: 'ካልእ' }), /another one by now/],
  ['words with a number', message({ words: 'ደውል 112' }), /holds a number/],
  ['words with Ethiopic numerals', message({ words: 'ደውል ፩፻፲፪' }), /holds a number/],
  ['words with Arabic digits', message({ words: 'اتصل ١١٢' }), /holds a number/],
  ['a text that is not there', message({ field: 'slogan' }), /no text of this document/],
  ['a text that is not approved', message({ field: 'body' }), /is not approved/],
])('a recording of %s is refused', (_what, after, reason) => {
  expect(messages(after)).toEqual([expect.stringMatching(reason)])
})

test('one that was let out before stays when its text changes', () => {
  const before = message()
  const after = { ...message({ words: 'ሓድሽ' }), audio: before.audio }
  expect(messages(after, before)).toEqual([])
})

test('one that is not approved is free', () => {
  const { audio, ...rest } = message({ spoken: 'ካልእ' })
  const [{ approvedBy: _, ...take } = { approvedBy: '' }] = audio
  expect(messages({ ...rest, audio: [take] })).toEqual([])
})
