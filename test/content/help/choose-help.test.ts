import { describe, expect, test } from 'vitest'
import { ALWAYS, CLOSED, DAY, HOUR, helpline, hours, NOON, OPEN, placeFacts } from './facts.ts'
import { helplineIds, viewOf } from './view.ts'

const tigrinya = (own?: ReturnType<typeof hours>) => [
  { tag: 'ti', mode: 'direct' as const, ...(own && { hours: own }) },
]

describe('a withdrawn helpline', () => {
  const withdrawn = helpline('gone', { withdrawn: true, standby: 'standby' })

  test('is replaced by its standby in its position', () => {
    const helplines = [withdrawn, helpline('other'), helpline('standby')]
    const facts = placeFacts({ helplines, place: { helplines: ['gone', 'other'] } })
    expect(helplineIds(viewOf(facts))).toEqual(['standby', 'other'])
  })

  test('without a standby leaves no trace', () => {
    const facts = placeFacts({ helplines: [helpline('gone', { withdrawn: true })] })
    expect(JSON.stringify(viewOf(facts))).not.toContain('gone')
    expect(JSON.stringify(viewOf(facts))).not.toContain('7946')
  })

  test('whose standby is withdrawn too is replaced by the next in line', () => {
    const helplines = [
      withdrawn,
      helpline('standby', { withdrawn: true, standby: 'third' }),
      helpline('third'),
    ]
    const facts = placeFacts({ helplines, place: { helplines: ['gone'] } })
    expect(helplineIds(viewOf(facts))).toEqual(['third'])
  })

  test('that stands by for itself in a circle ends in nothing, not in a loop', () => {
    const helplines = [withdrawn, helpline('standby', { withdrawn: true, standby: 'gone' })]
    expect(helplineIds(viewOf(placeFacts({ helplines })))).toEqual([])
  })

  test('does not show its standby twice where that one has a place of its own', () => {
    const helplines = [withdrawn, helpline('standby')]
    expect(helplineIds(viewOf(placeFacts({ helplines })))).toEqual(['standby'])
  })
})

describe('freshness', () => {
  const lapsed = helpline('lapsed', { verifiedOn: '2025-01-01' })

  test('a lapsed helpline gives way to the next verified one, even to a closed one', () => {
    const helplines = [lapsed, helpline('verified', { hours: CLOSED })]
    expect(helplineIds(viewOf(placeFacts({ helplines })))).toEqual(['verified', 'lapsed'])
  })

  test('where there is no other the lapsed one stays, with the day of its last check', () => {
    const [block] = viewOf(placeFacts({ helplines: [lapsed] })).blocks
    expect(block).toMatchObject({
      kind: 'helpline',
      isLapsed: true,
      lastChecked: { text: 'Last checked on January 1, 2025', lang: 'en' },
    })
  })

  test('one that nobody has checked counts as lapsed, and says so', () => {
    const { verifiedOn: _verifiedOn, ...never } = helpline('never')
    const [block] = viewOf(placeFacts({ helplines: [never] })).blocks
    expect(block).toMatchObject({ isLapsed: true, lastChecked: { text: 'Not checked yet' } })
  })

  test('a check holds for 180 days by the calendar of the place', () => {
    const facts = placeFacts({
      helplines: [helpline('a', { verifiedOn: '2026-01-01', hours: ALWAYS })],
    })
    const lapse = Date.UTC(2026, 5, 29, 22)
    expect(viewOf(facts, ['en'], lapse - 1).blocks[0]).toMatchObject({ isLapsed: false })
    expect(viewOf(facts, ['en'], lapse - 1).validUntil).toBe(lapse)
    expect(viewOf(facts, ['en'], lapse).blocks[0]).toMatchObject({ isLapsed: true })
  })
})

describe('the order of helplines', () => {
  test('is open in the reader’s language, then open, then closed', () => {
    const helplines = [
      helpline('closed', { hours: CLOSED, languages: tigrinya() }),
      helpline('open'),
      helpline('open-in-ti', { languages: tigrinya() }),
    ]
    const facts = placeFacts({ helplines })
    expect(helplineIds(viewOf(facts, ['ti']))).toEqual(['open-in-ti', 'open', 'closed'])
    expect(helplineIds(viewOf(facts, ['en']))).toEqual(['open', 'open-in-ti', 'closed'])
  })

  test('counts the language’s own hours, not those of the helpline', () => {
    const helplines = [
      helpline('ti-later', { hours: ALWAYS, languages: tigrinya(CLOSED) }),
      helpline('ti-now', { hours: CLOSED, languages: tigrinya(OPEN) }),
    ]
    expect(helplineIds(viewOf(placeFacts({ helplines }), ['ti']))).toEqual(['ti-now', 'ti-later'])
  })

  test('is by when it opens next where all are closed', () => {
    const opens = (at: number) => hours({ open: [[NOON + at, NOON + at + HOUR]] })
    const helplines = [
      helpline('never', { hours: hours() }),
      helpline('in-two-days', { hours: opens(2 * DAY) }),
      helpline('in-an-hour', { hours: opens(HOUR) }),
    ]
    expect(helplineIds(viewOf(placeFacts({ helplines })))).toEqual([
      'in-an-hour',
      'in-two-days',
      'never',
    ])
  })

  test('is the author’s where nothing else decides', () => {
    const helplines = ['b', 'a', 'c'].map((id) => helpline(id))
    expect(helplineIds(viewOf(placeFacts({ helplines })))).toEqual(['b', 'a', 'c'])
  })

  test('puts what is not known behind what is open and before what is closed', () => {
    const helplines = [
      helpline('closed', { hours: CLOSED }),
      helpline('unknown', { hours: hours({ horizon: NOON }) }),
      helpline('open'),
    ]
    expect(helplineIds(viewOf(placeFacts({ helplines })))).toEqual(['open', 'unknown', 'closed'])
  })
})
