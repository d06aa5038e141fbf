import type { ExprNode } from 'groq-js'
import { translateGeo } from './geo-functions.ts'
import { someNode, withNodes } from './tree.ts'

/**
 * Says in what groq-js (2.0.1) evaluates what it only parses, or evaluates otherwise than the
 * specification: geo functions, `path() in path()`, and `array::unique()` of several nulls.
 * Each may go once groq-js does it itself.
 */
export function completeQuery(tree: ExprNode): ExprNode {
  return withNodes(tree, (node) => translateGeo(node) ?? pathInPath(node) ?? uniqueNull(node))
}

/**
 * Why a query is refused that groq-js (2.0.1) takes: only documents can be scored, and scores say
 * nothing of a projection or of one document.
 */
export function refusalOf(tree: ExprNode): string | undefined {
  const isWrong = someNode(
    tree,
    (node) => node.type === 'PipeFuncCall' && node.name === 'score' && !isScorable(node.base),
  )
  return isWrong ? 'score() follows a filter, a slice or an order of documents' : undefined
}

function isScorable(node: ExprNode): boolean {
  switch (node.type) {
    case 'Group':
    case 'Filter':
    case 'Slice':
    case 'PipeFuncCall':
      return isScorable(node.base)
    case 'Map':
    case 'Projection':
    case 'AccessElement':
      return false
    default:
      return true
  }
}

/** A path is asked about as the text it was made from. */
function pathInPath(node: ExprNode): ExprNode | undefined {
  if (node.type !== 'OpCall' || node.op !== 'in' || !isPath(node.right)) return undefined
  const left = node.left.type === 'Group' ? node.left.base : node.left
  const [text] = left.type === 'FuncCall' && isPath(left) ? left.args : []
  return text && { ...node, left: text }
}

function isPath(node: ExprNode): boolean {
  if (node.type === 'Group') return isPath(node.base)
  return node.type === 'FuncCall' && node.namespace === 'global' && node.name === 'path'
}

/** `select(count(@[@ == null]) > 1 => array::compact(@) + [null], @)` of the unique list. */
function uniqueNull(node: ExprNode): ExprNode | undefined {
  if (node.type !== 'FuncCall' || node.namespace !== 'array' || node.name !== 'unique') {
    return undefined
  }
  const self: ExprNode = { type: 'This' }
  const nothing: ExprNode = { type: 'Value', value: null }
  const isNothing: ExprNode = { type: 'OpCall', op: '==', left: self, right: nothing }
  const nulls: ExprNode = { type: 'Filter', base: self, expr: isNothing }
  const count: ExprNode = { type: 'FuncCall', namespace: 'global', name: 'count', args: [nulls] }
  const one: ExprNode = { type: 'Value', value: 1 }
  const onlyNull: ExprNode = { type: 'Value', value: [null] }
  const rest: ExprNode = { type: 'FuncCall', namespace: 'array', name: 'compact', args: [self] }
  const expr: ExprNode = {
    type: 'Select',
    alternatives: [
      {
        type: 'SelectAlternative',
        condition: { type: 'OpCall', op: '>', left: count, right: one },
        value: { type: 'OpCall', op: '+', left: rest, right: onlyNull },
      },
    ],
    fallback: self,
  }
  // The list is made once, in front of what looks at it.
  const list: ExprNode = {
    type: 'Array',
    elements: [{ type: 'ArrayElement', value: node, isSplat: false }],
  }
  return { type: 'AccessElement', base: { type: 'Map', base: list, expr }, index: 0 }
}
