import path from 'node:path'
import { loadStrings } from '#content/locales/load.ts'
import { createSpeaker, type Parameters } from '#content/locales/speaker.ts'
import { BUILT_IN_LANGUAGES, findLanguage } from '#content/model/languages.ts'
import { negotiate } from '../lib/negotiate.ts'

/** A language that a page speaks. `say` takes a key of `content/locales/staff`. */
export type Words = {
  lang: string
  dir: 'ltr' | 'rtl'
  say: (key: string, parameters?: Parameters) => string
}

const FOLDER = path.resolve(import.meta.dirname, '../../content/locales/staff')

/** Reads the words for staff; what comes back chooses among their languages by `Accept-Language`. */
export async function loadStaffWords(): Promise<(acceptLanguage: string | null) => Words> {
  const strings = await loadStrings(FOLDER)
  const languages = BUILT_IN_LANGUAGES
  const speak = createSpeaker({ strings, languages })
  return (acceptLanguage) => {
    const [lang = 'en'] = negotiate(acceptLanguage ?? undefined, Object.keys(strings))
    const dir = findLanguage(languages, lang)?.direction ?? 'ltr'
    return { lang, dir, say: (key, parameters) => speak(key, [lang], parameters).text }
  }
}
