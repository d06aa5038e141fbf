import { expect, test } from 'vitest'
import { dayWords, localDigits } from '#content/help/intl-words.ts'

test.each([
  ['ar', '08:00'],
  ['fa', '۰۸:۰۰'],
  ['prs', '۰۸:۰۰'],
  ['ps', '۰۸:۰۰'],
  ['ckb', '٠٨:٠٠'],
  ['ur', '08:00'],
  ['bn', '০৮:০০'],
  ['ne', '०८:००'],
  ['hi', '08:00'],
  ['ti', '08:00'],
  ['bin', '08:00'],
])('a time stands in the digits that people write in %s', (lang, time) => {
  expect(localDigits('08:00', lang)).toBe(time)
})

// Calendars are CLDR's choice for the language: Persian years in Iran and Afghanistan, and, for Tigrinya and Amharic,
// the months of the country that the reader has come to, as they stand on its paper.
test.each([
  ['ar', '23 نوفمبر 2026'],
  ['fa', '۲ آذر ۱۴۰۵'],
  ['prs', '۲ قوس ۱۴۰۵'],
  ['ps', '۱۴۰۵ لیندۍ ۲'],
  ['ckb', '٢٣ی تشرینی دووەمی ٢٠٢٦'],
  ['ur', '23 نومبر، 2026'],
  ['bn', '২৩ নভেম্বর, ২০২৬'],
  ['ti', 'ሕዳር 23, 2026'],
  ['am', '23 ኖቬምበር 2026'],
  ['zh', '2026年11月23日'],
  ['bin', '2026-11-23'],
])('a day stands in the words and the calendar of %s', (lang, day) => {
  expect(dayWords('2026-11-23', lang)).toBe(day)
})
