import { expect, test } from 'vitest'
import { scanRows } from '../../../../studio/tools/scans/scan-rows.ts'
import { WEEKS } from './weeks.ts'

test('weeks stand beside each other, with nothing where nothing hung', () => {
  const { total, places } = scanRows(WEEKS)
  expect(total).toEqual([{ state: 'held-back' }, { state: 'told', scans: 31 }])
  const station = places.find(({ id }) => id === 'station')
  expect(station?.placements.map(({ code, figures }) => [code, figures])).toEqual([
    [
      'DEMO01',
      [
        { state: 'told', scans: 1200 },
        { state: 'told', scans: 31 },
      ],
    ],
    ['DEMO34', [{ state: 'told', scans: 40 }, undefined]],
  ])
  expect(station?.figures).toEqual([
    { state: 'told', scans: 1240 },
    { state: 'told', scans: 31 },
  ])
})

test('where one piece only hung, its figures are all that is said of the place', () => {
  const [camp] = scanRows(WEEKS).places
  expect(camp).not.toHaveProperty('figures')
  expect(camp?.placements[0]?.figures).toEqual([{ state: 'small' }, undefined])
})

test('a place and a placement that are gone say so, and lead nowhere', () => {
  const [camp] = scanRows(WEEKS).places
  expect(camp).toMatchObject({ name: 'A place that is gone', isThere: false })
  expect(camp?.placements[0]).toMatchObject({ code: 'CAMP36', spot: 'Gone' })
  expect(camp?.placements[0]).not.toHaveProperty('id')
})

test('without a closed week there is nothing', () => {
  expect(scanRows([])).toEqual({ total: [], places: [] })
})
