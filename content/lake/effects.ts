import type { DocumentChange } from './commit.ts'
import type { LakeDocument } from './document.ts'
import { mendozaPatch } from './mendoza.ts'
import type { Operations } from './mendoza-opcode.ts'

/** Mendoza patches over a document without its `_rev`: `apply` goes forward, `revert` back. */
export interface Effects {
  apply: Operations
  revert: Operations
}

/** One change is told to many listeners. */
const known = new WeakMap<DocumentChange, Effects>()

/**
 * What a change did to its document. `[0, null]` forward is a deletion, back a creation.
 * `_rev` has no part in it, since the Studio takes it off before it applies a patch, and
 * patches count attributes.
 */
export function effectsOf(change: DocumentChange): Effects {
  const effects = known.get(change) ?? made(change)
  known.set(change, effects)
  return effects
}

function made({ before, after }: DocumentChange): Effects {
  const [old, current] = [withoutRevision(before), withoutRevision(after)]
  return { apply: mendozaPatch(old, current), revert: mendozaPatch(current, old) }
}

function withoutRevision(document: LakeDocument | undefined) {
  if (!document) return null
  const { _rev, ...rest } = document
  return rest
}
