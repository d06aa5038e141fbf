import { z } from 'zod'
import { documentId } from '../ids.ts'

/** What every document in the Content Lake has; the lake sets revision and times. */
export const documentBase = {
  _id: documentId,
  _rev: z.string().optional(),
  _createdAt: z.string().optional(),
  _updatedAt: z.string().optional(),
}

/** Reference to uploaded bytes, as Sanity stores it. */
const asset = z.object({
  _type: z.literal('reference').default('reference'),
  _ref: z.string(),
})

/** Any uploaded file. */
export const uploadedFile = z.object({ _type: z.literal('file').default('file'), asset })

/** An uploaded image with the rights that must be on file before it is shown. */
export const imageWithRights = z.object({
  _type: z.literal('image').default('image'),
  asset,
  alternative: z.string().min(1).max(300),
  noRestraints: z.literal(true),
  noInjury: z.literal(true),
  notSexualised: z.literal(true),
  consentOnFile: z.literal(true),
})
