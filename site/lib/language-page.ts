import type { CountryView } from '#content/help/view.ts'
import { missing, viewCountries } from './missing-page.ts'
import type { Outcome } from './outcome.ts'
import type { Visit } from './visit.ts'

/** Countries and their places at `/{lang}`. */
export async function openLanguage(visit: Visit): Promise<Outcome<CountryView[]>> {
  if (!visit.isChosen) return missing(visit, 'language')
  const matter = await viewCountries(visit)
  const moments = matter.flatMap(({ validUntil }) => validUntil ?? [])
  return {
    isFound: true,
    matter,
    validUntil: moments.length > 0 ? Math.min(...moments) : undefined,
  }
}
