import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test, vi } from 'vitest'
import { type CountsOptions, openCounts } from '#content/counts/open-counts.ts'
import { shortCode } from '#content/model/short-code.ts'
import { temporaryFolder } from '../../browser.ts'

const CODE = shortCode.parse('DEMO01')
const OTHER = shortCode.parse('DEMO02')
const WEEK_MS = 7 * 86_400_000
const NOW = Date.parse('2026-11-23T12:34:56Z')

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
  counts.add(CODE)
  counts.add(CODE)
  expect(counts.closedWeeks([CODE])).toEqual([])
  clock.now += WEEK_MS
  expect(counts.closedWeeks([CODE, OTHER])).toEqual([{ code: CODE, week: '2026-W48', scans: 2 }])
  expect(counts.closedWeeks([OTHER])).toEqual([])
  counts.stop()
})

test('what was counted is there after the process has ended', async () => {
  const { clock, open } = await counting()
  const before = open()
  before.add(CODE)
  before.stop()
  const after = open()
  after.add(CODE)
  after.stop()
  clock.now += WEEK_MS
  const again = open()
  expect(again.closedWeeks([CODE])).toMatchObject([{ scans: 2 }])
  again.stop()
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

test('noise is drawn once for a closed week, and never shows less than nothing', async () => {
  const noise = vi.fn(() => -3.6)
  const { clock, open } = await counting({ noise })
  const counts = open()
  for (let scan = 0; scan < 20; scan += 1) counts.add(CODE)
  counts.add(OTHER)
  clock.now += WEEK_MS
  const first = counts.closedWeeks([CODE, OTHER])
  expect(first.map(({ scans }) => scans)).toEqual([16, 0])
  expect(counts.closedWeeks([CODE, OTHER])).toEqual(first)
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
  counts.add(CODE)
  vi.advanceTimersByTime(15 * 60_000)
  expect(options.report).toHaveBeenCalledOnce()
  elsewhere.exec('ALTER TABLE gone RENAME TO scans')
  elsewhere.close()
  clock.now += WEEK_MS
  expect(counts.closedWeeks([CODE])).toMatchObject([{ scans: 1 }])
  counts.stop()
})
