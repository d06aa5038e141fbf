import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { HelpFactsView, Passage } from '#content/help/view.ts'
import type { PlaceFacts } from '#content/model/facts.ts'
import { findLanguage } from '#content/model/languages.ts'
import { runs } from '../../long.ts'
import { arbitraryFacts, moments, wantedLanguages } from './arbitrary.ts'
import { blocksOf, languages, viewOf } from './view.ts'

const RUNS = runs(200)

function shownHelp(facts: PlaceFacts, wanted: string[], now: number) {
  const view = viewOf(facts, wanted, now)
  const sources = [...facts.helplines, ...facts.services]
  return [...blocksOf(view, 'helpline'), ...blocksOf(view, 'service')].map((block) => ({
    block,
    source: sources.find(({ id }) => id === block.id),
  }))
}

function passagesIn(value: unknown): Passage[] {
  if (Array.isArray(value)) return value.flatMap(passagesIn)
  if (typeof value !== 'object' || value === null) return []
  if ('text' in value && 'lang' in value && 'dir' in value) {
    const { text, lang, dir } = value
    expect(typeof text === 'string' && typeof lang === 'string').toBe(true)
    return [{ text: String(text), lang: String(lang), dir: dir === 'rtl' ? 'rtl' : 'ltr' }]
  }
  return Object.values(value).flatMap(passagesIn)
}

/** Every string that a person could read stands in a passage, but for these. */
const NOT_WORDS = new Set([
  ...['kind', 'id', 'slug', 'lang', 'dir', 'tag', 'channel', 'dial', 'href', 'country', 'number'],
  ...['state', 'pictogram', 'topic', 'audience'],
])

function strayStrings(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return NOT_WORDS.has(key) ? [] : [`${key}: ${value}`]
  if (Array.isArray(value)) return value.flatMap((it) => strayStrings(it, key))
  if (typeof value !== 'object' || value === null || 'text' in value) return []
  return Object.entries(value).flatMap(([name, it]) => strayStrings(it, name))
}

describe('whatever the facts, the reader and the moment', () => {
  test('no withdrawn number is ever returned', () => {
    fc.assert(
      fc.property(arbitraryFacts, wantedLanguages, moments, (facts, wanted, now) => {
        const drawn = JSON.stringify(viewOf(facts, wanted, now))
        for (const { id, withdrawn } of [...facts.helplines, ...facts.services]) {
          if (!withdrawn) continue
          expect(drawn).not.toContain(`0808 157 ${id}`)
          expect(drawn).not.toContain(`44808157${id}`)
          expect(drawn).not.toContain(`"${id}"`)
        }
      }),
      RUNS,
    )
  })

  test('no promise is made without its fact', () => {
    fc.assert(
      fc.property(arbitraryFacts, wantedLanguages, moments, (facts, wanted, now) => {
        for (const { block, source } of shownHelp(facts, wanted, now)) {
          const reader = viewOf(facts, wanted, now).lang.split('-')[0]
          const isKept: Record<HelpFactsView['pledges'][number]['id'], boolean> = {
            free: source?.free === 'yes',
            'no-name': source?.anonymous === 'yes',
            'no-papers': source?.asksResidenceStatus === 'no',
            'no-police': source?.contactsPolice === 'never' && !block.isPolice,
            'day-and-night': source?.hours.always === true,
            'in-your-language':
              source?.languages.some(({ tag }) => tag.split('-')[0] === reader) === true,
          }
          for (const { id } of block.pledges) expect(isKept[id], id).toBe(true)
          expect(block.isPolice).toBe(source?.organization.kind === 'police')
          expect(block.policeRun !== undefined).toBe(block.isPolice)
          expect(block.answers).toHaveLength(4)
        }
      }),
      RUNS,
    )
  })

  test('nothing is called open that is not, and nobody is said to speak a language they do not', () => {
    fc.assert(
      fc.property(arbitraryFacts, wantedLanguages, moments, (facts, wanted, now) => {
        for (const { block, source } of shownHelp(facts, wanted, now)) {
          if (block.availability.state === 'open') {
            expect(source?.hours.open.some(([from, to]) => from <= now && now < to)).toBe(true)
            expect(now).toBeLessThan(source?.hours.horizon ?? 0)
          }
          const spoken = source?.languages.map(({ tag }) => tag)
          for (const { tag } of block.spoken) expect(spoken).toContain(tag)
        }
      }),
      RUNS,
    )
  })

  test('every passage has the lang and dir of the table, and no words stand outside of one', () => {
    fc.assert(
      fc.property(arbitraryFacts, wantedLanguages, moments, (facts, wanted, now) => {
        const view = viewOf(facts, wanted, now)
        for (const { text, lang, dir } of passagesIn(view)) {
          expect(findLanguage(languages, lang)).toMatchObject({ tag: lang, direction: dir })
          expect(text.trim()).not.toBe('')
        }
        expect(findLanguage(languages, view.lang)?.direction).toBe(view.dir)
        expect(strayStrings(view)).toEqual([])
      }),
      RUNS,
    )
  })

  test('validUntil lies ahead and is never late', () => {
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 })
    fc.assert(
      fc.property(arbitraryFacts, wantedLanguages, moments, shares, (facts, wanted, now, at) => {
        const { validUntil, ...view } = viewOf(facts, wanted, now)
        expect(validUntil === undefined || validUntil > now).toBe(true)
        const end = validUntil ?? now + 400 * 86_400_000
        for (const share of [...at, 1]) {
          const then = Math.min(end - 1, now + Math.floor(share * (end - now)))
          const { validUntil: _later, ...later } = viewOf(facts, wanted, then)
          expect(later).toEqual(view)
        }
      }),
      RUNS,
    )
  })

  test('helplines come first, verified before lapsed, each but once, and an emergency number is there', () => {
    fc.assert(
      fc.property(arbitraryFacts, wantedLanguages, moments, (facts, wanted, now) => {
        const view = viewOf(facts, wanted, now)
        const helplines = blocksOf(view, 'helpline')
        const kinds = view.blocks.map(({ kind }) => kind)
        expect(kinds.slice(0, helplines.length).every((kind) => kind === 'helpline')).toBe(true)
        const lapsed = helplines.map(({ isLapsed }) => isLapsed)
        expect(lapsed).toEqual(lapsed.toSorted((a, b) => Number(a) - Number(b)))
        expect(new Set(helplines.map(({ id }) => id)).size).toBe(helplines.length)
        expect(blocksOf(view, 'emergency').map(({ country }) => country)).toEqual(
          facts.place.countries,
        )
      }),
      RUNS,
    )
  })
})
