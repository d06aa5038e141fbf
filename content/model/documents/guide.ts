import { z } from 'zod'
import { countryCode, day, placeSlug } from '../ids.ts'
import { languageTag } from '../language-tag.ts'
import { LIST_LIMIT, TEXT_LIMITS } from '../limits.ts'
import { rejection, textWithdrawal } from '../translation.ts'
import { documentBase } from './base.ts'

/** A span of text with marks, as Portable Text holds it. */
const span = z.object({
  _type: z.literal('span'),
  _key: z.string(),
  text: z.string(),
  marks: z.array(z.string()).default([]),
})

/** A paragraph, a heading or a list item of Portable Text. */
export const textBlock = z.object({
  _type: z.literal('block'),
  _key: z.string(),
  style: z.enum(['normal', 'h2', 'h3', 'blockquote']).default('normal'),
  listItem: z.enum(['bullet', 'number']).optional(),
  level: z.number().int().optional(),
  markDefs: z.array(z.unknown()).default([]),
  children: z.array(span),
})
export type TextBlock = z.infer<typeof textBlock>

/** Long prose, one document a language; the documents of one guide share their slug. */
export const guide = z.object({
  ...documentBase,
  _type: z.literal('guide'),
  slug: z.object({ _type: z.literal('slug').default('slug'), current: placeSlug }),
  language: languageTag,
  title: z.string().min(1).max(TEXT_LIMITS.name),
  summary: z.string().min(1).max(TEXT_LIMITS.line),
  audience: z.enum(['person', 'bystander', 'border-guard', 'police', 'labour-inspector']),
  body: z.array(textBlock).min(1).max(500),
  rights: z
    .array(
      z.object({
        _key: z.string(),
        jurisdiction: countryCode,
        source: z.string().max(TEXT_LIMITS.line),
      }),
    )
    .max(LIST_LIMIT)
    .optional(),
  origin: z.enum(['human', 'machine']),
  sourceHash: z.string(),
  submittedOn: day.optional(),
  rejected: rejection.optional(),
  approved: z
    .object({
      textHash: z.string(),
      approvedBy: z.string().min(1),
      approvedOn: day,
      approvedAt: z.iso.datetime().optional(),
    })
    .optional(),
  withdrawn: textWithdrawal.optional(),
})
