import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  daysBetween,
  isSameClock,
  localParts,
  momentOf,
  startOfDay,
  weekdayOf,
} from '#content/help/zoned-time.ts'
import { runs } from '../../long.ts'

const at = (iso: string) => Date.parse(iso)

describe('the moment a clock shows a time', () => {
  test.each([
    ['2026-01-14', '12:00', 'Europe/Rome', '2026-01-14T11:00Z'],
    ['2026-07-14', '12:00', 'Europe/Rome', '2026-07-14T10:00Z'],
    ['2026-07-14', '00:00', 'Asia/Dhaka', '2026-07-13T18:00Z'],
    ['2026-07-14', '24:00', 'Asia/Dhaka', '2026-07-14T18:00Z'],
    ['2026-07-14', '09:30', 'Asia/Kathmandu', '2026-07-14T03:45Z'],
  ])('%s %s in %s', (day, time, zone, moment) => {
    expect(momentOf(day, time, zone)).toBe(at(moment))
  })

  test('that spring leaves out is the moment of the jump', () => {
    expect(momentOf('2026-03-29', '02:30', 'Europe/Rome')).toBe(at('2026-03-29T01:00Z'))
  })

  test('that autumn has twice is the first', () => {
    expect(momentOf('2026-10-25', '02:30', 'Europe/Rome')).toBe(at('2026-10-25T00:30Z'))
  })

  test('at the start of a day that begins at one o’clock', () => {
    expect(startOfDay('2026-04-24', 'Africa/Cairo')).toBe(at('2026-04-23T22:00Z'))
    expect(localParts(startOfDay('2026-04-24', 'Africa/Cairo'), 'Africa/Cairo').time).toBe('01:00')
  })

  test('reads back as that time, whatever the zone and the day', () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
    const moments = fc.integer({ min: at('2020-01-01T00:00Z'), max: at('2035-01-01T00:00Z') })
    fc.assert(
      fc.property(zones, moments, (zone, moment) => {
        const whole = Math.floor(moment / 60_000) * 60_000
        const { day, time } = localParts(whole, zone)
        const found = momentOf(day, time, zone)
        expect(localParts(found, zone)).toEqual({ day, time })
        expect(found).toBeLessThanOrEqual(whole)
        expect(startOfDay(day, zone)).toBeLessThanOrEqual(found)
      }),
      runs(300),
    )
  })
})

describe('calendar days', () => {
  test('go on over the end of months and years', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
    expect(daysBetween('2026-03-01', '2026-02-27')).toBe(-2)
  })

  test('have Monday as 1 and Sunday as 7', () => {
    expect(weekdayOf('2026-01-12')).toBe(1)
    expect(weekdayOf('2026-01-18')).toBe(7)
  })
})

test('two zones have the same clock only if summer is the same too', () => {
  expect(isSameClock('Europe/Rome', 'Europe/Berlin')).toBe(true)
  expect(isSameClock('Africa/Lagos', 'Europe/Rome')).toBe(false)
})
