import { describe, expect, test } from 'vitest'
import { parsePerspective } from '../../../content/lake/perspective.ts'

describe('a perspective', () => {
  test.each([
    ['raw', 'raw'],
    ['published', ['published']],
    ['drafts', ['drafts', 'published']],
    ['previewDrafts', ['drafts', 'published']],
    ['spring,drafts', ['spring', 'drafts', 'published']],
    ['published,drafts,drafts', ['drafts', 'published']],
  ])('%s sees %j', (asked, layers) => {
    expect(parsePerspective(asked, 'v2025-02-19')).toEqual(layers)
  })

  test.each(['raw,drafts', 'a b', 'x.y', ','])('%j is refused', (asked) => {
    expect(() => parsePerspective(asked, 'v2025-02-19')).toThrow('erspective')
  })

  test('is published by default from 2025-02-19 on, and raw before', () => {
    const of = (version: string) => parsePerspective(undefined, version)
    expect(of('v2025-02-19')).toEqual(['published'])
    expect(of('v2025-02-18')).toBe('raw')
    expect(of('v1')).toBe('raw')
    expect(of('vX')).toEqual(['published'])
  })
})
