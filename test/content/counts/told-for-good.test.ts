import fc from 'fast-check'
import { expect, test } from 'vitest'
import { discloseScans } from '#content/counts/disclose-scans.ts'
import { openCounts } from '#content/counts/open-counts.ts'
import { scanTrees } from '#content/counts/scan-trees.ts'
import { WEEK_MS } from '#content/model/iso-week.ts'
import { shortCode } from '#content/model/short-code.ts'
import { guessed, smallOnes } from './guess.ts'

const CODES = ['AAAAAA', 'BBBBBB', 'CCCCCC', 'DDDDDD', 'EEEEEE'].map((code) =>
  shortCode.parse(code),
)
const CAMPAIGNS = ['one', 'two']
const code = fc.constantFrom(...CODES)

/** What may happen between two looks at the figures: scans, pieces that are hung, moved, doubled or taken down, weeks. */
const event = fc.oneof(
  fc.record({ kind: fc.constant('scan' as const), code, scans: fc.integer({ min: 1, max: 25 }) }),
  fc.record({
    kind: fc.constant('hang' as const),
    code,
    place: fc.constantFrom('port', 'station'),
    campaign: fc.constantFrom(...CAMPAIGNS),
  }),
  fc.record({ kind: fc.constant('take-down' as const), code }),
  fc.record({ kind: fc.constant('week' as const) }),
  fc.record({ kind: fc.constant('look' as const) }),
)

const noise = fc.option(fc.constantFrom(-7.4, 0, 3, 12), { nil: undefined })

test('whatever hangs, moves and is asked, no two answers together tell of a small figure', () => {
  fc.assert(
    fc.property(fc.array(event, { minLength: 5, maxLength: 40 }), noise, (events, drawn) => {
      const clock = { now: Date.parse('2026-11-23T12:00:00Z') }
      const counts = openCounts({
        dataFolder: ':memory:',
        now: () => clock.now,
        report: fail,
        ...(drawn !== undefined && { noise: () => drawn }),
      })
      let hanging = CODES.map((one) => ({ code: one, place: 'port', campaign: 'one' }))
      const scans = new Map<string, number>()
      const answers = new Map<string, string>()
      const close = () => {
        const truth = scanTrees(hanging, (one) =>
          Math.max(0, (scans.get(one) ?? 0) + Math.round(drawn ?? 0)),
        )
        counts.closeWeeks(hanging)
        if (counts.endedWeeks().length > 0) throw new Error('a week was left open')
        return truth
      }
      const look = () => {
        const seen = new Map<string, number>()
        for (const campaign of CAMPAIGNS) {
          for (const { week, told } of counts.toldWeeks(campaign)) {
            const key = `${campaign} ${week}`
            expect(answers.get(key) ?? JSON.stringify(told)).toBe(JSON.stringify(told))
            answers.set(key, JSON.stringify(told))
            for (const { id } of told.parts.flatMap(({ parts }) => parts)) {
              seen.set(`${week} ${id}`, (seen.get(`${week} ${id}`) ?? 0) + 1)
            }
          }
        }
        // Answers that share no figure tell nothing of each other.
        expect([...seen.values()].filter((times) => times > 1)).toEqual([])
      }
      for (const one of events) {
        if (one.kind === 'scan') {
          for (let scan = 0; scan < one.scans; scan += 1) counts.add(one.code)
          scans.set(one.code, (scans.get(one.code) ?? 0) + one.scans)
        } else if (one.kind === 'hang') {
          hanging = [...hanging, { code: one.code, place: one.place, campaign: one.campaign }]
        } else if (one.kind === 'take-down') {
          hanging = hanging.filter((other) => other.code !== one.code)
        } else if (one.kind === 'look') {
          counts.closeWeeks(hanging)
          look()
        } else {
          clock.now += WEEK_MS
          for (const tree of close()) {
            const [latest] = counts.toldWeeks(tree.id)
            expect(latest?.told).toEqual(discloseScans(tree))
            for (const id of smallOnes(discloseScans(tree))) {
              expect(guessed(tree, id)).toHaveLength(11)
            }
          }
          scans.clear()
          look()
        }
      }
      counts.stop()
    }),
    { numRuns: 100 },
  )
})

function fail(error: unknown): void {
  throw error
}
