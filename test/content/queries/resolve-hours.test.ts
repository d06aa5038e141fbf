import { afterEach, describe, expect, test } from 'vitest'
import { resolveHours } from '#content/queries/resolve-hours.ts'

const at = (iso: string) => Date.parse(iso)

function resolve(osm: string, zone: string, now: string, country = 'XA') {
  const where = { document: 'line', field: 'hours.osm' }
  return resolveHours({ hours: { osm, zone }, country, now: at(now), where })
}

function openOn(day: string, resolved: ReturnType<typeof resolve>) {
  return resolved.open
    .map(([from, to]) => [new Date(from).toISOString(), new Date(to).toISOString()])
    .filter(([from]) => from?.startsWith(day))
    .map((span) => span.map((moment) => moment.slice(0, 16)))
}

const PROCESS_ZONE = process.env['TZ']
afterEach(() => {
  if (PROCESS_ZONE === undefined) delete process.env['TZ']
  else process.env['TZ'] = PROCESS_ZONE
})

describe.each(['UTC', 'America/New_York', 'Europe/Rome', 'Pacific/Auckland'])(
  'hours worked out by a process in %s',
  (processZone) => {
    // Hours are remembered by their text: a text of its own makes each process zone work them out anew.
    const mark = `; 2000 Jan ${['UTC', 'America/New_York', 'Europe/Rome', 'Pacific/Auckland'].indexOf(processZone) + 1} off`

    function resolveIn(osm: string, zone: string, now: string) {
      process.env['TZ'] = processZone
      const resolved = resolve(osm + mark, zone, now)
      expect(process.env['TZ']).toBe(processZone)
      return resolved
    }

    test('follow the clocks of Rome into summer', () => {
      const resolved = resolveIn('Mo-Su 08:00-18:00', 'Europe/Rome', '2026-03-28T10:00Z')
      expect(openOn('2026-03-28', resolved)).toEqual([['2026-03-28T07:00', '2026-03-28T17:00']])
      expect(openOn('2026-03-29', resolved)).toEqual([['2026-03-29T06:00', '2026-03-29T16:00']])
    })

    test('and out of it', () => {
      const resolved = resolveIn('Mo-Su 08:00-18:00', 'Europe/Rome', '2026-10-24T10:00Z')
      expect(openOn('2026-10-24', resolved)).toEqual([['2026-10-24T06:00', '2026-10-24T16:00']])
      expect(openOn('2026-10-25', resolved)).toEqual([['2026-10-25T07:00', '2026-10-25T17:00']])
    })

    test('count the hour that a spring night leaves out', () => {
      const resolved = resolveIn('Mo-Su 02:30-04:00', 'Europe/Rome', '2026-03-28T10:00Z')
      expect(openOn('2026-03-29', resolved)).toEqual([['2026-03-29T01:00', '2026-03-29T02:00']])
    })

    test('follow Dhaka, which keeps one time, through the night when others change theirs', () => {
      const spring = resolveIn('Mo-Su 02:30-09:00', 'Asia/Dhaka', '2026-03-28T10:00Z')
      expect(openOn('2026-03-28', spring)).toEqual([['2026-03-28T20:30', '2026-03-29T03:00']])
      const march8 = resolveIn('Mo-Su 02:30-03:30', 'Asia/Dhaka', '2026-03-07T10:00Z')
      expect(openOn('2026-03-07', march8)).toEqual([['2026-03-07T20:30', '2026-03-07T21:30']])
    })
  },
)

