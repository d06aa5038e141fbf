import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { helpView } from '#content/help/help-view.ts'
import type { HelpView } from '#content/help/view.ts'
import { createSpeaker } from '#content/locales/speaker.ts'
import type { PublicRecording } from '#content/model/facts.ts'
import { BUILT_IN_LANGUAGES, type Language } from '#content/model/languages.ts'
import { SIGN_LANGUAGE_TAGS } from '#content/model/sign-languages.ts'
import { helpline, message, NOON, placeFacts } from './facts.ts'
import { strings } from './view.ts'

const HEARD_ONLY: Language[] = BUILT_IN_LANGUAGES.map((one) =>
  one.tag === 'ff' ? { ...one, audioOnly: true, fallback: ['fr'] } : one,
)

function sound(language: string, over: Partial<PublicRecording> = {}): PublicRecording {
  const name = language.padEnd(32, '0').replace(/[^0-9a-f]/g, 'a')
  return {
    field: 'whatHappens',
    language,
    files: [{ name, type: 'audio/webm', bytes: 84_000 }],
    ...over,
  }
}

const TEXTS = ['en', 'de', 'fr', 'ff', 'ar'] as const

function view(
  recordings: PublicRecording[],
  wanted: string[],
  { written = ['en', 'de'], languages = BUILT_IN_LANGUAGES } = {} as {
    written?: readonly string[]
    languages?: readonly Language[]
  },
): HelpView {
  const whatHappens = written.map((language) => ({ language, text: `Words in ${language}` }))
  const facts = placeFacts({ helplines: [helpline('a', { whatHappens, recordings })] })
  const speak = createSpeaker({ strings, languages })
  return helpView({ facts, languages, speak, wanted, now: NOON })
}

function firstOf({ blocks }: HelpView) {
  const [first] = blocks
  if (first?.kind !== 'helpline') throw new Error('no helpline stands first')
  return first
}

describe('a recording', () => {
  test('stands beside its words, with its size, in the formats it has', () => {
    const files = [
      { name: 'a'.repeat(32), type: 'audio/webm' as const, bytes: 61_200 },
      { name: 'b'.repeat(32), type: 'audio/mp4' as const, bytes: 84_000 },
    ]
    const { recordings } = firstOf(view([sound('en', { files })], ['en']))
    expect(recordings).toEqual([
      {
        kind: 'sound',
        field: 'whatHappens',
        lang: 'en',
        size: { text: '84 kB', lang: 'en', dir: 'ltr' },
        sources: [
          { href: `/media/${'a'.repeat(32)}`, type: 'audio/webm' },
          { href: `/media/${'b'.repeat(32)}`, type: 'audio/mp4' },
        ],
      },
    ])
  })

  test('is not there for a reader whose words nobody has recorded', () => {
    expect(firstOf(view([sound('en')], ['de'])).recordings).toBeUndefined()
  })

  test('names its language where the words are in another than the page', () => {
    const [one] = firstOf(view([sound('en')], ['ar'])).recordings ?? []
    expect(one?.language).toEqual({ text: 'English', lang: 'en', dir: 'ltr' })
  })

  test('tells its size in the digits and words of the reader', () => {
    const film = sound('en', { sign: 'ils', files: [file('video/mp4', 2_430_000)] })
    const sizes = ['en', 'de', 'bn'].map(
      (tag) => firstOf(view([film], [tag])).recordings?.[0]?.size.text,
    )
    expect(sizes).toEqual(['2.5 MB', '2,5 MB', '২.৫ MB'])
  })

  test('is only ever of the very words that are shown', () => {
    const anySounds = fc.uniqueArray(
      fc.constantFrom(...TEXTS).map((tag) => sound(tag)),
      {
        selector: ({ language }) => language,
      },
    )
    const written = fc.subarray([...TEXTS])
    fc.assert(
      fc.property(anySounds, written, fc.constantFrom(...TEXTS), (sounds, tags, wanted) => {
        const { whatHappens, recordings = [] } = firstOf(view(sounds, [wanted], { written: tags }))
        expect(recordings.length).toBeLessThanOrEqual(1)
        for (const { lang } of recordings) expect(lang).toBe(whatHappens?.lang)
      }),
    )
  })
})

describe('a language that is only heard', () => {
  const options = { written: ['en', 'fr', 'ff'], languages: HEARD_ONLY }

  test('is heard beside words in the language that it falls back to', () => {
    const page = view([sound('ff'), sound('fr')], ['ff'], options)
    const { whatHappens, recordings } = firstOf(page)
    expect(page.lang).toBe('ff')
    expect(whatHappens?.lang).toBe('fr')
    expect(recordings?.map(({ lang, language }) => [lang, language?.text])).toEqual([
      ['ff', 'Pulaar'],
    ])
  })

  test('is offered where something is heard in it, and nowhere else', () => {
    expect(view([sound('ff')], ['en'], options).heardIn).toEqual(['ff'])
    expect(view([sound('ff', { sign: 'ils' })], ['en'], options).heardIn).toEqual([])
    expect(view([sound('fr')], ['en'], options).heardIn).toEqual([])
  })

  test('is given to nobody who has not asked for it', () => {
    const facts = placeFacts({ place: { languages: ['ff', 'fr'] } })
    const speak = createSpeaker({ strings, languages: HEARD_ONLY })
    const page = helpView({ facts, languages: HEARD_ONLY, speak, wanted: [], now: NOON })
    expect(page.lang).toBe('fr')
  })
})

describe('a film in a sign language', () => {
  test('stands beside the text in every language, one for each sign language', () => {
    const films = [
      sound('en', { sign: 'ils', files: [file('video/webm', 1)] }),
      sound('de', { sign: 'ils', files: [file('video/mp4', 1)] }),
      sound('de', { sign: 'gsg', files: [file('video/mp4', 1)] }),
    ]
    const shown = (tag: string) =>
      firstOf(view(films, [tag])).recordings?.map(({ kind, lang, sources }) => [
        ...[kind, lang, sources[0]?.type],
      ])
    expect(shown('de')).toEqual([
      ['film', 'ils', 'video/mp4'],
      ['film', 'gsg', 'video/mp4'],
    ])
    expect(shown('ar')?.map(([, lang]) => lang)).toEqual(['ils', 'gsg'])
  })

  test.each(SIGN_LANGUAGE_TAGS)('%s is named as its signers name it', (sign) => {
    const [film] = firstOf(view([sound('en', { sign })], ['ar'])).recordings ?? []
    expect(film?.language?.text.length).toBeGreaterThan(3)
    expect(film?.language?.dir).toBe('ltr')
  })
})

test('a message is heard text by text, in the order of its texts', () => {
  const one = message('m', {
    body: [{ language: 'en', text: 'Body' }],
    recordings: [sound('en', { field: 'body' }), sound('en', { field: 'heading' })],
  })
  const campaign = {
    id: 'c',
    organizations: [],
    messages: ['m'],
    languages: [],
    from: '2026-01-01',
  }
  const facts = placeFacts({ campaigns: [campaign], messages: [one] })
  const languages = BUILT_IN_LANGUAGES
  const speak = createSpeaker({ strings, languages })
  const { blocks } = helpView({ facts, languages, speak, wanted: ['en'], now: NOON })
  const found = blocks.find((block) => block.kind === 'message')
  expect(found?.recordings?.map(({ field }) => field)).toEqual(['heading', 'body'])
})

function file(type: 'video/mp4' | 'video/webm', bytes: number) {
  return { name: 'c'.repeat(32), type, bytes }
}
