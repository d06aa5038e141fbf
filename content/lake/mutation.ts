import { z } from 'zod'
import { jsonPath } from './json-path.ts'

/** Id of a document: as hosted, 128 characters at most. A trailing dot asks `create` to complete it. */
const id = z
  .string()
  .max(128)
  .regex(/^[A-Za-z0-9_][A-Za-z0-9._-]*$/, 'an id has letters, digits and ._- only')

const fullId = id.refine((value) => !value.endsWith('.'), 'only create completes an id')

const system = {
  _type: z.string().min(1).max(128),
  _createdAt: z.iso.datetime({ offset: true }).optional(),
}

const values = z.record(jsonPath, z.unknown())
const numbers = z.record(jsonPath, z.number())

const insert = z
  .strictObject({
    before: jsonPath.optional(),
    after: jsonPath.optional(),
    replace: jsonPath.optional(),
    items: z.array(z.unknown()),
  })
  .refine(
    ({ before, after, replace }) =>
      [before, after, replace].filter((path) => path !== undefined).length === 1,
    'insert takes exactly one of before, after and replace',
  )

/** Operators of a patch, applied in this order: setIfMissing, set, unset, diffMatchPatch, inc, dec, insert. */
export const patchOperations = z.strictObject({
  set: values.optional(),
  setIfMissing: values.optional(),
  unset: z.array(jsonPath).optional(),
  inc: numbers.optional(),
  dec: numbers.optional(),
  insert: insert.optional(),
  diffMatchPatch: z.record(jsonPath, z.string()).optional(),
})

const selection = {
  id: fullId.optional(),
  query: z
    .string()
    .max(64 * 1024)
    .optional(),
  params: z.record(z.string(), z.unknown()).optional(),
}

const selectsOnce = ({ id, query }: { id?: unknown; query?: unknown }) =>
  (id === undefined) !== (query === undefined)

const SELECTION_RULE = 'give either id or query'

/** Attributes of a document that is to be written whole. */
export const wholeDocument = z.looseObject({ _id: fullId, ...system })

/** The five kinds of mutation; each object has one of these keys and no other. */
export const MUTATION_SCHEMAS = {
  create: z.looseObject({ _id: id.optional(), ...system }),
  createIfNotExists: wholeDocument,
  createOrReplace: wholeDocument,
  delete: z
    .strictObject({ ...selection, purge: z.literal(false).optional() })
    .refine(selectsOnce, SELECTION_RULE),
  patch: patchOperations
    .extend({ ...selection, ifRevisionID: z.string().optional() })
    .refine(selectsOnce, SELECTION_RULE),
} as const

/** One change that somebody asks for. */
export type Mutation =
  | { kind: 'create'; document: z.infer<typeof MUTATION_SCHEMAS.create> }
  | { kind: 'createIfNotExists'; document: z.infer<typeof wholeDocument> }
  | { kind: 'createOrReplace'; document: z.infer<typeof wholeDocument> }
  | { kind: 'delete'; selection: z.infer<typeof MUTATION_SCHEMAS.delete> }
  | { kind: 'patch'; patch: z.infer<typeof MUTATION_SCHEMAS.patch> }

/** Operators of a patch without its selection. */
export type PatchOperations = z.infer<typeof patchOperations>
