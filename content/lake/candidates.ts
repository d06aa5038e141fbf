import type { ExprNode } from 'groq-js'
import type { LakeDocument } from './document.ts'
import type { OrderedList } from './ordered-list.ts'
import {
  type AttributePath,
  byId,
  type Comparable,
  comparableAt,
  compareValues,
  isComparable,
  kindRank,
} from './path-order.ts'
import type { TextSearch } from './text-search.ts'
import { constantOf, pathOf } from './tree.ts'
import type { View } from './view.ts'

/** Documents that can satisfy a condition: a superset. */
export interface Candidates {
  size: number
  /** In order of `_id`. */
  list(): readonly LakeDocument[]
}

/** Where candidates are looked for. */
export interface Sources {
  view: View
  text: TextSearch
}

/** With so few, no other part of the condition is asked. */
const FEW = 32

/** Documents that can satisfy a condition, or undefined where the indexes say nothing about it. */
export function candidatesOf(
  condition: ExprNode,
  sources: Sources,
  type?: string,
): Candidates | undefined {
  const parts = conjunctsOf(condition)
  const [onlyType = type] = parts.flatMap(typeAskedBy)
  let best: Candidates | undefined
  for (const part of parts) {
    if (best && best.size <= FEW) break
    const found = ofPart(part, sources, onlyType)
    if (found && (!best || found.size < best.size)) best = found
  }
  return best
}

/** The one type that a condition allows, where it says so outright. */
export function typeOf(condition: ExprNode): string | undefined {
  return conjunctsOf(condition).flatMap(typeAskedBy)[0]
}

/** How many documents of an order come before all that a condition allows: those below its lower limits on that path. */
export function countBelow(
  condition: ExprNode,
  path: AttributePath,
  sorted: OrderedList<LakeDocument>,
): number {
  const limits = conjunctsOf(condition).map((part) => lowerLimit(part, path))
  return Math.max(0, ...limits.map((limit) => (limit ? startOf(sorted, path, limit) : 0)))
}

function lowerLimit(part: ExprNode, path: AttributePath): Edge | undefined {
  if (part.type !== 'OpCall') return undefined
  const isGreater = part.op === '>' || part.op === '>='
  const isLess = part.op === '<' || part.op === '<='
  const asked = isGreater
    ? sides(part.left, part.right)
    : isLess
      ? sides(part.right, part.left)
      : undefined
  if (asked?.path.join('.') !== path.join('.') || !isComparable(asked.value)) return undefined
  return [asked.value, part.op.endsWith('=')]
}

/** The conditions that all have to hold. */
export function conjunctsOf(node: ExprNode): ExprNode[] {
  if (node.type === 'Group') return conjunctsOf(node.base)
  return node.type === 'And' ? [node.left, node.right].flatMap(conjunctsOf) : [node]
}

function typeAskedBy(node: ExprNode): string[] {
  if (node.type !== 'OpCall' || node.op !== '==') return []
  const { path, value } = sides(node.left, node.right) ?? sides(node.right, node.left) ?? {}
  return path?.join('.') === '_type' && typeof value === 'string' ? [value] : []
}

function ofPart(node: ExprNode, sources: Sources, type?: string): Candidates | undefined {
  const { view, text } = sources
  switch (node.type) {
    case 'Or':
      return union([
        candidatesOf(node.left, sources, type),
        candidatesOf(node.right, sources, type),
      ])
    case 'FuncCall':
      return node.namespace === 'global' && node.name === 'references'
        ? referring(node.args, view)
        : undefined
    case 'InRange':
      return between(node, view, type)
    case 'OpCall':
      switch (node.op) {
        case '==': {
          const asked = sides(node.left, node.right) ?? sides(node.right, node.left)
          return asked && equal(asked.path, [asked.value], view, type)
        }
        case 'in':
          return among(node.left, node.right, view, type)
        case 'match': {
          const found = text.candidates(node)
          return found && { size: found.length, list: () => found }
        }
        case '<':
        case '<=':
        case '>':
        case '>=':
          return beyond(node, view, type)
        default:
          return undefined
      }
    default:
      return undefined
  }
}

function sides(field: ExprNode, other: ExprNode) {
  const path = pathOf(field)
  const constant = constantOf(other)
  return path && constant && { path, value: constant.value }
}

function among(left: ExprNode, right: ExprNode, view: View, type: string | undefined) {
  const asked = sides(left, right)
  if (asked && Array.isArray(asked.value)) return equal(asked.path, asked.value, view, type)
  const constant = constantOf(left)
  return typeof constant?.value === 'string' && endsInReference(right)
    ? referringTo([constant.value], view)
    : undefined
}

