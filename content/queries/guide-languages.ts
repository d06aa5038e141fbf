import { z } from 'zod'
import { guide as guideDocument } from '#content/model/documents/guide.ts'
import type { PublicGuide } from '#content/model/facts.ts'
import { guideText } from '#content/model/guide-text.ts'
import { textHash } from '#content/model/text-hash.ts'
import { type Report, readEach } from './read-result.ts'

const { language, title, summary, audience, body, rights } = guideDocument.shape

/** One language of a guide as the query gives it. */
const storedGuide = z.object({
  slug: z.string(),
  language,
  title,
  summary,
  audience,
  body,
  rights,
  approvedHash: z.string().optional(),
})

/** One language of a guide, let out by a reviewer. */
export type GuideLanguage = Pick<
  z.infer<typeof storedGuide>,
  'language' | 'title' | 'summary' | 'body' | 'rights'
>
/** A guide in all languages it is approved in: the public facts, and the whole prose. */
export type WholeGuide = PublicGuide & { languages: GuideLanguage[] }

/** Joins documents to guides by their slug. A text that is not the one approved is left out. */
export function guidesOf(answers: readonly unknown[], report: Report): WholeGuide[] {
  const guides = new Map<string, WholeGuide>()
  for (const stored of readEach(storedGuide, answers, report)) {
    if (stored.approvedHash !== textHash(guideText(stored))) continue
    const guide = guides.get(stored.slug) ?? {
      slug: stored.slug,
      audience: stored.audience,
      title: [],
      summary: [],
      languages: [],
    }
    guide.title.push({ language: stored.language, text: stored.title })
    guide.summary.push({ language: stored.language, text: stored.summary })
    guide.languages.push(stored)
    guides.set(stored.slug, guide)
  }
  return [...guides.values()]
}