describe('what is worked out', () => {
  test('reaches from yesterday over sixty days', () => {
    const { open, horizon } = resolve('Mo-Su 08:00-18:00', 'Asia/Dhaka', '2026-01-14T12:00Z')
    expect(new Date(horizon).toISOString()).toBe('2026-03-14T18:00:00.000Z')
    expect(new Date(open[0]?.[0] ?? 0).toISOString()).toBe('2026-01-13T02:00:00.000Z')
    expect(open).toHaveLength(61)
  })

  test('is day and night only if no day is left out', () => {
    expect(resolve('24/7', 'Europe/Rome', '2026-01-14T12:00Z').always).toBe(true)
    expect(resolve('Mo-Su 00:00-24:00', 'Europe/Rome', '2026-01-14T12:00Z').always).toBe(true)
    expect(resolve('Mo-Sa 00:00-24:00', 'Europe/Rome', '2026-01-14T12:00Z').always).toBe(false)
    expect(resolve('2026 Jan-Jun 24/7', 'Europe/Rome', '2026-02-14T12:00Z').always).toBe(false)
  })

  test('leaves the holidays of the country out, and knows none of a made-up one', () => {
    const osm = 'Mo-Fr 08:00-18:00; PH off'
    const liberation = '2026-05-01'
    const now = '2026-04-20T12:00Z'
    expect(openOn(liberation, resolve(osm, 'Europe/Rome', now, 'IT'))).toEqual([])
    expect(openOn(liberation, resolve(osm, 'Europe/Rome', now, 'XA'))).toHaveLength(1)
  })

  test('does not call open what is open on request', () => {
    const { open, weekly } = resolve(
      'Mo-Fr 08:00-18:00 "call first"; Sa 10:00-12:00 unknown',
      'UTC',
      '2026-01-14T12:00Z',
    )
    expect(open).toEqual([])
    expect(weekly).toEqual([])
  })

  test('does not close where one rule takes over from another', () => {
    const holidays = resolve('Mo-Su,PH 00:00-24:00', 'Europe/Rome', '2026-04-20T12:00Z', 'IT')
    expect(holidays.open).toHaveLength(1)
    const shifts = resolve('Mo-Su 08:00-20:00,20:00-23:00', 'UTC', '2026-01-14T12:00Z')
    expect(openOn('2026-01-14', shifts)).toEqual([['2026-01-14T08:00', '2026-01-14T23:00']])
  })

  test('is remembered for a day of its zone', () => {
    const one = resolve('Mo-Su 09:00-10:00', 'Asia/Dhaka', '2026-01-14T12:00Z')
    expect(resolve('Mo-Su 09:00-10:00', 'Asia/Dhaka', '2026-01-14T17:59Z')).toBe(one)
    expect(resolve('Mo-Su 09:00-10:00', 'Asia/Dhaka', '2026-01-14T18:00Z')).not.toBe(one)
  })

  test('is a mistake that names document and field where it cannot be read', () => {
    expect(() => resolve('always', 'UTC', '2026-01-14T12:00Z')).toThrow(
      /^line, hours.osm: "always"/,
    )
    expect(() => resolve('Mo-Fr 8-18', 'UTC', '2026-01-14T12:00Z')).toThrow(/without minutes/)
  })

  test('is a mistake, not a crash, where the library loses its way', () => {
    const osm = 'Mo-Fr 08:00-18:00; PH off'
    expect(() => resolve(osm, 'America/New_York', '2028-12-15T12:00Z', 'US')).toThrow(
      /line, hours.osm: .* Write the holidays as dates/,
    )
  })
})

describe('the usual week', () => {
  const week = (osm: string, country?: string) =>
    resolve(osm, 'Europe/Rome', '2026-04-20T12:00Z', country).weekly

  test('has one row for days with the same hours', () => {
    expect(week('Mo-Fr 08:00-12:00,13:00-18:00; Sa 09:00-13:00')).toEqual([
      { days: [1, 2, 3, 4, 5], from: '08:00', to: '12:00' },
      { days: [1, 2, 3, 4, 5], from: '13:00', to: '18:00' },
      { days: [6], from: '09:00', to: '13:00' },
    ])
  })

  test('is not changed by holidays and single days', () => {
    expect(week('Mo-Fr 08:00-18:00; PH off; 2026 May 06 off', 'IT')).toEqual([
      { days: [1, 2, 3, 4, 5], from: '08:00', to: '18:00' },
    ])
  })

  test('counts a night to the day on which it begins', () => {
    expect(week('Fr,Sa 22:00-06:00')).toEqual([{ days: [5, 6], from: '22:00', to: '06:00' }])
  })

  test('says midnight as 24:00, and whole days as 00:00 to 24:00', () => {
    expect(week('Mo-Su 13:00-24:00')).toEqual([
      { days: [1, 2, 3, 4, 5, 6, 7], from: '13:00', to: '24:00' },
    ])
    expect(week('Mo-We 00:00-24:00')).toEqual([{ days: [1, 2, 3], from: '00:00', to: '24:00' }])
  })
})
