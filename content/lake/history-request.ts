import { z } from 'zod'
import { refuse } from './errors.ts'
import { LIMITS } from './limits.ts'

/** A time in the log's own form, so that both compare as text. */
const time = z.iso
  .datetime({ offset: true, error: 'a time is written as 2026-01-31T12:00:00Z' })
  .transform((text) => new Date(text).toISOString())

const flag = z.stringbool({ truthy: ['true'], falsy: ['false'] }).default(false)

const pageSize = z.coerce
  .number()
  .int()
  .min(1)
  .max(LIMITS.historyPage, `at most ${LIMITS.historyPage}`)
  .default(100)

/** An empty value counts as none: the Studio sends some. */
const id = z
  .string()
  .transform((text) => text || undefined)
  .optional()

/** Parameters of each address under `data/history`; those not named here are passed over. */
export const HISTORY_PARAMETERS = {
  transactions: z.object({
    fromTransaction: id,
    toTransaction: id,
    fromTime: time.optional(),
    toTime: time.optional(),
    authors: z
      .string()
      .transform((text) => text.split(','))
      .optional(),
    limit: pageSize,
    reverse: flag,
    excludeContent: flag,
    excludeMutations: flag,
    includeIdentifiedDocumentsOnly: flag,
    effectFormat: z.literal('mendoza', 'only mendoza is known').optional(),
  }),
  documents: z
    .object({ revision: z.string().optional(), time: time.optional(), lastRevision: flag })
    .refine(
      ({ revision, time: at, lastRevision }) =>
        [revision !== undefined, at !== undefined, lastRevision].filter(Boolean).length === 1,
      'give exactly one of revision, time and lastRevision',
    ),
  audit: z.object({
    from: time.optional(),
    to: time.optional(),
    document: id,
    who: id,
  }),
  events: z.object({ limit: pageSize, nextCursor: id }),
} as const

/**
 * Reads the parameters of a request.
 *
 * @throws LakeError 400 that names the parameter
 */
export function readParameters<S extends z.ZodType>(request: Request, schema: S): z.output<S> {
  const address = new URL(request.url).searchParams
  const result = schema.safeParse(Object.fromEntries(address))
  if (result.success) return result.data
  const [issue] = result.error.issues
  const name = issue?.path.join('.')
  throw refuse(400, `${name ? `The parameter "${name}"` : 'The request'}: ${issue?.message}`)
}

/**
 * Reads the list of ids in an address.
 *
 * @throws LakeError 400 where there are too many
 */
export function readIds(ids: string): string[] {
  const list = [...new Set(ids.split(',').filter((one) => one !== ''))]
  if (list.length > LIMITS.documentsPerHistory) {
    throw refuse(400, `The history of ${LIMITS.documentsPerHistory} documents at most at once`)
  }
  return list
}
