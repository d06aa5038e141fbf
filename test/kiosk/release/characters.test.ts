import { expect, test } from 'vitest'
import { helpView } from '#content/help/help-view.ts'
import { loadStrings } from '#content/locales/load.ts'
import { createSpeaker } from '#content/locales/speaker.ts'
import { BUILT_IN_LANGUAGES } from '#content/model/languages.ts'
import { charactersOf } from '../../../kiosk/release/characters.ts'
import { NOON, stationFacts } from '../facts.ts'

const DAY_MS = 86_400_000
const TAGS = ['en', 'ar', 'fa', 'ur', 'ti', 'am', 'bn', 'hi', 'ru', 'zh']
const languages = BUILT_IN_LANGUAGES.filter(({ tag }) => TAGS.includes(tag))
const all = await loadStrings()
const strings = Object.fromEntries(TAGS.flatMap((tag) => (all[tag] ? [[tag, all[tag]]] : [])))
const speak = createSpeaker({ strings, languages })

/** A place that tells of days, hours and countries: closed till later, lapsed in the end, across two countries. */
function talkativeFacts() {
  const facts = stationFacts({ languages: TAGS })
  const opensAt = NOON + 200 * DAY_MS
  for (const line of facts.helplines) {
    line.hours = {
      zone: 'Asia/Dhaka',
      always: false,
      weekly: [{ days: [1, 2, 3, 6], from: '08:30', to: '17:45' }],
      open: [[opensAt, opensAt + 3_600_000]],
      horizon: NOON + 400 * DAY_MS,
    }
    for (const number of line.numbers) number.freeFrom = ['FR', 'ET', 'BD']
  }
  facts.place.countries = ['DE', 'CN']
  return facts
}

test('no screen draws a character that its fonts were not told of, on any day and in any language', () => {
  const facts = talkativeFacts()
  const known = new Set(charactersOf({ facts, languages, strings }))
  const missing = new Set<string>()
  for (let day = 0; day < 400; day += 5) {
    for (const tag of TAGS) {
      const now = NOON + day * DAY_MS
      const view = helpView({ facts, languages, speak, wanted: [tag], now })
      for (const character of JSON.stringify(view)) {
        if (!known.has(character)) missing.add(`${tag} ${character}`)
      }
    }
  }
  expect([...missing]).toEqual([])
})

test('the same facts and words give the same characters, each once', () => {
  const facts = talkativeFacts()
  const characters = charactersOf({ facts, languages, strings })
  expect(charactersOf({ facts, languages: [...languages].reverse(), strings })).toBe(characters)
  expect(new Set(characters).size).toBe([...characters].length)
})
