import { z } from 'zod'
import { day, reference } from '../ids.ts'
import { languageTag } from '../language-tag.ts'
import { LIST_LIMIT, TEXT_LIMITS } from '../limits.ts'
import { placeKind } from '../place-kinds.ts'
import { documentBase } from './base.ts'

/** Who says what, where and when. `from` and `to` are days in the zone of each place, both included. */
export const campaign = z
  .object({
    ...documentBase,
    _type: z.literal('campaign'),
    name: z.string().min(1).max(TEXT_LIMITS.name),
    organizations: z.array(reference).min(1).max(LIST_LIMIT),
    places: z.array(reference).max(LIST_LIMIT).default([]),
    placeKinds: z.array(placeKind).max(LIST_LIMIT).default([]),
    messages: z.array(reference).min(1).max(LIST_LIMIT),
    languages: z.array(languageTag).min(1).max(LIST_LIMIT),
    from: day,
    to: day.optional(),
    lawProfile: reference.optional(),
    /** Name and address of who prints, where the law asks for it. */
    printer: z.string().max(TEXT_LIMITS.line).optional(),
  })
  .refine((it) => it.to === undefined || it.to >= it.from, {
    path: ['to'],
    message: 'The last day is before the first: swap them',
  })
