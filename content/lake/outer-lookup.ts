import type { ExprNode } from 'groq-js'
import { conjunctsOf } from './candidates.ts'
import type { LakeDocument } from './document.ts'
import { byId } from './path-order.ts'
import { pathOf } from './tree.ts'
import type { View } from './view.ts'

/** Filters that ask for something of the document around them, such as `*[references(^._id)]`. */
export interface OuterLookup {
  /** What such a filter is to start from instead of everything; the filter still runs over it. */
  baseFor(condition: ExprNode): ExprNode | undefined
  /** To be asked first by groq-js' `dereference`: undefined for a true reference. */
  answer(ref: string): { found: readonly LakeDocument[] } | undefined
}

/** Begin the references that carry our questions through groq-js; no id has such a letter. */
const MARKS = { id: '\u0000id:', references: '\u0000references:' } as const

type Kind = keyof typeof MARKS

/** Looks up by the outer document's value once for each, through `dereference` as text search does. */
export function createOuterLookup(view: View): OuterLookup {
  return {
    baseFor(condition) {
      for (const part of conjunctsOf(condition)) {
        const asked = askedBy(part)
        if (asked) return baseOf(asked.kind, asked.value)
      }
      return undefined
    },
    answer(ref) {
      if (ref.startsWith(MARKS.id)) {
        const document = view.byId(ref.slice(MARKS.id.length))
        return { found: document ? [document] : [] }
      }
      if (!ref.startsWith(MARKS.references)) return undefined
      return { found: view.mayReference(ref.slice(MARKS.references.length)).sort(byId) }
    },
  }
}

function askedBy(part: ExprNode): { kind: Kind; value: ExprNode } | undefined {
  if (part.type === 'FuncCall' && part.namespace === 'global' && part.name === 'references') {
    const [only, ...more] = part.args
    const value = only && more.length === 0 ? seenFromOutside(only) : undefined
    return value && { kind: 'references', value }
  }
  if (part.type !== 'OpCall' || part.op !== '==') return undefined
  return equality(part.left, part.right) ?? equality(part.right, part.left)
}

function equality(field: ExprNode, other: ExprNode) {
  const path = pathOf(field)
  const value = seenFromOutside(other)
  if (!path || !value) return undefined
  if (path.length === 1 && path[0] === '_id') return { kind: 'id', value } as const
  return path.at(-1) === '_ref' ? ({ kind: 'references', value } as const) : undefined
}

/** A value of the document around a filter, as an expression that stands before the filter. */
function seenFromOutside(node: ExprNode): ExprNode | undefined {
  switch (node.type) {
    case 'Group':
      return seenFromOutside(node.base)
    case 'Parent':
      return node.n === 1 ? { type: 'This' } : { type: 'Parent', n: node.n - 1 }
    case 'AccessAttribute': {
      const base = node.base && seenFromOutside(node.base)
      return base && { ...node, base }
    }
    default:
      return undefined
  }
}

/** `coalesce(found, *)`: a value that is no text finds nothing here, and is left to the filter. */
function baseOf(kind: Kind, value: ExprNode): ExprNode {
  const mark: ExprNode = { type: 'Value', value: MARKS[kind] }
  const _ref: ExprNode = { type: 'OpCall', op: '+', left: mark, right: value }
  const base: ExprNode = {
    type: 'Object',
    attributes: [{ type: 'ObjectAttributeValue', name: '_ref', value: _ref }],
  }
  const found: ExprNode = { type: 'AccessAttribute', base: { type: 'Deref', base }, name: 'found' }
  return {
    type: 'FuncCall',
    namespace: 'global',
    name: 'coalesce',
    args: [found, { type: 'Everything' }],
  }
}
