import { expect, onTestFinished, test, vi } from 'vitest'
import { openCounts } from '#content/counts/open-counts.ts'
import { WEEK_MS } from '#content/model/iso-week.ts'
import { shortCode } from '#content/model/short-code.ts'
import { openScans } from '../../../site/lib/open-scans.ts'

const CODE = shortCode.parse('DEMO01')

async function opened(loadHanging = async () => [{ code: CODE, place: 'a', campaign: 'b' }]) {
  vi.useFakeTimers({ toFake: ['setInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const clock = { now: Date.parse('2026-11-23T12:00:00Z') }
  const report = vi.fn()
  const counts = openCounts({ dataFolder: ':memory:', now: () => clock.now, report })
  onTestFinished(() => counts.stop())
  const hanging = vi.fn(loadHanging)
  const scans = await openScans({ counts, loadHanging: hanging, isNoisy: false, report })
  onTestFinished(() => scans.stop())
  return { clock, counts, hanging, report, scans }
}

test('a week is closed within the hour of its end, with what hangs then, though nobody asks', async () => {
  const { clock, counts, hanging } = await opened()
  await vi.advanceTimersByTimeAsync(60 * 60_000)
  expect(hanging).not.toHaveBeenCalled()
  clock.now += WEEK_MS
  await vi.advanceTimersByTimeAsync(60 * 60_000)
  expect(hanging).toHaveBeenCalledOnce()
  expect(counts.endedWeeks()).toEqual([])
})

test('whoever asks first after the end of a week is told of it', async () => {
  const { clock, scans } = await opened()
  clock.now += WEEK_MS
  expect(await scans.toldWeeks('b')).toMatchObject([{ week: '2026-W48' }])
})

test('while what hangs cannot be read the week stays open, and nothing is told', async () => {
  let isAway = true
  const { clock, report, scans } = await opened(async () => {
    if (isAway) throw new Error('away')
    return []
  })
  clock.now += WEEK_MS
  await expect(scans.toldWeeks('b')).rejects.toThrow('away')
  await vi.advanceTimersByTimeAsync(60 * 60_000)
  expect(report).toHaveBeenCalledOnce()
  isAway = false
  expect(await scans.toldWeeks('b')).toEqual([])
})
