import { z } from 'zod'
import { topic } from '../exploitation.ts'
import { pictogramId } from '../pictograms.ts'
import { translatedText } from '../translation.ts'
import { documentBase, imageWithRights } from './base.ts'
import { recordings, textReviews } from './recording.ts'

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
  audio: recordings.optional(),
  textReviews: textReviews.optional(),
})
