import { describe, expect, test } from 'vitest'
import type { WeeklyHours } from '#content/model/hours.ts'
import { helpline, hours, placeFacts } from './facts.ts'
import { blocksOf, viewOf } from './view.ts'

function inWords(weekly: WeeklyHours[], wanted = ['en'], zone = 'Europe/Rome') {
  const helplines = [helpline('a', { hours: hours({ weekly, zone }) })]
  return blocksOf(viewOf(placeFacts({ helplines }), wanted), 'helpline')[0]?.hours
}

const WORKDAYS: WeeklyHours[] = [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '18:00' }]

describe('hours in words', () => {
  test('days with the same hours are one range', () => {
    expect(inWords(WORKDAYS)?.text).toBe('Monday to Friday: 08:00–18:00')
  })

  test('a midday break and a shorter Saturday are told apart', () => {
    const weekly: WeeklyHours[] = [
      { days: [1, 2], from: '08:00', to: '12:00' },
      { days: [1, 2], from: '13:00', to: '24:00' },
      { days: [6], from: '09:00', to: '13:00' },
    ]
    expect(inWords(weekly)?.text).toBe(
      'Monday, Tuesday: 08:00–12:00, 13:00–24:00; Saturday: 09:00–13:00',
    )
  })

  test('seven days are every day', () => {
    const weekly = [{ days: [7, 6, 5, 4, 3, 2, 1], from: '06:00', to: '24:00' }]
    expect(inWords(weekly)?.text).toBe('Every day: 06:00–24:00')
  })

  test.each([
    ['bn', 'সোমবার থেকে শুক্রবার: ০৮:০০–১৮:০০'],
    ['fa', 'دوشنبه تا جمعه: ۰۸:۰۰–۱۸:۰۰'],
    ['ti', 'ካብ ሰኑይ ክሳብ ዓርቢ: 08:00–18:00'],
    ['de', 'Montag bis Freitag: 08:00–18:00'],
  ])('are written in the days and digits of %s', (tag, words) => {
    expect(inWords(WORKDAYS, [tag])).toMatchObject({ text: words, lang: tag })
  })

  test('are in English, and say so, where our words know no weekday', () => {
    expect(inWords(WORKDAYS, ['bin'])).toMatchObject({
      text: 'Monday to Friday: 08:00–18:00',
      lang: 'en',
    })
  })

  test('of another zone say which', () => {
    expect(inWords(WORKDAYS, ['en'], 'Asia/Dhaka')?.text).toBe(
      'Monday to Friday: 08:00–18:00 (time in Dhaka)',
    )
  })

  test('of a zone with the same clock say nothing of it', () => {
    expect(inWords(WORKDAYS, ['en'], 'Europe/Vienna')?.text).toBe('Monday to Friday: 08:00–18:00')
  })
})