/** Whether a node reads the `_ref` of every item of a list, as in `places[]._ref`. */
function endsInReference(node: ExprNode): boolean {
  return node.type === 'Map' && pathOf(node.expr)?.at(-1) === '_ref'
}

function equal(path: AttributePath, values: unknown[], view: View, type: string | undefined) {
  const sought = [...new Set(values)]
  const texts = sought.filter((value) => typeof value === 'string')
  if (path.length === 1 && path[0] === '_id') {
    const found = texts.flatMap((id) => view.byId(id) ?? []).sort(byId)
    return { size: found.length, list: () => found }
  }
  if (path.length === 1 && path[0] === '_type') {
    return union(texts.map((name) => whole(view.ofType(name))))
  }
  if (path.at(-1) === '_ref' && texts.length === sought.length) return referringTo(texts, view)
  // `null` is also what everything without a value of its own is, and too much to be of use.
  if (!sought.every(isComparable)) return undefined
  const sorted = view.sortedBy(path, type)
  return sorted && union(sought.map((value) => range(sorted, path, [value, true], [value, true])))
}

function beyond(
  node: Extract<ExprNode, { type: 'OpCall' }>,
  view: View,
  type: string | undefined,
): Candidates | undefined {
  const straight = sides(node.left, node.right)
  const asked = straight ?? sides(node.right, node.left)
  if (!asked || !isComparable(asked.value)) return undefined
  const sorted = view.sortedBy(asked.path, type)
  if (!sorted) return undefined
  const edge: Edge = [asked.value, node.op.endsWith('=')]
  const isUpper = node.op.startsWith('<') === (straight !== undefined)
  return isUpper ? range(sorted, asked.path, undefined, edge) : range(sorted, asked.path, edge)
}

function between(
  node: Extract<ExprNode, { type: 'InRange' }>,
  view: View,
  type: string | undefined,
): Candidates | undefined {
  const path = pathOf(node.base)
  const left = constantOf(node.left)?.value
  const right = constantOf(node.right)?.value
  if (!path || !isComparable(left) || !isComparable(right)) return undefined
  const sorted = view.sortedBy(path, type)
  return sorted && range(sorted, path, [left, true], [right, node.isInclusive])
}

/** A limit, and whether it belongs to what it limits. */
type Edge = readonly [value: Comparable, isInside: boolean]

/** What lies between two edges; with one, everything of its kind on that side. */
function range(
  sorted: OrderedList<LakeDocument>,
  path: AttributePath,
  lower: Edge | undefined,
  upper?: Edge,
): Candidates {
  const kind = kindRank((lower ?? upper)?.[0])
  const isOfLowerKind = (document: LakeDocument) => kindRank(comparableAt(document, path)) < kind
  const isNotAbove = (document: LakeDocument) => {
    const value = comparableAt(document, path)
    if (!upper) return kindRank(value) <= kind
    const order = compareValues(value, upper[0])
    return upper[1] ? order <= 0 : order < 0
  }
  const start = lower ? startOf(sorted, path, lower) : sorted.countBefore(isOfLowerKind)
  const end = Math.max(start, sorted.countBefore(isNotAbove))
  return { size: end - start, list: () => sorted.slice(start, end).sort(byId) }
}

/** How many documents of an order lie below a limit. */
function startOf(
  sorted: OrderedList<LakeDocument>,
  path: AttributePath,
  [limit, isInside]: Edge,
): number {
  return sorted.countBefore((document) => {
    const order = compareValues(comparableAt(document, path), limit)
    return isInside ? order < 0 : order <= 0
  })
}

function referring(args: ExprNode[], view: View): Candidates | undefined {
  const ids: unknown[] = []
  for (const arg of args) {
    const constant = constantOf(arg)
    if (!constant) return undefined
    ids.push(...(Array.isArray(constant.value) ? constant.value : [constant.value]))
  }
  return referringTo(ids, view)
}

function referringTo(ids: unknown[], view: View): Candidates {
  const names = ids.filter((id) => typeof id === 'string')
  const found = [...new Set(names.flatMap((id) => view.mayReference(id)))].sort(byId)
  return { size: found.length, list: () => found }
}

function whole(documents: OrderedList<LakeDocument>): Candidates {
  return { size: documents.size, list: () => documents.list }
}

function union(parts: (Candidates | undefined)[]): Candidates | undefined {
  const known = parts.filter((part) => part !== undefined)
  if (known.length < parts.length) return undefined
  const [only] = known
  if (only && known.length === 1) return only
  return {
    size: known.reduce((sum, { size }) => sum + size, 0),
    list: () => [...new Set(known.flatMap((part) => part.list()))].sort(byId),
  }
}
