import { type ExprNode, evaluate, evaluateSync, GroqSyntaxError, parse, toJS } from 'groq-js'
import { completeQuery, refusalOf } from './complete-query.ts'
import type { LakeDocument } from './document.ts'
import { LakeError } from './errors.ts'
import { answerGeo, parsableGeo } from './geo-functions.ts'
import { createOuterLookup } from './outer-lookup.ts'
import { OverBudget } from './over-budget.ts'
import { plan } from './plan.ts'
import type { TextIndex } from './text-index.ts'
import { createTextSearch } from './text-search.ts'
import { someNode } from './tree.ts'
import type { View } from './view.ts'
import { watched } from './watched.ts'

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
  /** Makes text search fast; without it every document is read. */
  textIndex?: TextIndex
  /** Called again and again while documents are gone through: by throwing it ends the query. */
  tick?: () => void
}

/**
 * Evaluates GROQ; the result is plain JSON. Runs to its end without yielding, so it
 * sees one state of the documents.
 *
 * @throws LakeError 400 with the place of the mistake, or what `tick` throws
 */
export async function runQuery(asked: Query): Promise<unknown> {
  const tree = parseQuery(asked.query, asked.params)
  try {
    return await evaluateTree(completeQuery(tree), asked)
  } catch (cause) {
    if (cause instanceof LakeError || cause instanceof OverBudget) throw cause
    const description = cause instanceof Error ? cause.message : 'The query cannot be evaluated'
    const error = { type: 'queryEvaluationError', description, query: asked.query }
    throw new LakeError('query-evaluation', 400, { error }, description)
  }
}

async function evaluateTree(tree: ExprNode, asked: Query): Promise<unknown> {
  const { params, view, identity, tick } = asked
  const text = createTextSearch(view, asked.textIndex)
  const outer = createOuterLookup(view)
  const watch = <T>(list: readonly T[]) => (tick ? watched(list, tick) : list)
  let everything: readonly LakeDocument[] | undefined
  const optionsFor = (planned: ExprNode) => {
    if (looksAtAll(planned)) everything ??= watch(view.all.list)
    return {
      params,
      identity,
      timestamp: asked.now,
      sanity: asked.sanity,
      dataset: everything ?? [],
      dereference: ({ _ref }: { _ref: string }) => {
        tick?.()
        return text.answer(_ref) ?? outer.answer(_ref) ?? answerGeo(_ref) ?? view.byId(_ref)
      },
    }
  }
  if (needsAsync(tree)) {
    const value = await evaluate(tree, { ...optionsFor(tree), dataset: [...watch(view.all.list)] })
    return await value.get()
  }
  const compute = (planned: ExprNode) => evaluateSync(planned, optionsFor(planned))
  const planned = plan(tree, {
    view,
    text,
    outer,
    watch,
    evaluate(part) {
      tick?.()
      const { data } = compute(part)
      return Array.isArray(data) ? data : []
    },
  })
  return toJS(compute(planned))
}

/** Whether the whole dataset is still read somewhere: it costs a walk over it to have it in one array. */
function looksAtAll(tree: ExprNode): boolean {
  return someNode(
    tree,
    (node) =>
      node.type === 'Everything' || (node.type === 'FuncCall' && node.namespace === 'releases'),
  )
}

/**
 * Parses GROQ.
 *
 * @throws LakeError 400 of type `queryParseError`, which the client draws with a frame around the place
 */
export function parseQuery(query: string, params: Record<string, unknown>): ExprNode {
  try {
    const tree = parse(parsableGeo(query), { params })
    const refusal = refusalOf(tree)
    if (refusal !== undefined) throw new Error(refusal)
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
function missingParameter(tree: ExprNode): string | undefined {
  let name: string | undefined
  someNode(tree, (node) => {
    if (node.type === 'Parameter') name = node.name
    return node.type === 'Parameter'
  })
  return name
}

/** groq-js evaluates `delta::` and `diff::` only asynchronously (2.0.1). */
export function needsAsync(tree: ExprNode): boolean {
  return someNode(
    tree,
    (node) => node.type === 'FuncCall' && (node.namespace === 'delta' || node.namespace === 'diff'),
  )
}
