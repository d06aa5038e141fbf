import { expect, test } from 'vitest'
import { helpView } from '#content/help/help-view.ts'
import { helpline, NOON, number, placeFacts, service } from './facts.ts'
import { blocksOf, helplineIds, languages, speak } from './view.ts'

const coach = placeFacts({
  place: { countries: ['XA', 'XB'], kind: 'public-transport-vehicle' },
  helplines: [
    helpline('a', { countries: ['XA'] }),
    helpline('b', { countries: ['XB'] }),
    helpline('c', { countries: ['XB'], numbers: [number({ reachableFromAbroad: 'yes' })] }),
  ],
  services: [service('door-a', { countries: ['XA'] }), service('door-b', { countries: ['XB'] })],
})
const at = (country?: string, facts = coach) =>
  helpView({ facts, languages, speak, wanted: ['en'], at: country, now: NOON })

test('a coach asks where it is now, and shows everything until somebody has said so', () => {
  const view = at()
  expect(view.whereNow?.choices.map(({ name }) => name.text)).toEqual(['Arvenia', 'Bellmark'])
  expect(view.whereNow?.chosen).toBeUndefined()
  expect(helplineIds(view)).toEqual(['a', 'b', 'c'])
})

test('what cannot be reached from the chosen country is hidden: numbers, doors, emergency numbers', () => {
  const view = at('XA')
  expect(view.whereNow?.chosen?.country).toBe('XA')
  expect(helplineIds(view)).toEqual(['a', 'c'])
  expect(blocksOf(view, 'service').map(({ id }) => id)).toEqual(['door-a'])
  expect(blocksOf(view, 'emergency').map(({ country }) => country)).toEqual(['XA'])
})

test('where no number is known to work, all stay: one that may not work is better than none', () => {
  const helplines = [helpline('b', { countries: ['XB'] })]
  const facts = { ...coach, helplines, place: { ...coach.place, helplines: ['b'] } }
  expect(helplineIds(at('XA', facts))).toEqual(['b'])
})

test('a country that the coach does not pass changes nothing', () => {
  expect(at('IT')).toEqual(at())
})

test('a place in one country asks nothing', () => {
  expect(at('XA', placeFacts({ helplines: [helpline('a')] })).whereNow).toBeUndefined()
})
