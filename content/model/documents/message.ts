import { z } from 'zod'
import { topic } from '../exploitation.ts'
import { languageTag } from '../language-tag.ts'
import { LIST_LIMIT } from '../limits.ts'
import { pictogramId } from '../pictograms.ts'
import { translatedText } from '../translation.ts'
import { documentBase, imageWithRights, uploadedFile } from './base.ts'

/** A recording of one text in one language: approved like text, never holding numbers or hours. */
export const audio = z.object({
  _key: z.string(),
  language: languageTag,
  file: uploadedFile,
  sourceHash: z.string(),
  approvedBy: z.string().min(1).optional(),
})

/** What a poster or a slide says. `cover` marks ordinary help that anyone may be seen reading. */
export const message = z.object({
  ...documentBase,
  _type: z.literal('message'),
  heading: translatedText.min(1),
  body: translatedText,
  callToAction: translatedText,
  pictogram: pictogramId,
  topic,
  audience: z.enum(['person', 'bystander']),
  cover: z.boolean(),
  image: imageWithRights.optional(),
  audio: z.array(audio).max(LIST_LIMIT).optional(),
})
