import type { ExprNode } from 'groq-js'
import { candidatesOf, countBelow, type Sources, typeOf } from './candidates.ts'
import type { LakeDocument } from './document.ts'
import type { OrderedList } from './ordered-list.ts'
import { type AttributePath, comparableAt, compareValues } from './path-order.ts'
import { pathOf, someNode } from './tree.ts'

/** What is needed to look for the first documents of a pipeline. */
export interface Walk extends Sources {
  /** Evaluates a tree that stands on its own; the result is an array. */
  evaluate(tree: ExprNode): unknown[]
  /** Plans what stands within a condition. */
  plan(node: ExprNode): ExprNode
}

/** Documents looked at first; each further portion is twice as large. */
const FIRST_PORTION = 32
const LARGEST_PORTION = 4096

/** With fewer candidates than this, sorting them is faster than walking along an order. */
const FEW = 256

/**
 * The first documents of `*[...] | order(...)`, without sorting everything: portions of an index
 * go through filter and order until there are enough. Undefined where this does not help.
 */
export function firstInOrder(node: ExprNode, count: number, walk: Walk): unknown[] | undefined {
  const pipeline = pipelineOf(node)
  if (!pipeline) return undefined
  const { filter, order } = pipeline
  const stands = [filter, ...order].every((part) => !part || !reachesOut(part))
  if (!stands) return undefined
  if (filter) {
    const found = candidatesOf(filter, walk)
    if (found && found.size <= FEW) return undefined
  }
  const type = filter && typeOf(filter)
  const [first] = order
  const path = first ? orderedPath(first) : ['_id']
  const sorted = path && walk.view.sortedBy(path, type)
  if (!path || !sorted) return undefined

  const planned = filter && walk.plan(filter)
  const found: unknown[] = []
  const isDescending = first?.type === 'Desc'
  // Whoever reads on from where they stopped does not walk through all that came before.
  const start = filter ? countBelow(filter, path, sorted) : 0
  const isWhole = order.length > 1
  for (const portion of portions(sorted, path, { isDescending, isWhole, start })) {
    if (found.length >= count) break
    const base: ExprNode = { type: 'Value', value: portion }
    const kept: ExprNode = planned ? { type: 'Filter', base, expr: planned } : base
    const tree: ExprNode = first
      ? { type: 'PipeFuncCall', base: kept, name: 'order', args: order }
      : kept
    for (const item of walk.evaluate(tree)) found.push(item)
  }
  return found.slice(0, count)
}

interface Pipeline {
  filter?: ExprNode
  order: ExprNode[]
}

function pipelineOf(node: ExprNode): Pipeline | undefined {
  switch (node.type) {
    case 'Group':
      return pipelineOf(node.base)
    case 'Everything':
      return { order: [] }
    case 'Filter':
      return node.base.type === 'Everything' ? { filter: node.expr, order: [] } : undefined
    case 'PipeFuncCall': {
      const inner = node.name === 'order' ? pipelineOf(node.base) : undefined
      return inner && inner.order.length === 0 ? { ...inner, order: node.args } : undefined
    }
    default:
      return undefined
  }
}

function reachesOut(part: ExprNode): boolean {
  return someNode(part, ({ type }) => type === 'Parent')
}

function orderedPath(key: ExprNode): AttributePath | undefined {
  return pathOf(key.type === 'Asc' || key.type === 'Desc' ? key.base : key)
}

/**
 * Walks along an order from its beginning or, descending, from its end. No document of a later
 * portion comes before one of an earlier. `isWhole`: documents with an equal value stay together,
 * because further keys are going to order them. Those before `start` are left out.
 */
function* portions(
  sorted: OrderedList<LakeDocument>,
  path: AttributePath,
  {
    isDescending,
    isWhole,
    start: first,
  }: { isDescending: boolean; isWhole: boolean; start: number },
): Generator<LakeDocument[]> {
  const startOfRun = (place: number) => countUpTo(sorted, path, place, (order) => order < 0)
  const endOfRun = (place: number) => countUpTo(sorted, path, place, (order) => order <= 0)
  let size = FIRST_PORTION
  const grow = () => {
    size = Math.min(size * 2, LARGEST_PORTION)
  }
  if (!isDescending) {
    for (let start = first; start < sorted.size; grow()) {
      const end = Math.min(start + size, sorted.size)
      const stop = isWhole ? endOfRun(end - 1) : end
      yield sorted.slice(start, stop)
      start = stop
    }
    return
  }
  for (let end = sorted.size; end > first; ) {
    const lastRun = startOfRun(end - 1)
    if (!isWhole && end - lastRun > size) {
      // Equals stay in order of `_id`: a long run of them is walked forwards.
      for (let start = lastRun; start < end; start += size) {
        yield sorted.slice(start, Math.min(start + size, end))
      }
      end = lastRun
    } else {
      const place = Math.max(0, end - size)
      const run = startOfRun(place)
      // A long run that begins before is left for the next turn.
      const start = !isWhole && run < lastRun && place - run > size ? endOfRun(place) : run
      yield sorted.slice(start, end)
      end = start
    }
    grow()
  }
}

function countUpTo(
  sorted: OrderedList<LakeDocument>,
  path: AttributePath,
  place: number,
  isBefore: (order: number) => boolean,
): number {
  const document = sorted.at(place)
  if (!document) return place
  const value = comparableAt(document, path)
  return sorted.countBefore((other) => isBefore(compareValues(comparableAt(other, path), value)))
}
