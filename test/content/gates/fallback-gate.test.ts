import { describe, expect, test } from 'vitest'
import { fallbackGate } from '#content/gates/fallback-gate.ts'
import { BUILT_IN_LANGUAGES, type Language } from '#content/model/languages.ts'

function refusals(more: Partial<Language>, table: readonly Language[] = BUILT_IN_LANGUAGES) {
  const tag = more.tag ?? 'lg'
  const id = `language-${tag}`
  const after = {
    ...{ _id: id, _type: 'language', tag, ownName: 'Luganda', englishName: 'Luganda' },
    ...{ script: 'Latn', direction: 'ltr', font: 'Noto Sans', fallback: [], audioOnly: false },
    ...more,
  }
  return fallbackGate([{ id, after }], table).map(({ path, message }) => `${path}: ${message}`)
}

test('every built-in language would pass', () => {
  const changes = BUILT_IN_LANGUAGES.map((one) => {
    const id = `language-${one.tag}`
    return { id, after: { _id: id, _type: 'language', ...one } }
  })
  expect(fallbackGate(changes, BUILT_IN_LANGUAGES)).toEqual([])
})

describe('a chain is refused', () => {
  test('that leads to itself, at once or by way of another', () => {
    expect(refusals({ fallback: ['lg'] })).toEqual([
      expect.stringMatching(/fallback\[0\].*back to itself/),
    ])
    expect(refusals({ tag: 'fa', script: 'Arab', direction: 'rtl', fallback: ['prs'] })).toEqual([
      expect.stringMatching(/"prs" leads back to itself/),
    ])
  })

  test('that leads to a language we do not know', () => {
    expect(refusals({ fallback: ['en', 'xog'] })).toEqual([
      expect.stringMatching(/fallback\[1\].*"xog", which is no language of ours/),
    ])
  })

  test.each([
    ['uk', 'ru', 'Cyrl'],
    ['ti', 'am', 'Ethi'],
    ['om', 'am', 'Latn'],
    ['kmr', 'tr', 'Latn'],
  ])('that gives readers of %s %s, also by way of another', (tag, never, script) => {
    expect(refusals({ tag, script, fallback: [never] })).toEqual([
      expect.stringMatching(new RegExp(`never given "${never}"`)),
    ])
    const other = BUILT_IN_LANGUAGES.filter(({ tag }) => tag === 'ro')
    const table = [...other.map((one) => ({ ...one, fallback: [never] })), ...BUILT_IN_LANGUAGES]
    expect(refusals({ tag, script, fallback: ['ro'] }, table)).toHaveLength(1)
  })
})

describe('script, direction and tag', () => {
  test('may not contradict each other', () => {
    expect(refusals({ script: 'Arab' })).toEqual([
      expect.stringMatching(/^direction: .*Arab runs from right to left/),
    ])
    expect(refusals({ direction: 'rtl' })).toEqual([expect.stringMatching(/^direction: /)])
    expect(refusals({ tag: 'uz-Cyrl' })).toEqual([
      expect.stringMatching(/^script: .*written in Cyrl/),
    ])
  })

  test('pass where the tag names the script or a way of writing it', () => {
    expect(refusals({ tag: 'uz-Latn' })).toEqual([])
    expect(refusals({ tag: 'ks-Arab', script: 'Aran', direction: 'rtl' })).toEqual([])
    expect(refusals({ tag: 'lzh-Hant', script: 'Hani' })).toEqual([])
  })
})
