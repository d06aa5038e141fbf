import type { ExprNode } from 'groq-js'
import { needsAsync } from './query.ts'
import { someNode } from './tree.ts'

/** So many `+`, splats and wildcards are harmless: each can double what is made, or the ways to match. */
const MOST_DOUBLINGS = 8
const MOST_WILDCARDS = 8

/** So many lists within each other are harmless: documents rarely hold more than a few dozen items a list. */
const MOST_NESTED_LISTS = 5

/**
 * Whether a query may grow or search without passing a document on the way, where a watch on the
 * documents would notice nothing: chains of `+` and splats, wildcards in patterns, lists in lists.
 */
export function isHardToForesee(tree: ExprNode): boolean {
  return (
    needsAsync(tree) ||
    count(tree, doubles) > MOST_DOUBLINGS ||
    wildcardsIn(tree) > MOST_WILDCARDS ||
    depthOfLists(tree) > MOST_NESTED_LISTS
  )
}

function doubles(node: ExprNode): number {
  if (node.type === 'OpCall') return node.op === '+' ? 1 : 0
  return node.type === 'Array' ? node.elements.filter(({ isSplat }) => isSplat).length : 0
}

function count(tree: ExprNode, weigh: (node: ExprNode) => number): number {
  let sum = 0
  someNode(tree, (node) => {
    sum += weigh(node)
    return false
  })
  return sum
}

function wildcardsIn(tree: ExprNode): number {
  return count(tree, (node) => (node.type === 'Value' ? starsIn(node.value) : 0))
}

function starsIn(value: unknown): number {
  if (typeof value === 'string') return value.split('*').length - 1
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce((sum: number, item) => sum + starsIn(item), 0)
}

function depthOfLists(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const inner = Math.max(0, ...Object.values(value).map(depthOfLists))
  const isList =
    'type' in value && (value.type === 'Map' || value.type === 'FlatMap' || value.type === 'Filter')
  return inner + (isList ? 1 : 0)
}
