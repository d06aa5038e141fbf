import { expect, test } from 'vitest'
import type { Fact, FactVersion } from '#content/model/desk.ts'
import { groupFacts, groupOf, progressOf } from '../../../../studio/tools/freshness/fact-groups.ts'

const TODAY = '2026-11-23'
const EVERYTHING = { words: '', organization: '', group: '' }

function version(rest: Partial<FactVersion> = {}): FactVersion {
  return {
    rev: 'r',
    numbers: ['0808 157 0142'],
    hours: '24/7',
    languages: ['en'],
    isVerified: true,
    mayVerify: true,
    mayConfirm: false,
    ...rest,
  }
}

function fact(rest: Partial<Fact> = {}): Fact {
  return {
    id: 'helpline-a',
    type: 'helpline',
    title: 'Line A',
    organization: 'Lantern',
    freshness: 'green',
    lapsesOn: '2027-06-01',
    published: version(),
    mayWithdraw: true,
    ifItLapses: [],
    ...rest,
  }
}

const pending = {
  by: 'Bo Sample',
  isMine: false,
  on: '2026-11-20',
  method: 'called',
  isOutdated: false,
} as const

test('a fact is listed by the days until it lapses', () => {
  expect(groupOf(fact({ lapsesOn: '2026-12-23' }), TODAY)).toBe('soon')
  expect(groupOf(fact({ lapsesOn: '2026-12-24' }), TODAY)).toBe('later')
  expect(groupOf(fact({ lapsesOn: '2027-02-21' }), TODAY)).toBe('later')
  expect(groupOf(fact({ lapsesOn: '2027-02-22' }), TODAY)).toBe('fine')
  expect(groupOf(fact({ freshness: 'lapsed' }), TODAY)).toBe('lapsed')
  expect(groupOf(fact({ freshness: 'never' }), TODAY)).toBe('never')
  expect(groupOf(fact({ freshness: 'withdrawn' }), TODAY)).toBe('withdrawn')
})

test('what waits for my word is mine, whatever the calendar says', () => {
  const waiting = version({ pending, mayConfirm: true })
  expect(groupOf(fact({ published: waiting }), TODAY)).toBe('mine')
  const changed = fact({ draft: version({ isVerified: false }) })
  expect(groupOf(changed, TODAY)).toBe('mine')
})

test('what I have said myself waits for somebody else', () => {
  const said = version({ pending: { ...pending, isMine: true }, mayConfirm: false })
  expect(groupOf(fact({ published: said }), TODAY)).toBe('fine')
})

test('a number is found as it is written and by its digits alone', () => {
  const all = [fact(), fact({ id: 'b', title: 'Line B', published: version({ numbers: ['112'] }) })]
  for (const words of ['157 0142', '08081570142', 'line 0142']) {
    const [group] = groupFacts(all, { ...EVERYTHING, words }, TODAY)
    expect(group?.facts.map(({ id }) => id)).toEqual(['helpline-a'])
  }
})

test('the list narrows to one organisation and one state', () => {
  const all = [fact(), fact({ id: 'b', organization: 'Two Lands', freshness: 'lapsed' })]
  expect(groupFacts(all, { ...EVERYTHING, organization: 'Two Lands' }, TODAY)).toMatchObject([
    { group: 'lapsed', facts: [{ id: 'b' }] },
  ])
  expect(groupFacts(all, { ...EVERYTHING, group: 'withdrawn' }, TODAY)).toEqual([])
})

test('progress counts what needs nobody, and names what comes next', () => {
  const all = [
    fact(),
    fact({ id: 'b', title: 'Line B', lapsesOn: '2027-01-30' }),
    fact({ id: 'c', freshness: 'lapsed' }),
    fact({ id: 'd', freshness: 'withdrawn' }),
  ]
  expect(progressOf(all, TODAY)).toMatchObject({ done: 2, all: 3, next: { id: 'b' } })
})
