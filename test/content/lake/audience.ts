import type { Audience } from '../../../content/lake/rights.ts'

/** Sees no document that is `hidden`, and of the others not what is `inner`. */
export const OUTSIDERS: Audience = {
  key: 'outsiders',
  see(document) {
    const { inner, hidden, ...rest } = document
    if (hidden === true) return undefined
    const { _id, _type, _rev, _createdAt, _updatedAt } = document
    return inner === undefined ? document : { ...rest, _id, _type, _rev, _createdAt, _updatedAt }
  },
}
