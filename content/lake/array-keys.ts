import { isJsonObject } from './document.ts'
import type { Mutation } from './mutation.ts'

/**
 * The mutation with a `_key` in every object that stands in an array without one, so that
 * each can be addressed by several authors at once. Asked for by `autoGenerateArrayKeys`.
 */
export function withArrayKeys(mutation: Mutation, randomKey: () => string): Mutation {
  switch (mutation.kind) {
    case 'create':
      return { ...mutation, document: keyed(mutation.document, randomKey) }
    case 'createIfNotExists':
    case 'createOrReplace':
      return { ...mutation, document: keyed(mutation.document, randomKey) }
    case 'patch': {
      const { set, setIfMissing, insert, ...patch } = mutation.patch
      return {
        kind: 'patch',
        patch: {
          ...patch,
          ...(set && { set: keyed(set, randomKey) }),
          ...(setIfMissing && { setIfMissing: keyed(setIfMissing, randomKey) }),
          ...(insert && { insert: keyed(insert, randomKey) }),
        },
      }
    }
    case 'delete':
      return mutation
  }
}

function keyed<T extends object>(value: T, randomKey: () => string): T {
  const copy = structuredClone(value)
  addKeys(copy, randomKey)
  return copy
}

/** Writes into the value, which has to be our own copy. */
function addKeys(value: unknown, randomKey: () => string): void {
  if (Array.isArray(value)) {
    for (const item of value) {
      if (isJsonObject(item) && item['_key'] === undefined) item['_key'] = randomKey()
      addKeys(item, randomKey)
    }
  } else if (isJsonObject(value)) {
    for (const child of Object.values(value)) addKeys(child, randomKey)
  }
}
