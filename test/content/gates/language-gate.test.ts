import { describe, expect, test } from 'vitest'
import { guideGate } from '#content/gates/guide-gate.ts'
import { languageGate } from '#content/gates/language-gate.ts'
import { publishedAfter } from '#content/gates/published.ts'
import { textHash } from '#content/model/text-hash.ts'

type Fields = Record<string, unknown>

const text = (...languages: string[]) =>
  languages.map((language) => ({
    _key: language,
    language,
    value: { text: 'new', approved: { text: 'old' } },
  }))

const withdrawn = (language: string) => ({
  _key: language,
  language,
  value: { text: 'new', approved: { text: 'old' }, withdrawn: { reason: 'x' } },
})

function message(...languages: string[]): Fields {
  return {
    _id: 'debt',
    _type: 'message',
    heading: text(...languages),
    body: text(...languages),
    callToAction: text(...languages),
  }
}

const campaign = (...languages: string[]): Fields => ({
  _id: 'know',
  _type: 'campaign',
  name: 'Know the way',
  messages: [{ _ref: 'debt' }],
  languages,
})

function said(after: Fields, stored: Fields[] = [], before?: Fields) {
  const changes = [{ id: String(after['_id']), after, ...(before && { before }) }]
  return languageGate(changes, publishedAfter(stored, changes))
}

describe('a campaign', () => {
  test('promises the languages that its messages are approved in, outdated or not', () => {
    expect(said(campaign('en', 'ar'), [message('en', 'ar')])).toEqual([])
    const refusals = said(campaign('en', 'ti'), [message('en', 'ar')])
    expect(refusals.map(({ documentId, path, language }) => [documentId, path, language])).toEqual([
      ['debt', 'heading', 'ti'],
      ['debt', 'body', 'ti'],
      ['debt', 'callToAction', 'ti'],
    ])
    expect(refusals[2]?.message).toMatch(/promises Tigrinya \(ti\), and the call to action of/)
  })

  test('promises nothing that is withdrawn', () => {
    const partly = { ...message('en', 'ar'), body: [...text('en'), withdrawn('ar')] }
    expect(said(campaign('en', 'ar'), [partly])[0]).toMatchObject({ path: 'body', language: 'ar' })
  })

  test('waits for no message that is not published, but in an import', () => {
    expect(said(campaign('en'))[0]?.path).toBe('messages')
    expect(said({ ...campaign('en'), messages: [{ _ref: 'debt', _weak: true }] })).toEqual([])
    expect(said(message('en'), [campaign('en', 'ar')])).toHaveLength(3)
  })
})

describe('a message', () => {
  test('keeps what campaigns promise, unless it is withdrawn explicitly', () => {
    const before = message('en', 'ar')
    const stored = [campaign('en', 'ar')]
    expect(said({ ...before, heading: text('en') }, stored, before)[0]).toMatchObject({
      documentId: 'debt',
      language: 'ar',
    })
    const after = { ...before, heading: [...text('en'), withdrawn('ar')] }
    expect(said(after, stored, before)).toEqual([])
    expect(said(message('en', 'ar', 'ti'), stored, before)).toEqual([])
  })

  test('is published once it is whole in one language', () => {
    expect(said({ ...message('en'), body: text('ar') })[0]?.message).toMatch(/in no language/)
    expect(said(message('ti'))).toEqual([])
  })

  test('may always be withdrawn in its last language', () => {
    const before = message('en')
    expect(said({ ...before, heading: [withdrawn('en')] }, [], before)).toEqual([])
    expect(said({ ...before, heading: [withdrawn('en')] })).toHaveLength(1)
  })
})

test('an alert is published in all its languages, its instruction where there is one', () => {
  const alert = { _id: 'fire', _type: 'alert', languages: ['en', 'ar'], headline: text('en', 'ar') }
  expect(said(alert)).toEqual([])
  expect(said({ ...alert, instruction: text('en') })[0]).toMatchObject({
    path: 'instruction',
    language: 'ar',
  })
})

test('a law profile is published with its statements in its languages', () => {
  const profile = { _id: 'law', _type: 'lawProfile', languages: ['en', 'es'] }
  const statements = [{ _key: 'a', text: text('en') }]
  expect(said({ ...profile, statements })[0]).toMatchObject({
    path: 'statements[0].text',
    language: 'es',
  })
})

test('a guide is published as it is approved, and nothing else of it', () => {
  const guide = {
    _id: 'guide',
    _type: 'guide',
    language: 'ti',
    title: 'Title',
    summary: 'Summary',
    body: [{ _type: 'block', _key: 'a', children: [] }],
  }
  const gate = (over: Fields) => guideGate([{ id: 'guide', after: { ...guide, ...over } }])
  expect(gate({})[0]).toMatchObject({ language: 'ti', path: 'approved' })
  const approved = { textHash: textHash('Title\nSummary\n') }
  expect(gate({ approved })).toEqual([])
  expect(gate({ approved, title: 'Other' })[0]?.message).toMatch(/changed since it was approved/)
})
