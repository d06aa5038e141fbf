import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { openCounts } from '#content/counts/open-counts.ts'
import { weekOf } from '#content/model/iso-week.ts'
import { shortCode } from '#content/model/short-code.ts'
import { openContent } from '../../../site/lib/content.ts'
import { writeDemo } from '../../../site/lib/write-demo.ts'
import { temporaryFolder } from '../../browser.ts'

const NOW = Date.parse('2026-11-23T12:00:00Z')

/** The demo in a data folder, and its counts as the process opens them next. */
async function written(before: (dataFolder: string) => void = () => {}) {
  const { folder, remove } = await temporaryFolder('demo')
  const content = await openContent({
    settings: { dataFolder: folder, host: '127.0.0.1', reading: 'closed' },
    origin: 'http://127.0.0.1:1',
    log: pino({ level: 'silent' }),
    now: () => NOW,
  })
  onTestFinished(async () => {
    await content.stop()
    await remove()
  })
  before(folder)
  await writeDemo({ client: content.client, dataFolder: folder, now: NOW })
  const counts = openCounts({ dataFolder: folder, now: () => NOW, report: () => {} })
  onTestFinished(() => counts.stop())
  return counts
}

test('the demo has past weeks with figures that are told, small, and held back', async () => {
  const counts = await written()
  expect(counts.endedWeeks()).toEqual([])
  const weeks = counts.toldWeeks('campaign-know-the-way')
  expect(weeks.map(({ week }) => week)).toEqual(
    ['W47', 'W46', 'W45', 'W44', 'W43', 'W42', 'W41', 'W40'].map((week) => `2026-${week}`),
  )
  const [first] = weeks.slice(-1)
  expect(first?.told.parts).toEqual([
    {
      id: 'place-centralia-station',
      state: 'told',
      scans: 41,
      parts: [{ id: 'DEMO01', parts: [], state: 'told', scans: 41 }],
    },
  ])
  const words = JSON.stringify(weeks)
  expect(words).toContain('small')
  expect(words).toContain('held-back')
  const other = counts.toldWeeks('campaign-three-minutes')
  expect(other.map(({ told }) => told.state)).toEqual(['told', 'held-back'])
})

test('where scans have been counted already, none are made up', async () => {
  const counts = await written((dataFolder) => {
    const earlier = openCounts({ dataFolder, now: () => NOW, report: () => {} })
    earlier.add(shortCode.parse('DEMO01'))
    earlier.stop()
  })
  expect(weekOf(NOW)).toBe('2026-W48')
  expect(counts.toldWeeks('campaign-know-the-way')).toEqual([])
})
