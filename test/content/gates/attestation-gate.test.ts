import { describe, expect, test } from 'vitest'
import type { ProposedChange } from '#content/gates/refusal.ts'
import {
  changed,
  type Fields,
  facts,
  line,
  MINUTE_MS,
  made,
  NOON,
  pending,
  refusals,
  TODAY,
  verified,
} from './helpline-words.ts'

describe('"I have checked it"', () => {
  test('is said by the person who checked, on the day, of the facts that stand there', () => {
    const says = (word: Fields) =>
      refusals('ada', changed(line(), line({ pendingVerification: word })))
    expect(says(pending('ada'))).toEqual([])
    expect(says(pending('ada', 1, { verifiedOn: '2026-03-05' }))).toEqual([])
    expect(says(pending('ben'))).toEqual([expect.stringMatching(/by the person who checked/)])
    expect(says(pending('ada', 2))).toEqual([expect.stringMatching(/not those that were checked/)])
    expect(says(pending('ada', 1, { verifiedOn: '2026-03-01' }))).toEqual([
      expect.stringMatching(/not today/),
    ])
  })

  test('may be taken back, and goes from the draft into what is published', () => {
    const word = { pendingVerification: pending('ben') }
    expect(refusals('ada', changed(line(word), line()))).toEqual([])
    expect(refusals('ada', made(line(word)), [line(word, 'drafts.line')])).toEqual([])
  })
})

