import parsePhoneNumber from 'libphonenumber-js'
import { describe, expect, test } from 'vitest'
import { demoDocuments } from '#content/demo/documents.ts'
import { DEMO_REVIEWER } from '#content/demo/shorthand.ts'
import type { AnyDocument } from '#content/model/documents/any-document.ts'
import { guideText } from '#content/model/guide-text.ts'
import { LAPSE_DAYS } from '#content/model/limits.ts'
import { PLACE_KINDS } from '#content/model/place-kinds.ts'
import { CODE_ALPHABET, readLookAlikes } from '#content/model/short-code.ts'
import { textHash } from '#content/model/text-hash.ts'
import { translatedText, translationState } from '#content/model/translation.ts'
import { resolveHours } from '#content/queries/resolve-hours.ts'
import { walk } from './walk.ts'

const NOW = new Date('2026-03-01T12:00:00Z')
const batches = demoDocuments(NOW)
const documents = batches.flat()

/** Ofcom's numbers for drama: freephone, UK-wide, London, mobile. */
const FICTION = [
  /^\+448081570\d{3}$/,
  /^\+443069990\d{3}$/,
  /^\+442079460\d{3}$/,
  /^\+447700900\d{3}$/,
]

function ofType<T extends AnyDocument['_type']>(type: T): Extract<AnyDocument, { _type: T }>[] {
  return documents.filter(
    (document): document is Extract<AnyDocument, { _type: T }> => document._type === type,
  )
}

