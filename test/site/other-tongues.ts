import { demoDocuments } from '#content/demo/documents.ts'
import { loadStrings } from '#content/locales/load.ts'
import { findLanguage, type Language } from '#content/model/languages.ts'
import type { PageWords } from './page-words.ts'

/** Says of words on a page what stands there in another language than is said of them. */
export type TongueCheck = (words: PageWords) => string | undefined

// Shorter ones are the same in many languages: "SMS", "Chat".
const LONG = 12
const NAME = 6
const SCRIPTS: Readonly<Record<string, RegExp>> = {
  Latn: /[^\P{L}\p{Script_Extensions=Latin}]/u,
  Cyrl: /[^\P{L}\p{Script_Extensions=Cyrillic}]/u,
  Grek: /[^\P{L}\p{Script_Extensions=Greek}]/u,
  Arab: /[^\P{L}\p{Script_Extensions=Arabic}]/u,
  Aran: /[^\P{L}\p{Script_Extensions=Arabic}]/u,
  Ethi: /[^\P{L}\p{Script_Extensions=Ethiopic}]/u,
  Beng: /[^\P{L}\p{Script_Extensions=Bengali}]/u,
  Deva: /[^\P{L}\p{Script_Extensions=Devanagari}]/u,
  Guru: /[^\P{L}\p{Script_Extensions=Gurmukhi}]/u,
  Hans: /[^\P{L}\p{Script_Extensions=Han}]/u,
}
// What people of every script write in Latin letters, printed codes among them.
const EVERYWHERE =
  /\b(?:WhatsApp|SMS|SIM|JavaScript|SAMPLE|PDF|PNG|SVG|Esc|QR|kB|MB|cookies?|A[345]|[0-9A-Z]{6})\b/g

/** Looks for letters of another script, for our words in English, and for the demo's texts of other languages. */
export async function tongueCheck(languages: readonly Language[]): Promise<TongueCheck> {
  const strings = await loadStrings()
  const english = Object.values(strings['en'] ?? {}).filter((text) => text.length > LONG)
  const texts = demoTexts()
  const known = (tag: string, text: string) =>
    [...Object.values(strings[tag] ?? {}), ...(texts.get(tag) ?? [])].some((own) =>
      own.includes(text),
    )
  return ({ text, lang, isIsolated }) => {
    // HTML's way of saying that nobody has told us: an address, a registered name.
    if (lang === '') return undefined
    const language = findLanguage(languages, lang)
    if (language === undefined) return `no language of the table: "${lang}"`
    if (isIsolated) return undefined
    const bare = text.replace(EVERYWHERE, '')
    if (SCRIPTS[language.script]?.test(bare)) return 'letters of another script'
    if (/^en\b/.test(lang)) return undefined
    const ours = english.find((one) => text.includes(one) && !known(lang, one))
    if (ours !== undefined) return `our English words "${ours}"`
    for (const [tag, values] of texts) {
      if (tag === lang || lang.startsWith(`${tag}-`)) continue
      const foreign = [...values].find((one) => text.includes(one) && !known(lang, one))
      if (foreign !== undefined) return `the demo's ${tag} "${foreign}"`
    }
    return undefined
  }
}

/** What the demo's authors have written, language by language. */
function demoTexts(): Map<string, Set<string>> {
  const texts = new Map<string, Set<string>>()
  const add = (tag: string, text: string) => {
    if (text.length >= NAME) texts.set(tag, (texts.get(tag) ?? new Set()).add(text))
  }
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if ('language' in value && 'value' in value) {
      const { language, value: held } = value
      const text = typeof held === 'string' ? held : Reflect.get(Object(held), 'text')
      if (typeof text === 'string') add(String(language), text)
      return
    }
    for (const part of Object.values(value)) visit(part)
  }
  demoDocuments(new Date()).forEach(visit)
  return texts
}
