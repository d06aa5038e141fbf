import { z } from 'zod'

/** A document as the lake holds it: published, or drafted. */
export const rawDocument = z.looseObject({
  _id: z.string(),
  _type: z.string(),
  _createdAt: z.string().default(''),
})
export type RawDocument = z.infer<typeof rawDocument>

/** A document with both its versions. */
export type Paired = {
  id: string
  type: string
  createdAt: string
  draft?: RawDocument
  published?: RawDocument
  /** What is being worked on. */
  current: RawDocument
}

/** Everything of one organisation that its first hour is about, the newest first. */
export type House = {
  organization: Paired | undefined
  places: Paired[]
  helplines: Paired[]
  messages: Paired[]
  campaigns: Paired[]
  placements: Paired[]
  /** Whether the published numbers of a helpline, by its id, are others than those it was first published with. */
  changedNumbers: readonly string[]
}

/** Drafts and published versions put together, the newest document first. */
export function pairUp(documents: readonly RawDocument[]): Paired[] {
  const ids = [...new Set(documents.map(({ _id }) => publishedId(_id)))]
  return ids
    .flatMap((id) => {
      const published = documents.find(({ _id }) => _id === id)
      const draft = documents.find(({ _id }) => _id === `drafts.${id}`)
      const current = draft ?? published
      if (current === undefined) return []
      const createdAt = published?._createdAt ?? current._createdAt
      const versions = { ...(draft && { draft }), ...(published && { published }) }
      return [{ id, type: current._type, createdAt, current, ...versions }]
    })
    .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
}

/** The id without what marks a draft. */
export function publishedId(id: string): string {
  return id.replace(/^drafts\./, '')
}

const reference = z.object({ _ref: z.string() })

/** Ids that a field refers to, be it one reference or a list; empty where there is none. */
export function refsOf(document: RawDocument, field: string): string[] {
  const one = reference.safeParse(document[field]).data
  if (one !== undefined) return [one._ref]
  return (z.array(reference).safeParse(document[field]).data ?? []).map(({ _ref }) => _ref)
}

/** The items of a list; empty where there is none. */
export function itemsOf(document: RawDocument, field: string): unknown[] {
  const found = document[field]
  return Array.isArray(found) ? found : []
}
