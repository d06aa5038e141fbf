import { isFree, isRecord, type ProposedChange } from './refusal.ts'

/** What will be published once a transaction is kept. */
export type Published = {
  get: (id: string) => Record<string, unknown> | undefined
  ofType: (type: string) => Record<string, unknown>[]
}

/** What is published now, with what the changes make of it. */
export function publishedAfter(
  stored: readonly Record<string, unknown>[],
  changes: readonly ProposedChange[],
): Published {
  const byId = new Map(stored.map((document) => [String(document['_id']), document]))
  for (const change of changes) {
    if (change.after === undefined) byId.delete(change.id)
    else if (!isFree(change)) byId.set(change.id, change.after)
  }
  return {
    get: (id) => byId.get(id),
    ofType: (type) => [...byId.values()].filter((document) => document['_type'] === type),
  }
}

/** Id that a reference points to. */
export function refOf(value: unknown): string | undefined {
  return isRecord(value) && typeof value['_ref'] === 'string' ? value['_ref'] : undefined
}

/**
 * Whether a document is pointed to by a weak reference only: an import writes those while the other is still to
 * come, and a gate asks again once it comes.
 */
export function isAwaited(value: unknown): boolean {
  return isRecord(value) && value['_weak'] === true
}

/** Ids that a list of references points to. */
export function refsOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : []).flatMap((item) => refOf(item) ?? [])
}

/** The strings of a list. */
export function stringsOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : []).filter((item) => typeof item === 'string')
}