describe('"So have I"', () => {
  const offered = line({ pendingVerification: pending('ada') }, 'drafts.line')
  const confirms = (writer: string, word: Fields, over: Fields = {}) =>
    refusals(writer, changed(offered, line({ verification: word, ...over }, 'drafts.line')))

  test('is said by a second person, of what the first checked', () => {
    expect(confirms('ben', verified('ada', 'ben'))).toEqual([])
    expect(confirms('ada', verified('ada', 'ada'))).toEqual([expect.stringMatching(/yourself/)])
    expect(confirms('ben', verified('ada', 'cleo'))).toEqual([
      expect.stringMatching(/your own name/),
    ])
    expect(confirms('ben', verified('cleo', 'ben'))).toEqual([
      expect.stringMatching(/no first person's word/),
    ])
    expect(confirms('ben', { ...verified('ada', 'ben'), method: 'letter' })).toHaveLength(1)
  })

  test('holds for the facts as they stand, at the moment it is said', () => {
    expect(confirms('ben', verified('ada', 'ben'), facts(2))).toEqual([
      expect.stringMatching(/have changed/),
    ])
    expect(confirms('ben', verified('ada', 'ben', 1, NOON - 3_600_000))).toEqual([
      expect.stringMatching(/another time than now/),
    ])
  })
})

describe('a text', () => {
  const value = (over: Fields = {}) => ({
    heading: [
      {
        _key: 'ti',
        language: 'ti',
        value: { text: 'ሰላም', origin: 'human', sourceHash: 'a', ...over },
      },
    ],
  })
  const message = (over?: Fields, id = 'm'): Fields => ({
    _id: id,
    _type: 'message',
    ...value(over),
  })
  const approved = (approvedBy: string, text = 'ሰላም', approvedOn = TODAY) => ({
    text,
    sourceHash: 'a',
    approvedBy,
    approvedOn,
  })

  test('is approved, rejected and withdrawn under the name of who does it', () => {
    const writes = (over: Fields) => refusals('ada', changed(message(), message(over)))
    expect(writes({ approved: approved('ada') })).toEqual([])
    expect(writes({ approved: approved('ben') })).toEqual([
      expect.stringMatching(/Tigrinya \(ti\)/),
    ])
    expect(writes({ approved: approved('ada', 'ሰላም!') })).toEqual([
      expect.stringMatching(/not the one that stands there/),
    ])
    expect(writes({ approved: approved('ada', 'ሰላም', '2026-01-01') })).toHaveLength(1)
    expect(
      writes({ rejected: { rejectedBy: 'ben', rejectedOn: TODAY, reason: 'x' } }),
    ).toHaveLength(1)
    expect(
      writes({ withdrawn: { withdrawnBy: 'ben', withdrawnOn: TODAY, reason: 'x' } }),
    ).toHaveLength(1)
    expect(writes({ withdrawn: { withdrawnBy: 'ada', withdrawnOn: TODAY, reason: 'x' } })).toEqual(
      [],
    )
  })

  test('is approved by nobody who bears a token', () => {
    const change = changed(message(), message({ approved: approved('token-1') }))
    expect(refusals('token-1', change, [], { isRobot: true })).toEqual([
      expect.stringMatching(/a token cannot approve/),
    ])
  })

  test('is not approved in one language by the approval of another', () => {
    const as = (language: string) => {
      const item = { _key: 'ti', language, value: { text: 'x', approved: approved('ben', 'x') } }
      return { _id: 'm', _type: 'message', heading: [item] }
    }
    expect(refusals('ada', changed(as('ti'), as('am')))).toHaveLength(1)
    expect(refusals('ada', changed(as('ti'), as('ti')))).toEqual([])
  })

  test('comes back after it was withdrawn once it is approved again', () => {
    const withdrawn = { withdrawnBy: 'ben', withdrawnOn: TODAY, reason: 'x' }
    const before = message({ approved: approved('ben', 'ሰላም', '2026-02-01'), withdrawn })
    const stale = message({ approved: approved('ben', 'ሰላም', '2026-02-01') })
    expect(refusals('ada', changed(before, stale))).toEqual([
      expect.stringMatching(/was withdrawn/),
    ])
    expect(refusals('ada', changed(before, message({ approved: approved('ada') })))).toEqual([])
    expect(refusals('ada', changed(before, message()))).toEqual([])
  })

  describe('withdrawn today', () => {
    const at = (hour: number) => `2026-03-04T${String(hour).padStart(2, '0')}:00:00Z`
    const withdrawn = { withdrawnBy: 'cleo', withdrawnOn: TODAY, withdrawnAt: at(11), reason: 'x' }
    const old = approved('ben', 'ሰላም', '2026-02-01')
    const gone = message({ approved: old, withdrawn })
    const draftOf = (over: Fields) => ({ ...message(over), _id: 'drafts.m' })
    const publishes = (writer: string, over: Fields, before: Fields = gone, draft = over) =>
      refusals(writer, changed(before, message(over)), [draftOf(draft)])

    test('does not come back by a draft that was approved before, whoever publishes it', () => {
      for (const writer of ['ada', 'ben']) {
        for (const approvedAt of [at(9), undefined]) {
          const early = { ...approved('ada'), ...(approvedAt && { approvedAt }) }
          expect(publishes(writer, { approved: early })).toEqual([
            expect.stringMatching(/was withdrawn/),
          ])
        }
      }
    })

    test('comes back by a draft that was approved since', () => {
      const late = { ...approved('ada'), approvedAt: '2026-03-04T11:59:00Z' }
      expect(publishes('ben', { approved: late })).toEqual([])
      const untimed = { withdrawnBy: 'cleo', withdrawnOn: TODAY, reason: 'x' }
      const before = { ...message({ approved: old, withdrawn: untimed }), _updatedAt: at(11) }
      expect(publishes('ben', { approved: late }, before)).toEqual([])
    })

    test('does not come back by an approval beside a withdrawal, step by step', () => {
      const spent = { approved: old, withdrawn }
      expect(publishes('ada', { approved: old }, message(), spent)).toEqual([
        expect.stringMatching(/bears the name of somebody else/),
      ])
      expect(publishes('ada', spent, message(), spent)).toEqual([])
    })

    test('is not taken out while a draft would bring it back', () => {
      expect(publishes('ada', {}, gone, { approved: old })).toEqual([
        expect.stringMatching(/Discard the draft first/),
      ])
      expect(publishes('ada', {}, gone, { approved: old, withdrawn })).toEqual([])
    })

    test('is not approved under another time than now', () => {
      const says = (approvedAt: string) =>
        refusals(
          'ada',
          changed(message(), message({ approved: { ...approved('ada'), approvedAt } })),
        )
      expect(says(at(11))).toEqual([expect.stringMatching(/another time than now/)])
      expect(says(at(12))).toEqual([])
    })
  })

  test('of a recording is approved by who heard it, for these bytes', () => {
    const audio = (over: Fields) => ({
      _id: 'm',
      _type: 'message',
      audio: [
        {
          _key: 'a',
          field: 'heading',
          language: 'ti',
          file: { asset: { _ref: 'file-1' } },
          sourceHash: 'a',
          recordedBy: 'ben',
          approvedBy: 'ben',
          ...over,
        },
      ],
    })
    expect(refusals('ada', changed(audio({}), audio({})))).toEqual([])
    expect(refusals('ada', changed(audio({}), audio({ approvedBy: 'ada' })))).toEqual([])
    expect(refusals('ada', changed(audio({}), audio({ approvedBy: 'cleo' })))).toHaveLength(1)
    const other = audio({ file: { asset: { _ref: 'file-2' } }, recordedBy: 'ada' })
    expect(refusals('ada', changed(audio({}), other))).toEqual([
      expect.stringMatching(/approval of a recording/),
    ])
  })
})

test('what was withdrawn is not brought back by a withdrawal dated back, or by words dated ahead', () => {
  const at = (minutes: number) => new Date(NOON + minutes * MINUTE_MS).toISOString()
  const withdrawal = { withdrawnAt: at(-3), withdrawnBy: 'cleo', reason: 'x' }
  const held = { verification: verified('ada', 'ben', 1, NOON - 6 * MINUTE_MS) }
  const own = { withdrawnAt: at(-8), withdrawnBy: 'ada', reason: 'y' }
  expect(
    refusals('ada', changed(line({ ...held, withdrawal }), line({ ...held, withdrawal: own }))),
  ).toEqual([expect.stringMatching(/withdrawn already, later/)])
  const offered = line({ pendingVerification: pending('ada') })
  const ahead = line({ verification: verified('ada', 'ben', 1, NOON + 9 * MINUTE_MS) })
  expect(refusals('ben', changed(offered, ahead))).toEqual([
    expect.stringMatching(/another time than now/),
  ])
})

test('what was withdrawn does not come back by a word that was said before', () => {
  const at = (minutes: number) => new Date(NOON + minutes * MINUTE_MS).toISOString()
  const withdrawal = { withdrawnAt: at(-3), withdrawnBy: 'cleo', reason: 'x' }
  const back = (checkedAt?: string, over: Fields = {}) => {
    const verification = { ...verified('ada', 'ben'), ...(checkedAt && { checkedAt }), ...over }
    const before = line({ verification, withdrawal })
    return refusals('ben', changed(before, line({ verification })))
  }
  expect(back(at(-4))).toEqual([expect.stringMatching(/after that/)])
  expect(back()).toEqual([expect.stringMatching(/after that/)])
  expect(back(at(-2))).toEqual([])
  expect(back(undefined, { verifiedOn: '2026-03-05' })).toEqual([
    expect.stringMatching(/after that/),
  ])
})

test('a number that two people have replaced does not come back from a draft of before', () => {
  const old = line({ verification: verified('ada', 'ben', 1, NOON - 6 * MINUTE_MS) }, 'drafts.line')
  const now = line({ ...facts(2), verification: verified('ada', 'ben', 2) })
  expect(refusals('ada', { id: 'line', before: now }, [old])).toEqual([
    expect.stringMatching(/Discard the draft first/),
  ])
})

test('a program verifies nothing, and carries what people have said', () => {
  const word = { pendingVerification: pending('token-1') }
  const robot = (change: ProposedChange, standing: Fields[] = []) =>
    refusals('token-1', change, standing, { isRobot: true })
  expect(robot(changed(line(), line(word)))).toEqual([expect.stringMatching(/Only people/)])
  const offered = line({ pendingVerification: pending('ada') })
  const confirmed = line({ verification: verified('ada', 'token-1') })
  expect(robot(changed(offered, confirmed))).toEqual([expect.stringMatching(/Only people/)])
  const drafted = line({ verification: verified('ada', 'ben') }, 'drafts.line')
  expect(robot(made({ ...drafted, _id: 'line' }), [drafted])).toEqual([])
})
