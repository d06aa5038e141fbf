import type { ExprNode } from 'groq-js'
import { candidatesOf } from './candidates.ts'
import { firstInOrder, type Walk } from './first-in-order.ts'
import type { OuterLookup } from './outer-lookup.ts'
import { isNode } from './tree.ts'

/** With so few candidates, nothing is looked up for each outer document. */
const FEW = 4

/** What a plan is made with. */
export interface Planning extends Omit<Walk, 'plan'> {
  outer: OuterLookup
  /** Puts a watch on documents that groq-js is going to walk through. */
  watch<T>(documents: readonly T[]): readonly T[]
}

/**
 * Rewrites a query so that `*[...]` starts from candidates instead of everything, and that a slice
 * of an order starts from its first documents. Candidates are a superset in the view's own order
 * and the filter still runs over them, so the result is the same as without.
 */
export function plan(tree: ExprNode, planning: Planning): ExprNode {
  return planIn(tree, planning, false)
}

function planIn(tree: ExprNode, planning: Planning, isHidden: boolean): ExprNode {
  const planned = rewrite(tree, planning, isHidden)
  return isNode(planned) ? planned : tree
}

/** `isHidden`: `^` does not see the present value, as right within what is done to each item of a list. */
function rewrite(value: unknown, planning: Planning, isHidden: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => rewrite(item, planning, isHidden))
  if (typeof value !== 'object' || value === null) return value
  if (!isNode(value)) return rewriteChildren(value, planning, isHidden)
  if (value.type === 'Value') return value
  const limit = limitOf(value)
  if (limit !== undefined && 'base' in value && isNode(value.base)) {
    const base = limited(value.base, limit, planning)
    if (base) return { ...value, base }
  }
  const searched = planning.text.translate(value)
  if (searched) return searched
  const copy = rewriteChildren(value, planning, isHidden)
  if (value.type !== 'Filter' || value.base.type !== 'Everything') return copy
  const found = candidatesOf(value.expr, planning)
  const base =
    found && found.size <= FEW ? undefined : !isHidden && planning.outer.baseFor(value.expr)
  if (base) return { ...copy, base }
  return found ? { ...copy, base: valueNode(planning.watch(found.list())) } : copy
}

function rewriteChildren(node: object, planning: Planning, isHidden: boolean) {
  const type = isNode(node) ? node.type : ''
  const isHiddenIn = (name: string) => {
    if (name === 'expr') return type === 'Map' || type === 'FlatMap'
    // The keys of `order()` and `score()` are asked of each item.
    return name === 'args' && type === 'PipeFuncCall' ? false : isHidden
  }
  return Object.fromEntries(
    Object.entries(node).map(([name, child]) => [name, rewrite(child, planning, isHiddenIn(name))]),
  )
}

/** How many items a node takes from the beginning of its base; undefined where it may take more. */
function limitOf(node: ExprNode): number | undefined {
  if (node.type === 'AccessElement') return node.index < 0 ? undefined : node.index + 1
  if (node.type !== 'Slice' || node.left < 0 || node.right < 0) return undefined
  return node.right + (node.isInclusive ? 1 : 0)
}

function limited(base: ExprNode, count: number, planning: Planning): ExprNode | undefined {
  if (base.type === 'Group') return limited(base.base, count, planning)
  if (base.type === 'Map') {
    // One item makes one: the limit goes for the base as well.
    const inner = limited(base.base, count, planning)
    return inner && { ...base, base: inner, expr: planIn(base.expr, planning, true) }
  }
  const found = firstInOrder(base, count, { ...planning, plan: (node) => plan(node, planning) })
  return found && valueNode(found)
}

function valueNode(value: readonly unknown[]): ExprNode {
  return { type: 'Value', value }
}
