import { describe, expect, test } from 'vitest'
import { claimsOf, uniqueGate } from '#content/gates/unique-gate.ts'

const place = (id: string, current: string) => ({
  id,
  after: { _id: id, _type: 'place', slug: { current } },
})
const placement = (id: string, code: string) => ({
  id,
  after: { _id: id, _type: 'placement', code },
})
const taken = [
  { id: 'station', type: 'place' as const, value: 'the-station' },
  { id: 'poster', type: 'placement' as const, value: 'DEMO01' },
]

describe('a slug or a code', () => {
  test('that another document has is refused, and says whose it is', () => {
    const [slug] = uniqueGate([place('harbour', 'the-station')], taken)
    expect(slug).toMatchObject({ documentId: 'harbour', path: 'slug.current' })
    expect(slug?.message).toContain('belongs to "station"')
    expect(uniqueGate([placement('other', 'DEMO01')], taken)[0]?.path).toBe('code')
  })

  test('stays with the document that has it', () => {
    expect(uniqueGate([place('station', 'the-station')], taken)).toEqual([])
  })

  test('is refused to two documents of one transaction', () => {
    const both = [placement('one', 'AAAAAA'), placement('two', 'AAAAAA')]
    expect(uniqueGate(both, []).map(({ documentId }) => documentId)).toEqual(['one', 'two'])
  })

  test('is free once the same transaction deletes or renames who had it', () => {
    const heir = place('harbour', 'the-station')
    expect(uniqueGate([heir, { id: 'station' }], taken)).toEqual([])
    expect(uniqueGate([heir, place('station', 'old-station')], taken)).toEqual([])
  })

  test('of one kind does not stand in the way of the other', () => {
    expect(uniqueGate([place('harbour', 'DEMO01')], taken)).toEqual([])
  })

  test('of a country is refused to a second document of it, and to no placement', () => {
    const country = (id: string) => ({ id, after: { _id: id, _type: 'country', code: 'XA' } })
    const [second] = uniqueGate([country('again')], [{ id: 'first', type: 'country', value: 'XA' }])
    expect(second).toMatchObject({ documentId: 'again', path: 'code' })
    expect(uniqueGate([country('first')], [{ id: 'x', type: 'placement', value: 'XA' }])).toEqual(
      [],
    )
  })

  test('is not claimed by drafts', () => {
    expect(claimsOf([place('drafts.harbour', 'the-station')])).toEqual([])
  })
})
