import { type ExprNode, evaluate, evaluateSync, GroqSyntaxError, parse, toJS } from 'groq-js'
import { LakeError } from './errors.ts'
import { plan } from './plan.ts'
import type { View } from './view.ts'

/** One GROQ query and what it may look at. */
export interface Query {
  query: string
  params: Record<string, unknown>
  view: View
  /** Answer of GROQ's `identity()`. */
  identity: string
  /** Answer of GROQ's `now()`. */
  now: Date
  sanity: { projectId: string; dataset: string }
}

/**
 * Evaluates GROQ; the result is plain JSON. Runs to its end without yielding, so it
 * sees one state of the documents; a nested query over a large dataset holds up the process.
 *
 * @throws LakeError 400 with the place of the mistake
 */
export async function runQuery({ query, params, view, ...context }: Query): Promise<unknown> {
  const tree = parseQuery(query, params)
  const options = {
    params,
    identity: context.identity,
    timestamp: context.now,
    sanity: context.sanity,
    dereference: ({ _ref }: { _ref: string }) => view.byId(_ref),
  }
  try {
    if (needsAsync(tree)) {
      const value = await evaluate(tree, { ...options, dataset: [...view.all.list] })
      return await value.get()
    }
    return toJS(evaluateSync(plan(tree, view, params), { ...options, dataset: view.all.list }))
  } catch (cause) {
    const description = cause instanceof Error ? cause.message : 'The query cannot be evaluated'
    const error = { type: 'queryEvaluationError', description, query }
    throw new LakeError('query-evaluation', 400, { error }, description)
  }
}

/**
 * Parses GROQ.
 *
 * @throws LakeError 400 of type `queryParseError`, which the client draws with a frame around the place
 */
export function parseQuery(query: string, params: Record<string, unknown>): ExprNode {
  try {
    const tree = parse(query, { params })
    const missing = missingParameter(tree)
    if (missing !== undefined) {
      const start = Math.max(0, query.indexOf(`$${missing}`))
      const description = `param $${missing} referenced, but not provided`
      throw parseFailure(query, start, start + missing.length + 1, description)
    }
    return tree
  } catch (cause) {
    if (cause instanceof LakeError) throw cause
    const description = cause instanceof Error ? cause.message : 'The query cannot be parsed'
    const start = cause instanceof GroqSyntaxError ? cause.position : 0
    throw parseFailure(query, start, Math.min(start + 1, query.length), description)
  }
}

function parseFailure(query: string, start: number, end: number, description: string): LakeError {
  const error = { type: 'queryParseError', description, query, start, end }
  return new LakeError('query-parse', 400, { error }, description)
}

/** groq-js puts given parameters into the tree as values: one that is still there was not given. */
function missingParameter(node: unknown): string | undefined {
  if (typeof node !== 'object' || node === null) return undefined
  if ('type' in node && node.type === 'Value') return undefined
  if ('type' in node && node.type === 'Parameter' && 'name' in node) return String(node.name)
  for (const child of Object.values(node)) {
    const name = missingParameter(child)
    if (name !== undefined) return name
  }
  return undefined
}

/** groq-js evaluates `delta::` and `diff::` only asynchronously (2.0.1). */
export function needsAsync(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(needsAsync)
  if (typeof node !== 'object' || node === null) return false
  if ('namespace' in node && (node.namespace === 'delta' || node.namespace === 'diff')) return true
  if ('type' in node && node.type === 'Value') return false
  return Object.values(node).some(needsAsync)
}
