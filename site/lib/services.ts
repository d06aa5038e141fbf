import { AsyncLocalStorage } from 'node:async_hooks'
import type { PlaceLine } from '#content/help/view.ts'
import type { Speaker } from '#content/locales/speaker.ts'
import type { CountryFacts } from '#content/model/country-facts.ts'
import { Bug } from '#content/model/errors.ts'
import type { PlaceFacts, PublicPlacement } from '#content/model/facts.ts'
import type { LanguageTag } from '#content/model/language-tag.ts'
import type { Language } from '#content/model/languages.ts'
import type { ShortCode } from '#content/model/short-code.ts'
import type { WholeGuide } from '#content/queries/guide-languages.ts'
import type { Country } from '#content/queries/load-countries.ts'
import type { ListedCountry } from '#content/queries/load-country-list.ts'
import type { Publisher } from '#content/queries/load-publishers.ts'
import type { Press } from '../posters/press.ts'
import type { PageCache, Rendered } from './page-cache.ts'

/** Whose places are listed, and for whom; `placeLanguages` come after those wanted. */
export type PlaceListOf = {
  country: string
  wanted: readonly LanguageTag[]
  placeLanguages: readonly LanguageTag[]
}

/** What pages may ask of the process: content, words, the press, the clock. */
export type Services = {
  loadPlaceFacts: (slug: string) => Promise<PlaceFacts | undefined>
  loadPlacement: (
    code: ShortCode,
  ) => Promise<{ placement: PublicPlacement; facts: PlaceFacts } | undefined>
  loadCountryFacts: (country: string) => Promise<CountryFacts | undefined>
  /** The listed places of a country in the order of the reader's language. */
  listPlaces: (of: PlaceListOf) => Promise<readonly PlaceLine[]>
  loadGuide: (slug: string) => Promise<WholeGuide | undefined>
  /** Who answers for what is published. */
  loadPublishers: () => Promise<Publisher[]>
  /** A small picture of the content as a `data:` address; undefined where it cannot be had. */
  inlinePicture: (address: string) => Promise<string | undefined>
  /** The languages table as it is now. */
  languages: () => readonly Language[]
  /** Languages that have our own words: those a reader is offered. */
  offered: () => readonly LanguageTag[]
  /** Countries that we knew help in when the content last changed. */
  countries: () => readonly string[]
  /** The same countries, with what their places have in common. */
  countryList: () => readonly ListedCountry[]
  /** What authors say of a country (ISO 3166, capitals), as it is now. */
  countryOf: (code: string) => Country | undefined
  speak: Speaker
  press: Press
  pageCache: PageCache
  /** Answers one request from the cache, or lets it be rendered for everybody who waits for the same. */
  servePage: (request: Request, render: () => Promise<Rendered>) => Promise<Response>
  /** Counts that somebody has opened a printed code, in the week that it is now. */
  countScan: (code: ShortCode) => void
  /** Logs a failure, never who asked for what, and tells the reader where help is all the same. */
  fail: (request: Request, error: unknown) => Response
  /** Public origin, without a slash at the end. */
  origin: string
  /** False until somebody has set the public origin: paper outlives an address. */
  isPrintable: boolean
  /** Whether the demo is in the lake: then everything says SAMPLE. */
  isDemo: () => boolean
  /** Sites that may show help pages in a frame, `*` alone for all; empty: nobody may. */
  embedOrigins: readonly string[]
  /** Whether search engines may list what everybody may find; never while the demo is in the lake. */
  isFindable: () => boolean
  /** Epoch ms. */
  now: () => number
}

// Astro's bundle is a second graph of modules: what it shares with the process goes through a registered symbol.
const KEY = Symbol.for('waymark.services')
const SCOPE = Symbol.for('waymark.services-aside')

/** Hands the services to the pages. */
export function provideServices(services: Services): void {
  Reflect.set(globalThis, KEY, services)
}

/**
 * Does something with other services than everybody's, such as rendering what only one person may see: whatever asks
 * for the services meanwhile gets these.
 */
export function withServices<Answer>(aside: Services, work: () => Answer): Answer {
  return scope().run(aside, work)
}

/** The services of this process, or those that stand in for them here. */
export function services(): Services {
  const aside = scope().getStore()
  if (aside !== undefined) return aside
  const provided: Services | undefined = Reflect.get(globalThis, KEY)
  if (provided === undefined) throw new Bug('pages are rendered before their services are provided')
  return provided
}

function scope(): AsyncLocalStorage<Services> {
  const known: AsyncLocalStorage<Services> | undefined = Reflect.get(globalThis, SCOPE)
  if (known) return known
  const made = new AsyncLocalStorage<Services>()
  Reflect.set(globalThis, SCOPE, made)
  return made
}
