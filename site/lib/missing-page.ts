import { countryView } from '#content/help/country-view.ts'
import type { CountryView } from '#content/help/view.ts'
import type { CountryFacts } from '#content/model/country-facts.ts'
import type { Missing, MissingKind } from './outcome.ts'
import type { Visit } from './visit.ts'

/** Where it is not known which country the reader is in, so many are shown with their helplines. */
const MOST_COUNTRIES = 4

/** Help in place of what was not found: the helplines of the country, or of all where it is not known. */
export async function missing(
  visit: Visit,
  what: MissingKind | undefined,
  near: { country?: string | undefined; instead?: Missing['instead'] } = {},
): Promise<{ isFound: false; missing: Missing }> {
  const { country, instead } = near
  const known = country === undefined ? undefined : await visit.services.loadCountryFacts(country)
  const countries = known === undefined ? await viewCountries(visit) : [viewCountry(visit, known)]
  return {
    isFound: false,
    missing: { ...(what && { what }), countries, ...(instead && { instead }) },
  }
}

async function viewCountries(visit: Visit): Promise<CountryView[]> {
  const { loadCountryFacts, countryList } = visit.services
  const list = countryList().slice(0, MOST_COUNTRIES)
  const facts = await Promise.all(list.map(({ country }) => loadCountryFacts(country)))
  return facts.flatMap((one) => (one === undefined ? [] : [viewCountry(visit, one)]))
}

/** A country's help for this reader, now. */
export function viewCountry({ services, wanted }: Visit, facts: CountryFacts): CountryView {
  const { speak, now } = services
  return countryView({ facts, languages: services.languages(), speak, wanted, now: now() })
}
