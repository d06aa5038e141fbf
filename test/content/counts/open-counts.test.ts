import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test, vi } from 'vitest'
import { type Counts, type CountsOptions, openCounts } from '#content/counts/open-counts.ts'
import { type ShortCode, shortCode } from '#content/model/short-code.ts'
import { temporaryFolder } from '../../browser.ts'

const CODE = shortCode.parse('DEMO01')
const OTHER = shortCode.parse('DEMO02')
const WEEK_MS = 7 * 86_400_000
const NOW = Date.parse('2026-11-23T12:34:56Z')

const HANGING = [CODE, OTHER].map((code) => ({ code, place: 'station', campaign: 'campaign' }))

function count(counts: Counts, code: ShortCode, scans: number): void {
  for (let scan = 0; scan < scans; scan += 1) counts.add(code)
}

/** What is told of each code, week by week. */
function told(counts: Counts) {
  return counts.toldWeeks('campaign').map(({ week, told: { parts } }) => ({
    week,
    ...Object.fromEntries(
      parts
        .flatMap((place) => place.parts)
        .map((one) => [one.id, one.state === 'told' ? one.scans : one.state]),
    ),
  }))
}

async function counting(more: Partial<CountsOptions> = {}) {
  const { folder, remove } = await temporaryFolder('counts')
  onTestFinished(remove)
  const clock = { now: NOW }
  const options = { dataFolder: folder, now: () => clock.now, report: vi.fn(), ...more }
  return { clock, folder, options, open: () => openCounts(options) }
}

test('a scan shows once its week is closed, and not before', async () => {
  const { clock, open } = await counting()
  const counts = open()
  count(counts, CODE, 12)
  counts.closeWeeks(HANGING)
  expect(counts.toldWeeks('campaign')).toEqual([])
  clock.now += WEEK_MS
  expect(counts.endedWeeks()).toEqual(['2026-W48'])
  counts.closeWeeks(HANGING)
  expect(counts.endedWeeks()).toEqual([])
  expect(told(counts)).toEqual([{ week: '2026-W48', DEMO01: 12, DEMO02: 'small' }])
  expect(counts.toldWeeks('another')).toEqual([])
  counts.stop()
})

test('what was counted is there after the process has ended', async () => {
  const { clock, open } = await counting()
  const before = open()
  count(before, CODE, 6)
  before.stop()
  const after = open()
  count(after, CODE, 6)
  after.stop()
  clock.now += WEEK_MS
  const again = open()
  again.closeWeeks(HANGING)
  expect(told(again)).toMatchObject([{ DEMO01: 12 }])
  again.stop()
})

test('what was told of a week stays, whatever hangs, moves or is opened later', async () => {
  const { clock, open } = await counting()
  const counts = open()
  count(counts, CODE, 12)
  clock.now += WEEK_MS
  counts.closeWeeks(HANGING)
  const first = counts.toldWeeks('campaign')
  counts.closeWeeks([])
  counts.closeWeeks(HANGING.map((one) => ({ ...one, place: 'elsewhere', campaign: 'another' })))
  clock.now -= 1
  count(counts, OTHER, 40)
  clock.now += 1
  counts.closeWeeks(HANGING)
  expect(counts.toldWeeks('campaign')).toEqual(first)
  expect(counts.toldWeeks('another')).toEqual([])
  counts.stop()
})

test('a week in which nobody came is told like one with few, also after an absence', async () => {
  const { clock, open } = await counting()
  const counts = open()
  clock.now += 3 * WEEK_MS
  counts.closeWeeks(HANGING)
  expect(told(counts)).toEqual(
    ['2026-W50', '2026-W49', '2026-W48'].map((week) => ({
      week,
      DEMO01: 'small',
      DEMO02: 'small',
    })),
  )
  clock.now += 60 * WEEK_MS
  counts.closeWeeks(HANGING)
  expect(told(counts)).toHaveLength(13)
  counts.stop()
})

test('once a week is closed its small figures are nowhere any more', async () => {
  const { clock, folder, open } = await counting()
  const counts = open()
  count(counts, CODE, 7)
  counts.stop()
  clock.now += WEEK_MS
  const again = open()
  again.closeWeeks([])
  again.stop()
  const database = new DatabaseSync(join(folder, 'counts.sqlite'))
  expect(database.prepare('SELECT * FROM scans').all()).toEqual([])
  database.close()
  expect(readFileSync(join(folder, 'counts.sqlite'), 'latin1')).not.toContain('DEMO01')
})

test('the file holds codes, weeks and numbers, and no time of day', async () => {
  const { folder, open } = await counting()
  const counts = open()
  counts.add(CODE)
  counts.stop()
  const bytes = readFileSync(join(folder, 'counts.sqlite'), 'latin1')
  expect(bytes).toContain('DEMO01')
  for (const trace of ['12:34', '2026-11', String(NOW), String(Math.floor(NOW / 1000))]) {
    expect(bytes).not.toContain(trace)
  }
})

test('noise is drawn once for a closed week, for what nobody opened too', async () => {
  const draws = [-3.6, 14.2]
  const noise = vi.fn(() => draws.shift() ?? -100)
  const { clock, open } = await counting({ noise })
  const counts = open()
  count(counts, CODE, 20)
  clock.now += WEEK_MS
  counts.closeWeeks(HANGING)
  const first = counts.toldWeeks('campaign')
  expect(first).toMatchObject([{ told: { state: 'told', scans: 30 } }])
  expect(told(counts)).toEqual([{ week: '2026-W48', DEMO01: 16, DEMO02: 14 }])
  counts.closeWeeks(HANGING)
  expect(counts.toldWeeks('campaign')).toEqual(first)
  expect(noise).toHaveBeenCalledTimes(2)
  counts.stop()
})

test('what could not be written is reported, and kept until it can be', async () => {
  vi.useFakeTimers({ toFake: ['setInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const { clock, folder, options, open } = await counting()
  const counts = open()
  const elsewhere = new DatabaseSync(join(folder, 'counts.sqlite'))
  elsewhere.exec('ALTER TABLE scans RENAME TO gone')
  count(counts, CODE, 11)
  vi.advanceTimersByTime(15 * 60_000)
  expect(options.report).toHaveBeenCalledOnce()
  clock.now += WEEK_MS
  counts.closeWeeks(HANGING)
  expect(counts.endedWeeks()).toEqual(['2026-W48'])
  elsewhere.exec('ALTER TABLE gone RENAME TO scans')
  elsewhere.close()
  counts.closeWeeks(HANGING)
  expect(told(counts)).toMatchObject([{ DEMO01: 11 }])
  counts.stop()
})
