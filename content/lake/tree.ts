import type { ExprNode } from 'groq-js'
import type { AttributePath } from './path-order.ts'

/** True for a node of a parsed query. */
export function isNode(value: unknown): value is ExprNode {
  return (
    typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
  )
}

/** Whether a node, or one in it, is as asked; what `Value` nodes hold is not looked at. */
export function someNode(node: unknown, isFound: (node: ExprNode) => boolean): boolean {
  if (Array.isArray(node)) return node.some((item) => someNode(item, isFound))
  if (typeof node !== 'object' || node === null) return false
  if (isNode(node) && isFound(node)) return true
  if (isNode(node) && node.type === 'Value') return false
  return Object.values(node).some((child) => someNode(child, isFound))
}

/** Path that a node reads from the present value, or undefined where it does something else. */
export function pathOf(node: ExprNode): AttributePath | undefined {
  if (node.type === 'Group') return pathOf(node.base)
  if (node.type !== 'AccessAttribute') return undefined
  if (!node.base || node.base.type === 'This') return [node.name]
  const base = pathOf(node.base)
  return base && [...base, node.name]
}

/** The value of a node that is the same wherever it stands, or undefined where it is not. */
export function constantOf(node: ExprNode): { value: unknown } | undefined {
  if (node.type === 'Group') return constantOf(node.base)
  if (node.type === 'Value') return { value: node.value }
  if (node.type !== 'Array') return undefined
  const values: unknown[] = []
  for (const element of node.elements) {
    const constant = element.isSplat ? undefined : constantOf(element.value)
    if (!constant) return undefined
    values.push(constant.value)
  }
  return { value: values }
}

/** A query with some of its nodes replaced, inner ones first; what `Value` nodes hold is not looked at. */
export function withNodes(
  tree: ExprNode,
  replace: (node: ExprNode) => ExprNode | undefined,
): ExprNode {
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit)
    if (typeof value !== 'object' || value === null) return value
    if (isNode(value) && value.type === 'Value') return value
    const copy = Object.fromEntries(
      Object.entries(value).map(([name, child]) => [name, visit(child)]),
    )
    return isNode(copy) ? (replace(copy) ?? copy) : copy
  }
  const replaced = visit(tree)
  return isNode(replaced) ? replaced : tree
}
