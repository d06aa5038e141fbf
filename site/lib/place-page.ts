import { helpView } from '#content/help/help-view.ts'
import type { PublicHelpFacts } from '#content/help/pledges.ts'
import type { CountryView, HelpView } from '#content/help/view.ts'
import { addDays, localParts, startOfDay } from '#content/help/zoned-time.ts'
import type { PlaceFacts } from '#content/model/facts.ts'
import { findLanguage } from '#content/model/languages.ts'
import { readShortCode, type ShortCode } from '#content/model/short-code.ts'
import { missing, viewCountry } from './missing-page.ts'
import type { Outcome } from './outcome.ts'
import { listingOf, type PartOfList, type PlaceListing, partOf } from './place-listing.ts'
import type { Visit } from './visit.ts'

/**
 * The page of a place, or of a country where the name has two letters, or one part of its places. `facts` are what its
 * help was made from.
 */
export type PlaceMatter =
  | {
      kind: 'place'
      view: HelpView
      facts: PublicHelpFacts[]
      country: string | undefined
      placeLanguages: string[]
      /** The day at the place (`YYYY-MM-DD`): a printed page says how old it is. */
      today: string
    }
  | { kind: 'country'; view: CountryView; facts: PublicHelpFacts[]; listing: PlaceListing }
  | { kind: 'part'; view: CountryView; list: PartOfList }

/** Help at `/{lang}/{place}` and `/{lang}/{country}`. Unlisted places are not found here, only by their code. */
export async function openPlace(
  visit: Visit,
  { lang = '', place: slug = '' }: { lang?: string | undefined; place?: string | undefined },
): Promise<Outcome<PlaceMatter>> {
  const { loadPlaceFacts } = visit.services
  const isLanguage = findLanguage(visit.services.languages(), lang) !== undefined
  if (/^[a-z]{2}$/.test(slug)) {
    const country = slug.toUpperCase()
    return isLanguage ? openCountry(visit, country) : missing(visit, 'language', { country })
  }
  const facts = await loadPlaceFacts(slug)
  if (!facts?.place.listed) return missing(visit, 'place')
  const found = viewPlace(visit, facts)
  if (isLanguage) return found
  const { name } = found.matter.view.place
  const href = `/${found.matter.view.lang}/${slug}`
  const [country] = facts.place.countries
  return missing(visit, 'language', { country, instead: { href, place: name } })
}

/** Help in a country and its places, or the part of them that the address asks for. */
async function openCountry(visit: Visit, country: string): Promise<Outcome<PlaceMatter>> {
  const { services, wanted, part } = visit
  const facts = await services.loadCountryFacts(country)
  if (facts === undefined) return missing(visit, 'country')
  const view = viewCountry(visit, facts)
  const { languages } = facts
  const lines = await services.listPlaces({ country, wanted, placeLanguages: languages })
  if (part === undefined) {
    const listing = listingOf(lines, view.lang)
    const matter = { kind: 'country' as const, view, facts: facts.helplines, listing }
    return { isFound: true, matter, validUntil: view.validUntil }
  }
  const list = partOf(lines, part, view.lang)
  if (list === undefined) return missing(visit, undefined, { country })
  return { isFound: true, matter: { kind: 'part', view, list }, validUntil: undefined }
}

/** Help behind a printed code at `/Q/{CODE}` and `/Q/{CODE}/{LANG}`. Codes that look alike are tried too. */
export async function openCode(
  visit: Visit,
  { code = '', lang }: { code?: string | undefined; lang?: string | undefined },
): Promise<Outcome<Extract<PlaceMatter, { kind: 'place' }> & { code: ShortCode }>> {
  const read = readShortCode(code)
  const found = read && (await visit.services.loadPlacement(read))
  if (!found) return missing(visit, 'code')
  const { code: printed } = found.placement
  const opened = viewPlace(visit, found.facts)
  const shown = { ...opened, matter: { ...opened.matter, code: printed } }
  const isTooLong = lang?.includes('/')
  if (lang === undefined || (visit.isChosen && !isTooLong)) return shown
  const [country] = found.facts.place.countries
  const instead = { href: `/Q/${found.placement.code}`, place: shown.matter.view.place.name }
  return missing(visit, isTooLong ? undefined : 'language', { country, instead })
}

function viewPlace({ services, wanted, at }: Visit, facts: PlaceFacts) {
  const { speak, now } = services
  const languages = services.languages()
  const moment = now()
  const view = helpView({ facts, languages, speak, wanted, at, now: moment })
  const { countries, zone } = facts.place
  const today = localParts(moment, zone).day
  const midnight = startOfDay(addDays(today, 1), zone)
  const country = countries.find((one) => one === at) ?? countries[0]
  const isRead = (tag: string) => findLanguage(languages, tag)?.audioOnly !== true
  const placeLanguages = [...facts.place.languages.filter(isRead), ...view.heardIn]
  const matter = {
    ...{ kind: 'place' as const, view, facts: facts.helplines },
    ...{ country, placeLanguages, today },
  }
  const validUntil = Math.min(midnight, view.validUntil ?? midnight)
  return { isFound: true as const, matter, validUntil }
}
