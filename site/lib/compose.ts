import type { SanityClient } from '@sanity/client'
import type { Logger } from 'pino'
import { holdsDemo } from '#content/demo/holds-demo.ts'
import { loadStrings } from '#content/locales/load.ts'
import { offeredLanguages, overlayStrings } from '#content/locales/overlay-strings.ts'
import { createSpeaker, type Strings } from '#content/locales/speaker.ts'
import { type Change, followChanges } from '#content/queries/follow-changes.ts'
import { loadCountries } from '#content/queries/load-countries.ts'
import { loadCountryFacts } from '#content/queries/load-country-facts.ts'
import { loadGuide } from '#content/queries/load-guide.ts'
import { loadInterfaceText } from '#content/queries/load-interface-text.ts'
import { loadLanguages } from '#content/queries/load-languages.ts'
import { loadPlaceFacts } from '#content/queries/load-place-facts.ts'
import { loadPlaceList } from '#content/queries/load-place-list.ts'
import { loadPlacement } from '#content/queries/load-placement.ts'
import { loadPublishers } from '#content/queries/load-publishers.ts'
import type { Report } from '#content/queries/read-result.ts'
import { createPress } from '../posters/press.ts'
import { failurePage } from './failure-page.ts'
import { type FetchPicture, inlinePicture } from './inline-picture.ts'
import { createPageCache } from './page-cache.ts'
import { createPageServer } from './serve-page.ts'
import type { Services } from './services.ts'

/** Everything that pages are made from, and how to hear of changes. */
export type Composition = {
  services: Services
  /** The words on our own buttons as they are now, those that authors changed among them. */
  loadStrings: () => Promise<Strings>
  /** Calls back after each published change; returns how to stop that. */
  onChange: (listener: () => void) => () => void
  stop: () => void
}

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
  const listeners = new Set<() => void>()
  let state = await readState(client, builtIn, report)

  const services: Services = {
    loadPlaceFacts: (slug) => loadPlaceFacts(client, { slug }, now(), report),
    loadPlacement: (code) => loadPlacement(client, code, now(), report),
    loadCountryFacts: (country) => loadCountryFacts(client, country, now(), report),
    loadPlaceList: () => loadPlaceList(client, report),
    loadGuide: (slug) => loadGuide(client, slug, report),
    loadPublishers: () => loadPublishers(client, report),
    inlinePicture: (address) =>
      inlinePicture(address, fetchPicture).catch(
        (err: unknown) => void log.warn({ err }, 'A picture cannot be fetched'),
      ),
    languages: () => state.languages,
    offered: () => state.offered,
    countries: () => state.countries,
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

  function hear(_change: Change): void {
    pageCache.invalidate()
    for (const listener of listeners) listener()
    refresh().catch((err: unknown) => log.error({ err }, 'The languages cannot be read again'))
  }

  // A page made meanwhile spoke by the old table, so it goes too.
  async function refresh(): Promise<void> {
    const next = await readState(client, builtIn, report)
    const isSame = JSON.stringify(facts(next)) === JSON.stringify(facts(state))
    state = next
    if (!isSame) pageCache.invalidate()
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
async function readState(client: SanityClient, builtIn: Strings, report: Report) {
  const [changedWords, languages, places, known, isDemo] = await Promise.all([
    loadInterfaceText(client),
    loadLanguages(client),
    loadPlaceList(client),
    loadCountries(client, report),
    holdsDemo(client),
  ])
  const strings = overlayStrings(builtIn, changedWords)
  return {
    languages,
    changedWords,
    offered: offeredLanguages(strings, languages),
    countries: places.map(({ country }) => country),
    known,
    speak: createSpeaker({ strings, languages }),
    isDemo,
  }
}

function facts({ speak: _, known, ...plain }: State) {
  return { ...plain, known: [...known.values()] }
}
