import { z } from 'zod'
import { patchOperations, wholeDocument } from './mutation.ts'

const id = z.string().min(1).max(128)
const revision = z.string().optional()
// The log is append-only, so purging its history cannot be promised.
const purge = z.literal(false, 'history cannot be purged here').optional()

/** What each action takes, by its name without `sanity.action.document.`. */
export const ACTION_SCHEMAS = {
  create: z.strictObject({
    publishedId: id,
    attributes: wholeDocument,
    ifExists: z.enum(['fail', 'ignore']).optional(),
  }),
  replaceDraft: z.strictObject({ publishedId: id, attributes: wholeDocument }),
  edit: z.strictObject({ draftId: id, publishedId: id, patch: patchOperations }),
  publish: z.strictObject({
    draftId: id,
    publishedId: id,
    ifDraftRevisionId: revision,
    ifPublishedRevisionId: revision,
  }),
  unpublish: z.strictObject({ draftId: id, publishedId: id }),
  discard: z.strictObject({ draftId: id, purge }),
  delete: z.strictObject({
    publishedId: id,
    includeDrafts: z.array(id).optional(),
    purge,
  }),
  'version.create': z.union([
    z.strictObject({ publishedId: id, document: wholeDocument }),
    z.strictObject({ publishedId: id, baseId: id, versionId: id, ifBaseRevisionId: revision }),
  ]),
  'version.replace': z.strictObject({ document: wholeDocument }),
  'version.discard': z.strictObject({ versionId: id, purge }),
} as const
