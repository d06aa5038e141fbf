import type { SanityClient } from 'sanity'
import { type Incoming, patchOf, translatedGuide } from '#content/exchange/xliff/apply-xliff.ts'
import type { IncomingText } from '#content/exchange/xliff/compare-xliff.ts'
import type { ExportedDocument } from '#content/exchange/xliff/make-xliff.ts'
import type { TextPatch } from '#content/model/text-patch.ts'
import type { StoredDocument } from './exchanged-documents.ts'
import type { Fields, ImportChange } from './import-change.ts'
import { bareId } from './matrix-state.ts'

/** What became of one document's texts. `conflict`: somebody wrote in it since it was compared; nothing was written. */
export type Written = { change: ImportChange } | 'conflict' | 'incomplete'

export type ImportedDocument = ExportedDocument & { document: StoredDocument }

/**
 * Writes one document's translations into its draft, all or none. `isUnchanged` holds them against the document once
 * more, so that somebody else's words are never written over.
 *
 * @throws whatever the client throws, where it could not be asked or has refused
 */
export async function writeDocument(
  client: SanityClient,
  { document, translation }: ImportedDocument,
  texts: readonly IncomingText[],
  incoming: Incoming,
): Promise<Written> {
  const { language } = incoming
  const about = { texts, language, title: texts[0]?.title ?? document._id }
  if (document._type === 'guide') {
    const fields = translatedGuide({ source: document, translation }, texts, incoming)
    if (fields === undefined) return 'incomplete'
    const target = idAndRevision(translation)
    const id = target?.id ?? guideId(document, language)
    const { audience, slug } = document
    const begun = { _type: 'guide', audience, slug, language, ...fields }
    const patch: TextPatch = { set: fields, unset: ['rejected'], insert: [] }
    return writeDraft(client, { id, rev: target?.rev, patch, begun, about })
  }
  const patch = patchOf(texts, incoming)
  return writeDraft(client, { id: document._id, rev: document._rev, patch, about })
}

type Draft = {
  id: string
  /** Of the version that was compared; absent where there was none. */
  rev: string | undefined
  patch: TextPatch
  /** The document to begin with where there is none. */
  begun?: { _type: string } & Record<string, unknown>
  about: Pick<ImportChange, 'title' | 'language' | 'texts'>
}

async function writeDraft(
  client: SanityClient,
  { id, rev, patch, begun, about }: Draft,
): Promise<Written> {
  const draftId = `drafts.${bareId(id)}`
  const versions = await client.getDocuments<Record<string, unknown>>([draftId, bareId(id)])
  const [draft, published] = versions
  const current = draft ?? published
  if (current?._rev !== rev) return 'conflict'
  const transaction = client.transaction()
  if (draft) {
    const target = { id: draftId, rev: draft._rev }
    for (const one of patchesFor(client, target, patch)) transaction.patch(one)
  } else if (published) {
    const { _rev, _createdAt, _updatedAt, ...content } = published
    transaction.create({ ...content, _id: draftId })
    for (const one of patchesFor(client, { id: draftId }, patch)) transaction.patch(one)
  } else if (begun) {
    transaction.create({ ...begun, _id: draftId })
  }
  try {
    const written = await transaction.commit<Fields>({ visibility: 'sync', returnDocuments: true })
    const after = written.findLast(({ _id }) => _id === draftId) ?? {}
    const documentId = bareId(id)
    const isNewDraft = draft === null
    return {
      change: { ...about, documentId, draftId, before: current ?? undefined, after, isNewDraft },
    }
  } catch (error) {
    if (statusOf(error) === 409) return 'conflict'
    throw error
  }
}

/** The patches of a transaction: one holds a single insertion. */
function patchesFor(
  client: SanityClient,
  target: { id: string; rev?: string },
  { set, unset, insert }: TextPatch,
) {
  const first = client.patch(target.id, { set, ...(unset.length > 0 && { unset }) })
  return [
    target.rev === undefined ? first : first.ifRevisionId(target.rev),
    ...insert.map(({ after, items }) => client.patch(target.id).insert('after', after, items)),
  ]
}

function idAndRevision(document: unknown): { id: string; rev: string } | undefined {
  if (typeof document !== 'object' || document === null) return undefined
  if (!('_id' in document && '_rev' in document)) return undefined
  return { id: bareId(String(document._id)), rev: String(document._rev) }
}

/** The same for each try, so that no guide is begun twice. */
function guideId({ slug, _id }: StoredDocument, language: string): string {
  return `guide-${slug?.current ?? _id}-${language}`
}

/** The status that the lake answered; undefined where it was not reached. */
export function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return undefined
  return typeof error.statusCode === 'number' ? error.statusCode : undefined
}
