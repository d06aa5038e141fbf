import { z } from 'zod'
import { type LanguageTag, languageTag } from './language-tag.ts'

/** Families that ship with the project, static TTF, licensed under the SIL Open Font License. */
export const FONT_FAMILIES = [
  'Noto Sans',
  'Vazirmatn',
  'Noto Nastaliq Urdu',
  'Noto Sans Ethiopic',
  'Noto Sans Bengali',
  'Noto Sans Devanagari',
  'Noto Sans Gurmukhi',
  'Noto Sans SC',
] as const

/**
 * One row of the languages table. `fallback` is tried in order when a text is missing; never across a conflict.
 * `audioOnly` is a language that people speak and few read: no list of languages to read offers it, its words stay
 * what recordings are made from, and a page may offer it once it has approved audio.
 */
export const languageRecord = z.object({
  tag: languageTag,
  ownName: z.string().min(1).max(60),
  englishName: z.string().min(1).max(60),
  script: z.string().regex(/^[A-Z][a-z]{3}$/),
  direction: z.enum(['ltr', 'rtl']),
  font: z.enum(FONT_FAMILIES),
  fallback: z.array(languageTag).max(5),
  plainVariant: languageTag.optional(),
  audioOnly: z.boolean(),
})
export type Language = z.infer<typeof languageRecord>

type Row = readonly [tag: string, ownName: string, englishName: string, more?: Partial<Language>]

const LATIN: readonly Row[] = [
  ['en', 'English', 'English', { plainVariant: 'en-simple' }],
  ['fr', 'Français', 'French'],
  ['es', 'Español', 'Spanish'],
  ['pt', 'Português', 'Portuguese'],
  ['it', 'Italiano', 'Italian'],
  ['de', 'Deutsch', 'German', { plainVariant: 'de-simple' }],
  ['pl', 'Polski', 'Polish'],
  ['ro', 'Română', 'Romanian'],
  ['hu', 'Magyar', 'Hungarian'],
  ['sq', 'Shqip', 'Albanian'],
  ['sr-Latn', 'Srpski', 'Serbian (Latin)'],
  ['tr', 'Türkçe', 'Turkish'],
  ['kmr', 'Kurmancî', 'Kurdish (Kurmanji)'],
  ['so', 'Soomaali', 'Somali'],
  ['om', 'Afaan Oromoo', 'Oromo'],
  ['vi', 'Tiếng Việt', 'Vietnamese'],
  ['tl', 'Tagalog', 'Tagalog'],
  ['pcm', 'Naijá', 'Nigerian Pidgin', { fallback: ['en'] }],
  ['yo', 'Yorùbá', 'Yoruba'],
  ['ha', 'Hausa', 'Hausa'],
  ['ff', 'Pulaar', 'Fula'],
  ['wo', 'Wolof', 'Wolof'],
  ['bm', 'Bamanankan', 'Bambara'],
  ['bin', 'Ẹ̀dó', 'Edo'],
  ['rom', 'Romani ćhib', 'Romani'],
  ['de-simple', 'Einfaches Deutsch', 'Plain German', { fallback: ['de'] }],
  ['en-simple', 'Easy English', 'Plain English', { fallback: ['en'] }],
]

const CYRILLIC: readonly Row[] = [
  ['bg', 'Български', 'Bulgarian'],
  ['sr-Cyrl', 'Српски', 'Serbian (Cyrillic)', { fallback: ['sr-Latn'] }],
  ['uk', 'Українська', 'Ukrainian'],
  ['ru', 'Русский', 'Russian'],
]

const OTHERS: readonly Row[] = [
  ['el', 'Ελληνικά', 'Greek', { script: 'Grek' }],
  ['ar', 'العربية', 'Arabic', { script: 'Arab', direction: 'rtl', font: 'Vazirmatn' }],
  ['fa', 'فارسی', 'Persian', { script: 'Arab', direction: 'rtl', font: 'Vazirmatn' }],
  ['prs', 'دری', 'Dari', { script: 'Arab', direction: 'rtl', font: 'Vazirmatn', fallback: ['fa'] }],
  ['ps', 'پښتو', 'Pashto', { script: 'Arab', direction: 'rtl', font: 'Vazirmatn' }],
  [
    'ckb',
    'کوردیی ناوەندی',
    'Kurdish (Sorani)',
    { script: 'Arab', direction: 'rtl', font: 'Vazirmatn' },
  ],
  ['ur', 'اردو', 'Urdu', { script: 'Aran', direction: 'rtl', font: 'Noto Nastaliq Urdu' }],
  ['ti', 'ትግርኛ', 'Tigrinya', { script: 'Ethi', font: 'Noto Sans Ethiopic' }],
  ['am', 'አማርኛ', 'Amharic', { script: 'Ethi', font: 'Noto Sans Ethiopic' }],
  ['bn', 'বাংলা', 'Bengali', { script: 'Beng', font: 'Noto Sans Bengali' }],
  ['hi', 'हिन्दी', 'Hindi', { script: 'Deva', font: 'Noto Sans Devanagari' }],
  ['ne', 'नेपाली', 'Nepali', { script: 'Deva', font: 'Noto Sans Devanagari' }],
  ['pa-Guru', 'ਪੰਜਾਬੀ', 'Punjabi', { script: 'Guru', font: 'Noto Sans Gurmukhi' }],
  ['zh', '中文', 'Chinese', { script: 'Hans', font: 'Noto Sans SC' }],
]

/** The languages that are built in. Chains are data to be agreed with native readers. */
export const BUILT_IN_LANGUAGES: readonly Language[] = [
  ...LATIN.map((row) => complete(row, 'Latn')),
  ...CYRILLIC.map((row) => complete(row, 'Cyrl')),
  ...OTHERS.map((row) => complete(row, 'Latn')),
]

/** The language everything falls back to in the end. */
export const LAST_LANGUAGE = 'en'

/** Finds a row by its tag, in any case; `undefined` if the table has none. */
export function findLanguage(languages: readonly Language[], tag: string): Language | undefined {
  const wanted = tag.toLowerCase()
  return languages.find((language) => language.tag.toLowerCase() === wanted)
}

/**
 * Languages that nobody is given in place of their own unless they ask for it, whatever the place speaks:
 * understood by many, and the language of the other side of a war or of a ban.
 */
export const NEVER_INSTEAD: Readonly<Record<string, readonly LanguageTag[]>> = {
  uk: ['ru'],
  ti: ['am'],
  om: ['am'],
  kmr: ['tr'],
}

/**
 * Tags to try for words, best first and without repeats: each wanted language with its chain, then the place's
 * languages but those in conflict with the reader's first, then English. One that is only heard gives way to its chain.
 */
export function fallbackChain(
  languages: readonly Language[],
  wanted: readonly LanguageTag[],
  placeLanguages: readonly LanguageTag[] = [],
): LanguageTag[] {
  const chained = wanted.flatMap((tag) => [tag, ...(findLanguage(languages, tag)?.fallback ?? [])])
  const refused = NEVER_INSTEAD[wanted[0] ?? ''] ?? []
  const spokenHere = placeLanguages.filter((tag) => !refused.includes(tag))
  return [...new Set([...chained, ...spokenHere, LAST_LANGUAGE])].filter(
    (tag) => findLanguage(languages, tag)?.audioOnly !== true,
  )
}

function complete([tag, ownName, englishName, more]: Row, script: string): Language {
  return {
    tag,
    ownName,
    englishName,
    script,
    direction: 'ltr',
    font: 'Noto Sans',
    fallback: [],
    audioOnly: false,
    ...more,
  }
}
