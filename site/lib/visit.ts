import type { Passage } from '#content/help/view.ts'
import type { Parameters } from '#content/locales/speaker.ts'
import type { LanguageTag } from '#content/model/language-tag.ts'
import { findLanguage, LAST_LANGUAGE, type Language } from '#content/model/languages.ts'
import { languageOf } from './addresses.ts'
import { negotiate } from './negotiate.ts'
import type { Services } from './services.ts'

/** One request: who answers it, and in which languages it is wanted, best first (empty: in the place's own). */
export type Visit = {
  services: Services
  wanted: LanguageTag[]
  /** Whether the languages come from the address; else they were negotiated. */
  isChosen: boolean
  /** The country that the reader of a vehicle says to be in, as the address has it. */
  at?: string
  /** Which part of a long list is wanted, from 1. */
  part?: number
}

/** Whom a page speaks to: language and direction of the page, and our own words in it. */
export type Reader = {
  lang: LanguageTag
  dir: 'ltr' | 'rtl'
  say: (key: string, parameters?: Parameters) => Passage
}

/** Reads from a request in which languages its page is wanted. */
export function readVisit(request: Request, services: Services): Visit {
  const url = new URL(request.url)
  const named = languageOf(url, services.languages())
  const at = url.searchParams.get('at')?.toUpperCase()
  const part = url.searchParams.get('part')
  return {
    services,
    wanted: named === undefined ? wantedBy(request, services) : [named],
    isChosen: named !== undefined,
    ...(at && { at }),
    ...(part && { part: Number(part) }),
  }
}

/** What the window is called: by the place where its name is in the reader's language; a title cannot say of a name in which it is. */
export function titleOf({ lang, say }: Reader, name: Passage): string {
  const isOwn = name.lang === lang
  return (isOwn ? say('site.title-place', { place: name.text }) : say('site.title')).text
}

/** The languages that the browser asks for and we have. */
export function wantedBy(request: Request, services: Pick<Services, 'offered'>): LanguageTag[] {
  return negotiate(request.headers.get('accept-language') ?? undefined, services.offered())
}

/** The reader of a page in the given languages; a view's own language comes first. */
export function readerOf(
  {
    services,
    wanted,
  }: { services: Pick<Services, 'languages' | 'speak'>; wanted: readonly LanguageTag[] },
  lang?: LanguageTag,
): Reader {
  const chain = lang === undefined ? wanted : [lang, ...wanted]
  const { tag, direction } = languageRow(services.languages(), chain)
  return {
    lang: tag,
    dir: direction,
    say: (key, parameters) => services.speak(key, chain, parameters),
  }
}

function languageRow(languages: readonly Language[], chain: readonly LanguageTag[]) {
  const found = [...chain, LAST_LANGUAGE].map((tag) => findLanguage(languages, tag)).find(Boolean)
  return found ?? { tag: LAST_LANGUAGE, direction: 'ltr' as const }
}
