import { z } from 'zod'
import { countryCode } from '../ids.ts'
import { languageTag } from '../language-tag.ts'
import { LIST_LIMIT, TEXT_LIMITS } from '../limits.ts'
import { pieceId } from '../pieces.ts'
import { translatedText } from '../translation.ts'
import { documentBase } from './base.ts'

/** What the law of a place asks of a printed piece. Sizes in typographic points (1/72 inch). */
export const lawProfile = z.object({
  ...documentBase,
  _type: z.literal('lawProfile'),
  name: z.string().min(1).max(TEXT_LIMITS.name),
  country: countryCode,
  region: z.string().max(TEXT_LIMITS.name).optional(),
  smallestPiece: pieceId.optional(),
  smallestPoints: z.number().positive().optional(),
  statements: z
    .array(z.object({ _key: z.string(), text: translatedText }))
    .max(LIST_LIMIT)
    .default([]),
  languages: z.array(languageTag).max(LIST_LIMIT).default([]),
  imprint: z.object({ printer: z.boolean(), publisher: z.boolean() }),
  source: z.string().min(1).max(TEXT_LIMITS.line),
})
