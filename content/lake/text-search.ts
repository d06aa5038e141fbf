import type { ExprNode } from 'groq-js'
import type { LakeDocument } from './document.ts'
import { textsAt } from './document-text.ts'
import { type AttributePath, byId } from './path-order.ts'
import type { TextIndex } from './text-index.ts'
import {
  asksForEverything,
  countHits,
  parseTextQuery,
  type TextQuery,
  wordsOfAll,
} from './text-query.ts'
import { pathOf } from './tree.ts'
import type { View } from './view.ts'

/** The `match text::query()` conditions of one query, which groq-js (2.0.1) only parses. */
export interface TextSearch {
  /** What groq-js evaluates instead of such a condition, in filters and in `score()`. */
  translate(node: ExprNode): ExprNode | undefined
  /** Documents that may satisfy it, where an index says so. */
  candidates(node: ExprNode): LakeDocument[] | undefined
  /** To be asked first by groq-js' `dereference`: undefined for a true reference. */
  answer(ref: string): { hits: string } | undefined
}

/** Where searched documents are found. */
export type Searched = Pick<View, 'byId' | 'stored'>

/** Begins the references that carry our questions through groq-js; no id has such a letter. */
const MARK = '\u0000text:'

/** One per hit, so that `score()` counts them. */
const HIT = 'hit'

/** More change nothing in a score any more. */
const MOST_HITS = 100

/**
 * Prepares text search for one evaluation. groq-js calls out in one place, `dereference`: a
 * condition becomes a dereference that asks us about the document's id and is answered with one
 * word per hit. This may go once groq-js searches itself.
 */
export function createTextSearch(view: Searched, index: TextIndex | undefined): TextSearch {
  const questions: { query: TextQuery; paths: AttributePath[] }[] = []
  const answers = new Map<string, { hits: string }>()

  const look = (ref: string) => {
    const [, number = '', id = ''] = /^(\d+):(.*)$/su.exec(ref.slice(MARK.length)) ?? []
    const question = questions[Number(number)]
    const document = view.byId(id)
    if (!question || !document) return { hits: '' }
    const texts = question.paths.flatMap((path) => textsAt(document, path))
    const count = Math.min(countHits(wordsOfAll(texts), question.query), MOST_HITS)
    return { hits: `${HIT} `.repeat(count) }
  }

  return {
    translate(node) {
      const asked = searchIn(node)
      if (!asked) return undefined
      if (asksForEverything(asked.text)) return { type: 'Value', value: true }
      const number = questions.push({ query: parseTextQuery(asked.text), paths: asked.paths }) - 1
      return conditionOf(`${MARK}${number}:`)
    },
    candidates(node) {
      const asked = searchIn(node)
      if (!asked || asksForEverything(asked.text)) return undefined
      const ids = index?.search(parseTextQuery(asked.text))
      return ids?.flatMap((id) => view.stored(id) ?? []).sort(byId)
    },
    answer(ref) {
      if (questions.length === 0 || !ref.startsWith(MARK)) return undefined
      const answer = answers.get(ref) ?? look(ref)
      answers.set(ref, answer)
      return answer
    },
  }
}

/** Whether a node is `text::query()`. */
export function isTextQuery(node: ExprNode): boolean {
  return node.type === 'FuncCall' && node.namespace === 'text' && node.name === 'query'
}

function searchIn(node: ExprNode): { text: string; paths: AttributePath[] } | undefined {
  if (node.type !== 'OpCall' || node.op !== 'match') return undefined
  const { right } = node
  if (right.type !== 'FuncCall' || right.namespace !== 'text' || right.name !== 'query') {
    return undefined
  }
  const [words] = right.args
  const text = words?.type === 'Value' && typeof words.value === 'string' ? words.value : ''
  return { text, paths: pathsOf(node.left) }
}

function pathsOf(node: ExprNode): AttributePath[] {
  if (node.type === 'This') return [[]]
  if (node.type === 'Group') return pathsOf(node.base)
  if (node.type === 'Array') return node.elements.flatMap(({ value }) => pathsOf(value))
  if (node.type === 'ArrayCoerce') return pathsOf(node.base)
  if (node.type === 'FuncCall' && node.namespace === 'pt') return node.args.flatMap(pathsOf)
  if (node.type === 'Map') {
    return pathsOf(node.base).flatMap((base) =>
      pathsOf(node.expr).map((rest) => [...base, ...rest]),
    )
  }
  const path = pathOf(node)
  if (path) return [path]
  throw new Error('match text::query() searches @, attributes of documents, or a list of them')
}

function conditionOf(mark: string): ExprNode {
  const id: ExprNode = { type: 'AccessAttribute', name: '_id' }
  const _ref: ExprNode = {
    type: 'OpCall',
    op: '+',
    left: { type: 'Value', value: mark },
    right: id,
  }
  const base: ExprNode = {
    type: 'Object',
    attributes: [{ type: 'ObjectAttributeValue', name: '_ref', value: _ref }],
  }
  const left: ExprNode = { type: 'AccessAttribute', base: { type: 'Deref', base }, name: 'hits' }
  return { type: 'OpCall', op: 'match', left, right: { type: 'Value', value: HIT } }
}
