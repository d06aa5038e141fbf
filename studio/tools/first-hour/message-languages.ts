import { z } from 'zod'
import { LAST_LANGUAGE } from '#content/model/languages.ts'
import { translatedText } from '#content/model/translation.ts'
import type { RawDocument } from './house.ts'

const LINES = ['heading', 'body', 'callToAction'] as const
const lines = z.object({
  heading: translatedText.default([]),
  body: translatedText.default([]),
  callToAction: translatedText.default([]),
})

/** In which languages every line of a message is written, submitted or approved; `en` among them. */
export function messageLanguages(message: RawDocument): {
  written: string[]
  submitted: string[]
  approved: string[]
} {
  const { data } = lines.safeParse(message)
  if (data === undefined) return { written: [], submitted: [], approved: [] }
  const tags = [...new Set(LINES.flatMap((line) => data[line].map(({ language }) => language)))]
  const everywhere = (is: (value: z.infer<typeof translatedText>[number]['value']) => boolean) =>
    tags.filter((tag) =>
      LINES.every((line) =>
        data[line].some(({ language, value }) => language === tag && is(value)),
      ),
    )
  return {
    written: everywhere(({ text }) => text.trim() !== ''),
    submitted: everywhere(
      ({ submittedOn, approved }) => submittedOn !== undefined || approved !== undefined,
    ),
    approved: everywhere(
      ({ approved, withdrawn }) => approved !== undefined && withdrawn === undefined,
    ),
  }
}

/** Languages other than the one that texts are written in first. */
export function translations(tags: readonly string[]): string[] {
  return tags.filter((tag) => tag !== LAST_LANGUAGE)
}
