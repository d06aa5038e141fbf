import type { SanityClient } from '@sanity/client'
import type { Logger } from 'pino'
import { holdsDemo } from '#content/demo/holds-demo.ts'
import { placeLines } from '#content/help/place-lines.ts'
import { loadStrings } from '#content/locales/load.ts'
import { offeredLanguages, overlayStrings } from '#content/locales/overlay-strings.ts'
import { createSpeaker, type Strings } from '#content/locales/speaker.ts'
import { fallbackChain } from '#content/model/languages.ts'
import { type Change, followChanges } from '#content/queries/follow-changes.ts'
import { loadCountries } from '#content/queries/load-countries.ts'
import { loadCountryFacts } from '#content/queries/load-country-facts.ts'
import { type ListedCountry, loadCountryList } from '#content/queries/load-country-list.ts'
import { loadGuide } from '#content/queries/load-guide.ts'
import { loadInterfaceText } from '#content/queries/load-interface-text.ts'
import { loadLanguages } from '#content/queries/load-languages.ts'
import { loadPlaceFacts } from '#content/queries/load-place-facts.ts'
import { loadPlacement } from '#content/queries/load-placement.ts'
import { loadPlaces } from '#content/queries/load-places.ts'
import { loadPublishers } from '#content/queries/load-publishers.ts'
import type { Report } from '#content/queries/read-result.ts'
import { createPress } from '../posters/press.ts'
import { failurePage } from './failure-page.ts'
import { type FetchPicture, inlinePicture } from './inline-picture.ts'
import { createPageCache } from './page-cache.ts'
import { createPlaceLists } from './place-lists.ts'
import { createPageServer } from './serve-page.ts'
import type { PlaceListOf, Services } from './services.ts'

/** Everything that pages are made from, and how to hear of changes. */
export type Composition = {
  services: Services
  /** The words on our own buttons as they are now, those that authors changed among them. */
  loadStrings: () => Promise<Strings>
  /** Calls back after each published change; returns how to stop that. */
  onChange: (listener: () => void) => () => void
  stop: () => void
}

// Documents that tell which countries we know help in.
const COUNTED = ['place', 'helpline']

// About 2,000 help pages in three compressions.
const CACHE_BYTES = 128 * 1024 * 1024

/** Wires content, words, press and page cache together, and keeps them up with the content. */
export async function compose(options: {
  client: SanityClient
  origin: string
  isPrintable: boolean
  embedOrigins?: readonly string[]
  /** Whether search engines may list help pages that are no demo. */
  isFindable?: boolean
  log: Logger
  countScan: Services['countScan']
  /** How pictures of the content are fetched: over the network where it is kept by others. */
  fetchPicture?: FetchPicture | undefined
  now: () => number
}): Promise<Composition> {
  const { client, origin, isPrintable, log, countScan, fetchPicture = fetch, now } = options
  const { embedOrigins = [], isFindable = false } = options
  const builtIn = await loadStrings()
  const pageCache = createPageCache({ maxBytes: CACHE_BYTES, now })
  const placeLists = createPlaceLists(makeList, (of) => JSON.stringify(of))
  const listeners = new Set<() => void>()
  let state = await readState({ client, builtIn, report }, await loadCountryList(client, report))
  const due = { isAny: false, isCounting: false, isUnderWay: false }

  const services: Services = {
    loadPlaceFacts: (slug) => loadPlaceFacts(client, { slug }, now(), report),
    loadPlacement: (code) => loadPlacement(client, code, now(), report),
    loadCountryFacts: (country) => listedFacts(country),
    listPlaces: (of) => placeLists.list(of),
    loadGuide: (slug) => loadGuide(client, slug, report),
    loadPublishers: () => loadPublishers(client, report),
    inlinePicture: (address) =>
      inlinePicture(address, fetchPicture).catch(
        (err: unknown) => void log.warn({ err }, 'A picture cannot be fetched'),
      ),
    languages: () => state.languages,
    offered: () => state.offered,
    countries: () => state.countries.map(({ country }) => country),
    countryList: () => state.countries,
    countryOf: (code) => state.known.get(code),
    speak: (...words) => state.speak(...words),
    press: createPress(),
    pageCache,
    servePage: (request, render) => servePage(request, render),
    countScan,
    fail,
    origin,
    isPrintable,
    isDemo: () => state.isDemo,
    embedOrigins,
    isFindable: () => isFindable && !state.isDemo,
    now,
  }
  const servePage = createPageServer(services)
  const stopFollowing = followChanges(client, hear, log)

  function report(err: Error): void {
    log.warn({ err }, 'A document cannot be shown')
  }

  function fail(request: Request, err: unknown): Response {
    const [, area] = new URL(request.url).pathname.split('/')
    log.error({ err, area }, 'A request has failed')
    return failurePage(request, services)
  }

  function listedFacts(country: string) {
    return loadCountryFacts(client, { country, list: state.countries }, now(), report)
  }

  async function makeList({ country, wanted, placeLanguages }: PlaceListOf) {
    const { languages, speak } = state
    const tags = fallbackChain(languages, wanted, placeLanguages)
    const places = await loadPlaces(client, { country, tags }, report)
    return placeLines(places, { languages, speak, wanted, placeLanguages })
  }

  function forget(): void {
    placeLists.clear()
    pageCache.invalidate()
  }

  function hear(change: Change): void {
    forget()
    for (const listener of listeners) listener()
    due.isAny = true
    due.isCounting ||= change.everything || COUNTED.includes(change.type)
    if (!due.isUnderWay) void refresh()
  }

  // Of many changes in a row the last is enough. A page made meanwhile spoke by the old table, so it goes too.
  async function refresh(): Promise<void> {
    due.isUnderWay = true
    while (due.isAny) {
      const { isCounting } = due
      Object.assign(due, { isAny: false, isCounting: false })
      try {
        const countries = isCounting ? await loadCountryList(client, report) : state.countries
        const next = await readState({ client, builtIn, report }, countries)
        const isSame = JSON.stringify(facts(next)) === JSON.stringify(facts(state))
        state = next
        if (!isSame) forget()
      } catch (err) {
        due.isCounting ||= isCounting
        log.error({ err }, 'The languages cannot be read again')
      }
    }
    due.isUnderWay = false
  }

  return {
    services,
    loadStrings: async () => overlayStrings(builtIn, await loadInterfaceText(client)),
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop: stopFollowing,
  }
}

type State = Awaited<ReturnType<typeof readState>>

/** What every page needs and seldom changes. */
async function readState(
  { client, builtIn, report }: { client: SanityClient; builtIn: Strings; report: Report },
  countries: readonly ListedCountry[],
) {
  const [changedWords, languages, known, isDemo] = await Promise.all([
    loadInterfaceText(client),
    loadLanguages(client),
    loadCountries(client, report),
    holdsDemo(client),
  ])
  const strings = overlayStrings(builtIn, changedWords)
  return {
    languages,
    changedWords,
    offered: offeredLanguages(strings, languages),
    countries,
    known,
    speak: createSpeaker({ strings, languages }),
    isDemo,
  }
}

function facts({ speak: _, known, ...plain }: State) {
  return { ...plain, known: [...known.values()] }
}
