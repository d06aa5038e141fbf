import { createHash } from 'node:crypto'
import type { ExprNode } from 'groq-js'
import { conjunctsOf } from './candidates.ts'
import type { DocumentChange } from './commit.ts'
import { idInLayer, publishedIdOf } from './document.ts'
import type { DocumentStore } from './document-store.ts'
import type { Perspective } from './perspective.ts'
import type { Audience } from './rights.ts'
import { constantOf, isNode, pathOf } from './tree.ts'

/*
 * A tag names documents that an answer was made from: one id, one type, or all there are. Answers
 * carry the tags of every part of the dataset that their query looks at; a commit announces those of
 * the documents that it changes. An answer that a commit may have changed shares a tag with it.
 */

/** With more ids than this an answer names all documents. */
const MOST_TAGS = 64

const ALL = tagOf('all', '')

/**
 * Tags of what a query looks at. What it follows references to may be anything, so that all
 * documents are named; the passing of time, in `now()`, has no tag.
 */
export function syncTagsOf(tree: ExprNode, perspective: Perspective): string[] {
  const tags = new Set<string>()
  collect(tree, tags)
  // Any layer may hide a document of another type: those of releases are not looked for.
  const isPlain =
    perspective === 'raw' || perspective.every((name) => name === 'published' || name === 'drafts')
  if (tags.size > 0 && (!isPlain || tags.size > MOST_TAGS)) return [ALL]
  return tags.has(ALL) ? [ALL] : [...tags]
}

/** Tags of what changes did to the documents that an audience sees; none where it sees nothing of them. */
export function changedTags(
  changes: readonly DocumentChange[],
  store: Pick<DocumentStore, 'get'>,
  { see }: Audience,
): string[] {
  const tags = new Set<string>()
  for (const { id, before, after } of changes) {
    const states = [before, after].flatMap((state) => (state && see(state)) ?? [])
    if (states.length === 0) continue
    const publishedId = publishedIdOf(id)
    // What a draft hides, or what lies under one that went, may be of another type.
    const layers = ['published', 'drafts'].flatMap((layer) => {
      const document = store.get(idInLayer(publishedId, layer))
      return (document && see(document)) ?? []
    })
    for (const { _type } of [...states, ...layers]) tags.add(tagOf('type', _type))
    tags.add(tagOf('id', publishedId))
  }
  return tags.size === 0 ? [] : [ALL, ...tags]
}

function collect(node: unknown, tags: Set<string>): void {
  if (Array.isArray(node)) {
    for (const item of node) collect(item, tags)
  } else if (isNode(node)) {
    if (node.type === 'Value') return
    if (node.type === 'Filter' && node.base.type === 'Everything') {
      for (const tag of boundOf(node.expr) ?? [ALL]) tags.add(tag)
      collect(node.expr, tags)
      return
    }
    if (looksAnywhere(node)) tags.add(ALL)
    collect(Object.values(node), tags)
  } else if (typeof node === 'object' && node !== null) {
    collect(Object.values(node), tags)
  }
}

/** Functions of these namespaces look at documents that stand nowhere in the query. */
const LOOKING = ['releases', 'documents', 'delta', 'diff']

function looksAnywhere(node: ExprNode): boolean {
  if (node.type === 'FuncCall') return LOOKING.includes(node.namespace)
  return node.type === 'Everything' || node.type === 'Deref'
}

/** Tags of the only documents that a condition can let through; undefined where it names none. */
function boundOf(condition: ExprNode): string[] | undefined {
  const bounds = conjunctsOf(condition).flatMap((part) => {
    const bound = ofPart(part)
    return bound ? [bound] : []
  })
  return bounds.sort((a, b) => a.length - b.length)[0]
}

function ofPart(node: ExprNode): string[] | undefined {
  if (node.type === 'Or') {
    const left = boundOf(node.left)
    const right = boundOf(node.right)
    return left && right && [...left, ...right]
  }
  if (node.type !== 'OpCall') return undefined
  if (node.op === '==') return named(node.left, node.right) ?? named(node.right, node.left)
  return node.op === 'in' ? named(node.left, node.right) : undefined
}

function named(field: ExprNode, other: ExprNode): string[] | undefined {
  const path = pathOf(field)?.join('.')
  const constant = constantOf(other)
  if (!constant || (path !== '_id' && path !== '_type')) return undefined
  const values: unknown[] = Array.isArray(constant.value) ? constant.value : [constant.value]
  const names = values.filter((value) => typeof value === 'string')
  if (names.length < values.length) return undefined
  return names.map((name) =>
    path === '_id' ? tagOf('id', publishedIdOf(name)) : tagOf('type', name),
  )
}

/** Names are hashed: who may not see a document does not learn its id from a tag. */
function tagOf(kind: 'all' | 'id' | 'type', name: string): string {
  const hash = createHash('sha256').update(`${kind}:${name}`).digest('base64url')
  return `s1:${hash.slice(0, 12)}`
}
