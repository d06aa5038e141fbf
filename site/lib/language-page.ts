import { type CountryLine, countryLines } from '#content/help/country-lines.ts'
import { missing } from './missing-page.ts'
import type { Outcome } from './outcome.ts'
import type { Visit } from './visit.ts'

/** Countries at `/{lang}`; their places are on pages of their own. */
export async function openLanguage(visit: Visit): Promise<Outcome<CountryLine[]>> {
  if (!visit.isChosen) return missing(visit, 'language')
  const { services, wanted } = visit
  const { speak } = services
  const options = { languages: services.languages(), speak, wanted }
  const matter = countryLines(services.countryList(), options)
  return { isFound: true, matter, validUntil: undefined }
}
