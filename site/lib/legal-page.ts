import { runningCampaigns } from '#content/help/message-block.ts'
import { createScene } from '#content/help/scene.ts'
import { readShortCode } from '#content/model/short-code.ts'
import type { Country } from '#content/queries/load-countries.ts'
import type { Publisher } from '#content/queries/load-publishers.ts'
import type { LEGAL_PAGES } from './addresses.ts'
import { type Authority, authoritiesIn, type Party, partyOf } from './legal-matter.ts'
import { missing } from './missing-page.ts'
import type { Outcome } from './outcome.ts'
import type { Visit } from './visit.ts'

/** One of the legal pages. */
export type LegalName = (typeof LEGAL_PAGES)[number]

/** One of the legal pages: whom it names, and what it has to say of them. */
export type LegalMatter = {
  name: LegalName
  /** Whether everybody behind these pages is named: nothing was asked about. */
  isAll: boolean
  parties: Party[]
  /** Of data protection on the privacy page, of accessibility on the statement; none in the imprint. */
  authorities: Authority[]
  /** The acts that the accessibility statement is made under. */
  laws: string[]
  /** The last day on which one of them tested the pages. */
  testedOn: string | undefined
}

/** Whom an address asks about: an organisation, or those behind the page of a place, listed or by its code. */
type Asked = { of?: string; place?: string; code?: string }

/** Those behind something, and where. */
type Behind = { publishers: Publisher[]; countries: readonly string[] }

const AUTHORITIES = {
  imprint: undefined,
  privacy: 'dataProtectionAuthority',
  accessibility: 'accessibilityBody',
} as const

/** The imprint, privacy or accessibility page at `/{lang}/imprint` and so on, `?of=` an organisation. */
export async function openLegal(
  visit: Visit,
  name: LegalName,
  query: URLSearchParams,
): Promise<Outcome<LegalMatter>> {
  if (!visit.isChosen) return missing(visit, 'language')
  const { services } = visit
  const asked: Asked = Object.fromEntries(query)
  const facts = await findPlace(visit, asked)
  if (facts === 'missing') return missing(visit, asked.code === undefined ? 'place' : 'code')
  const scene = createScene({
    languages: services.languages(),
    speak: services.speak,
    wanted: visit.wanted,
    placeLanguages: [],
    countries: facts?.place.countries ?? [],
    zone: facts?.place.zone ?? 'UTC',
    now: services.now(),
  })
  const all = await services.loadPublishers()
  const running = facts && runningCampaigns(facts.campaigns, scene)
  const ids = running?.flatMap(({ organizations }) => organizations.map(({ id }) => id)) ?? []
  const chosen = all.filter(({ id }) =>
    asked.of === undefined ? ids.includes(id) : id.toLowerCase() === asked.of,
  )
  if (asked.of !== undefined && chosen.length === 0) return missing(visit, undefined)
  const publishers = chosen.length > 0 ? chosen : all
  const countries = countriesOf(visit, { publishers, countries: scene.countries })
  const sort = AUTHORITIES[name]
  const matter = {
    name,
    isAll: chosen.length === 0,
    parties: await Promise.all(
      publishers.map(async (one) => partyOf(one, await emblemOf(visit, name, one), scene)),
    ),
    authorities: sort === undefined ? [] : authoritiesIn(countries, sort, scene),
    laws: countries.flatMap(({ accessibilityLaw }) => accessibilityLaw ?? []),
    testedOn: publishers
      .flatMap(({ accessibilityTestedOn }) => accessibilityTestedOn ?? [])
      .toSorted()
      .at(-1),
  }
  return { isFound: true, matter, validUntil: scene.validUntil() }
}

async function findPlace({ services }: Visit, { of, place, code }: Asked) {
  if (of !== undefined || (place === undefined && code === undefined)) return undefined
  if (code === undefined) {
    const facts = await services.loadPlaceFacts(place ?? '')
    return facts?.place.listed ? facts : 'missing'
  }
  const read = readShortCode(code)
  return (read && (await services.loadPlacement(read))?.facts) ?? 'missing'
}

/** The emblem of who pays, where an imprint shows it. */
function emblemOf({ services }: Visit, page: LegalName, { funder }: Publisher) {
  return page === 'imprint' && funder?.emblem
    ? services.inlinePicture(funder.emblem.url)
    : undefined
}

/** The countries of the organisations; where they name none, those of the place. */
function countriesOf({ services }: Visit, { publishers, countries }: Behind): Country[] {
  const own = publishers.flatMap(({ country }) => country ?? [])
  const codes = new Set(own.length > 0 ? own : countries)
  return [...codes].flatMap((code) => services.countryOf(code) ?? [])
}
