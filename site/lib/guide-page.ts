import { fallbackChain } from '#content/model/languages.ts'
import type { GuideLanguage } from '#content/queries/guide-languages.ts'
import { missing } from './missing-page.ts'
import type { Outcome } from './outcome.ts'
import { type ProseBlock, readProse } from './prose.ts'
import type { Visit } from './visit.ts'

/** A guide in one language, and the languages that it has. */
export type GuideMatter = {
  audience: string
  guide: GuideLanguage
  prose: ProseBlock[]
  languages: string[]
}

/** A guide at `/{lang}/guide/{guide}`: in the reader's language, or the best that there is. */
export async function openGuide(
  visit: Visit,
  { guide: slug = '' }: { guide?: string | undefined },
): Promise<Outcome<GuideMatter>> {
  const { services, wanted, isChosen } = visit
  if (!isChosen) return missing(visit, 'language')
  const found = await services.loadGuide(slug)
  const chain = fallbackChain(services.languages(), wanted)
  const guide =
    chain.map((tag) => found?.languages.find(({ language }) => language === tag)).find(Boolean) ??
    found?.languages[0]
  if (found === undefined || guide === undefined) return missing(visit, 'guide')
  const languages = found.languages.map(({ language }) => language)
  const matter = { audience: found.audience, guide, prose: readProse(guide.body), languages }
  return { isFound: true, matter, validUntil: undefined }
}