describe('the demo', () => {
  test('has all ten kinds of place, a vehicle that crosses the border, and a place off the map', () => {
    const places = ofType('place')
    expect(places.length).toBeGreaterThanOrEqual(12)
    expect(new Set(places.map((place) => place.kind))).toEqual(new Set(PLACE_KINDS))
    expect(places.filter((place) => place.countries.length > 1).map((place) => place.kind)).toEqual(
      ['public-transport-vehicle'],
    )
    expect(places.filter((place) => !place.listed).map((place) => place.kind)).toEqual([
      'refugee-camp',
    ])
  })

  test('has eight helplines, one run by the police, one closed at night, one lapsed, one with a standby', () => {
    const lines = ofType('helpline')
    const police = new Set(
      ofType('organization')
        .filter((it) => it.kind === 'police')
        .map((it) => it._id),
    )
    expect(lines).toHaveLength(8)
    expect(lines.filter((line) => police.has(line.organization._ref))).toHaveLength(1)
    expect(lines.filter((line) => line.standby !== undefined)).toHaveLength(1)
    const lapsed = lines.filter((line) => ageInDays(line.verification?.verifiedOn) > LAPSE_DAYS)
    expect(lapsed.map((line) => line._id)).toEqual(['helpline-women'])
    const byDayOnly = lines.find((line) => line._id === 'helpline-fair-work')
    expect(byDayOnly?.hours.osm).toContain('08:00-18:00')
  })

  test('answers day and night, free and without a name, in both countries', () => {
    const always = ofType('helpline').filter(
      (line) => line.hours.osm === '24/7' && line.free === 'yes' && line.anonymous === 'yes',
    )
    expect(new Set(always.flatMap((line) => line.countries))).toEqual(new Set(['XA', 'XB']))
  })

  test('has five services, eight messages for a person with cover among them, four guides, two campaigns', () => {
    expect(ofType('service')).toHaveLength(5)
    const forPersons = ofType('message').filter((message) => message.audience === 'person')
    expect(forPersons).toHaveLength(8)
    expect(forPersons.filter((message) => message.cover).length).toBeGreaterThanOrEqual(2)
    expect(new Set(ofType('guide').map((guide) => guide.slug.current)).size).toBe(4)
    expect(ofType('campaign')).toHaveLength(2)
  })

  test('has a code at every place, none to be mistaken for another, and the poster DEMO01', () => {
    const placements = ofType('placement')
    expect(new Set(placements.map((it) => it.place._ref))).toEqual(
      new Set(ofType('place').map((place) => place._id)),
    )
    const demo = placements.find((it) => it.code === 'DEMO01')
    expect(demo).toMatchObject({ piece: 'a3', place: { _ref: 'place-centralia-station' } })
    const codes = placements.map((it) => it.code)
    for (const { code } of placements) {
      const mistaken = readLookAlikes(code).filter((guess) => codes.includes(guess))
      expect(mistaken).toEqual([code])
      if (code !== 'DEMO01')
        expect([...code].every((letter) => CODE_ALPHABET.includes(letter))).toBe(true)
    }
  })

  test('refers only to what was written before or with it', () => {
    const written = new Set<string>()
    for (const batch of batches) {
      for (const { _id } of batch) {
        expect(written).not.toContain(_id)
        written.add(_id)
      }
      walk(batch, (value) => {
        if (typeof value['_ref'] === 'string') expect(written).toContain(value['_ref'])
      })
    }
  })

  test('rings nobody: its numbers are reserved for fiction, and possible', () => {
    for (const { numbers } of [...ofType('helpline'), ...ofType('service')]) {
      for (const { dial, e164, channel } of numbers) {
        if (channel === 'chat') continue
        expect(FICTION.some((range) => range.test(e164 ?? ''))).toBe(true)
        expect(parsePhoneNumber(e164 ?? '')?.isPossible()).toBe(true)
        expect(e164?.replace('+44', '0')).toBe(dial.replaceAll(' ', ''))
      }
    }
    for (const { numbers } of ofType('legacyPiece')) {
      for (const dial of numbers) {
        expect(
          FICTION.some((range) => range.test(dial.replaceAll(' ', '').replace(/^0/, '+44'))),
        ).toBe(true)
      }
    }
  })

  test('is made up: two countries that do not exist, addresses that lead nowhere', () => {
    walk(documents, (value) => {
      for (const country of [value['countries'] ?? [], value['country'] ?? []].flat()) {
        expect(['XA', 'XB']).toContain(country)
      }
      const { url } = value
      if (typeof url === 'string' && !url.startsWith('https://wa.me/447700900')) {
        expect(new URL(url).hostname).toMatch(/\.example$/)
      }
    })
  })

  test('has opening hours that can be read', () => {
    for (const line of [...ofType('helpline'), ...ofType('service')]) {
      for (const hours of [line.hours, ...line.languages.flatMap((it) => it.hours ?? [])]) {
        const resolved = resolveHours({
          hours,
          country: line.countries[0],
          now: NOW.getTime(),
          where: { document: line._id, field: 'hours' },
        })
        expect(resolved.open.length).toBeGreaterThan(0)
      }
    }
  })

  test('has every text approved by the made-up reviewer, from its English source', () => {
    let texts = 0
    walk(documents, (value) => {
      for (const field of Object.values(value)) {
        const text = translatedText.min(1).safeParse(field)
        if (!text.success) continue
        const source = text.data.find((it) => it.language === 'en')?.value.text ?? ''
        for (const { value: translated } of text.data) {
          texts += 1
          expect(translationState(translated, source)).toBe('approved')
          expect(translated.approved?.approvedBy).toBe(DEMO_REVIEWER)
        }
      }
    })
    expect(texts).toBeGreaterThan(500)
  })

  test('has every guide approved as it stands, from the English one', () => {
    const guides = ofType('guide')
    for (const guide of guides) {
      const source = guides.find(
        (it) => it.slug.current === guide.slug.current && it.language === 'en',
      )
      expect(guide.approved?.textHash).toBe(textHash(guideText(guide)))
      expect(guide.sourceHash).toBe(source && textHash(guideText(source)))
    }
  })

  test('leaves no abbreviation unwritten', () => {
    expect(JSON.stringify(documents)).not.toContain('"@')
  })

  test('moves its dates with the day of seeding', () => {
    const later = new Date(NOW.getTime() + 365 * 86_400_000)
    const [campaign] = ofType('campaign')
    const moved = demoDocuments(later)
      .flat()
      .find((it) => it._id === campaign?._id)
    expect(campaign).toMatchObject({ from: '2025-12-31' })
    expect(moved).toMatchObject({ from: '2026-12-31' })
  })
})

function ageInDays(day: string | undefined): number {
  return day === undefined ? Infinity : (NOW.getTime() - Date.parse(day)) / 86_400_000
}
