import { isJsonObject, type LakeDocument } from './document.ts'
import { parseMutation } from './parse-mutation.ts'
import { patchDocument } from './patch-document.ts'

/**
 * What logged mutations make of a document: the same as they made then.
 *
 * @throws StepFailure where one does not fit what is there
 */
export function replay(
  before: LakeDocument | undefined,
  mutations: readonly unknown[],
  stamp: { transactionId: string; timestamp: string },
): unknown {
  let state: unknown = before
  for (const logged of mutations) {
    const mutation = parseMutation(logged)
    switch (mutation.kind) {
      case 'create':
      case 'createIfNotExists':
      case 'createOrReplace':
        // Logged with everything that the lake itself wrote into it.
        state = mutation.document
        break
      case 'delete':
        state = undefined
        break
      case 'patch': {
        const {
          id: _id,
          query: _query,
          params: _params,
          ifRevisionID: _rev,
          ...operations
        } = mutation.patch
        if (!isDocument(state)) throw new TypeError('a patch of a document that was not there')
        state = patchDocument(state, operations, stamp)
      }
    }
  }
  return state
}

function isDocument(value: unknown): value is LakeDocument {
  return isJsonObject(value) && typeof value['_id'] === 'string'
}
