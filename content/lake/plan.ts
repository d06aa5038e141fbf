import type { ExprNode } from 'groq-js'
import type { LakeDocument } from './document.ts'
import { byId } from './sorted-documents.ts'
import type { View } from './view.ts'

type Params = Record<string, unknown>

/**
 * Rewrites a query so that `*[...]` starts from candidates instead of everything.
 * Candidates are a superset in the view's own order and the filter still runs over
 * them, so the result is the same as without.
 */
export function plan(tree: ExprNode, view: View, params: Params): ExprNode {
  const planned = rewrite(tree, view, params)
  return isNode(planned) ? planned : tree
}

function rewrite(value: unknown, view: View, params: Params): unknown {
  if (Array.isArray(value)) return value.map((item) => rewrite(item, view, params))
  if (!isNode(value) || value.type === 'Value') return value
  const copy = Object.fromEntries(
    Object.entries(value).map(([name, child]) => [name, rewrite(child, view, params)]),
  )
  if (value.type === 'Filter' && value.base.type === 'Everything') {
    const found = candidates(value.expr, view, params)
    if (found) return { ...copy, base: { type: 'Value', value: found } }
  }
  return copy
}

/** Documents that can satisfy a condition, in order, or undefined where it says nothing about that. */
function candidates(
  node: ExprNode,
  view: View,
  params: Params,
): readonly LakeDocument[] | undefined {
  switch (node.type) {
    case 'Group':
      return candidates(node.base, view, params)
    case 'And':
      return smaller(candidates(node.left, view, params), candidates(node.right, view, params))
    case 'Or':
      return union(candidates(node.left, view, params), candidates(node.right, view, params))
    case 'OpCall':
      if (node.op === '==') {
        return (
          lookUp(node.left, node.right, view, params) ?? lookUp(node.right, node.left, view, params)
        )
      }
      return node.op === 'in' ? lookUpAny(node.left, node.right, view, params) : undefined
    case 'FuncCall':
      return node.namespace === 'global' && node.name === 'references'
        ? referrers(node.args, view, params)
        : undefined
    default:
      return undefined
  }
}

function lookUp(field: ExprNode, value: ExprNode, view: View, params: Params) {
  const constant = constantOf(value, params)
  return constant && documentsWith(attributeOf(field), [constant.value], view)
}

function lookUpAny(field: ExprNode, list: ExprNode, view: View, params: Params) {
  const constant = constantOf(list, params)
  if (!constant || !Array.isArray(constant.value)) return undefined
  return documentsWith(attributeOf(field), constant.value, view)
}

function documentsWith(attribute: string | undefined, values: unknown[], view: View) {
  const names = [...new Set(values)].filter((value) => typeof value === 'string')
  const [only] = names
  if (attribute === '_id') return names.flatMap((id) => view.byId(id) ?? []).sort(byId)
  if (attribute !== '_type') return undefined
  if (names.length === 1 && only !== undefined) return view.ofType(only)
  return names.flatMap((type) => [...view.ofType(type)]).sort(byId)
}

function referrers(args: ExprNode[], view: View, params: Params): LakeDocument[] | undefined {
  const ids: string[] = []
  for (const arg of args) {
    const constant = constantOf(arg, params)
    if (!constant) return undefined
    const values = Array.isArray(constant.value) ? constant.value : [constant.value]
    ids.push(...values.filter((value) => typeof value === 'string'))
  }
  return [...new Set(ids.flatMap((id) => view.mayReference(id)))].sort(byId)
}

function attributeOf(node: ExprNode): string | undefined {
  return node.type === 'AccessAttribute' && !node.base ? node.name : undefined
}

function constantOf(node: ExprNode, params: Params): { value: unknown } | undefined {
  if (node.type === 'Group') return constantOf(node.base, params)
  if (node.type === 'Value') return { value: node.value }
  if (node.type === 'Parameter') {
    return Object.hasOwn(params, node.name) ? { value: params[node.name] } : undefined
  }
  if (node.type !== 'Array') return undefined
  const values: unknown[] = []
  for (const element of node.elements) {
    const constant = element.isSplat ? undefined : constantOf(element.value, params)
    if (!constant) return undefined
    values.push(constant.value)
  }
  return { value: values }
}

function smaller<T>(a: readonly T[] | undefined, b: readonly T[] | undefined) {
  if (!a || !b) return a ?? b
  return a.length <= b.length ? a : b
}

function union(a: readonly LakeDocument[] | undefined, b: readonly LakeDocument[] | undefined) {
  return a && b ? [...new Set([...a, ...b])].sort(byId) : undefined
}

function isNode(value: unknown): value is ExprNode {
  return (
    typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
  )
}
