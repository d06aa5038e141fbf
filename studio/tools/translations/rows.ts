import { guideReview, guideState } from '#content/model/guide-state.ts'
import { guideText } from '#content/model/guide-text.ts'
import { LAST_LANGUAGE } from '#content/model/languages.ts'
import { fieldsOfDocument, type MatrixDocument, type MatrixText } from '#content/model/matrix.ts'
import { textHash } from '#content/model/text-hash.ts'
import type { TextState } from '../../translation/text-state.ts'
import { STATE_LETTERS } from './cell-state.ts'

/** One text in all its languages; a language without a cell is missing. */
export type MatrixRow = {
  /** Stands in the address. */
  id: string
  documentId: string
  type: string
  title: string
  /** Which text of the document. */
  label: string
  /** Where it stands in the document, as the Content Lake writes paths; a guide or words of ours have none. */
  path?: string
  source: string
  /** Documents of the languages, where each has its own. */
  documents?: ReadonlyMap<string, string>
  cells: ReadonlyMap<string, MatrixCell>
}

/** Where a text stands in a language. `count` where the cell stands for many texts. */
export type MatrixCell = { state: TextState; count?: { approved: number; total: number } }

const LABELS: Readonly<Record<string, string>> = {
  callToAction: 'Call to action',
  whatHappens: 'What happens',
}
const MISSING: MatrixCell = { state: 'missing' }
// One object for each state: forty thousand cells share eight.
const CELLS = new Map<TextState, MatrixCell>()

/** The rows of all guides, one a slug. */
export function guideRowsOf(documents: readonly MatrixDocument[]): MatrixRow[] {
  const guides = documents.filter(({ _type }) => _type === 'guide')
  return [...Map.groupBy(guides, ({ slug }) => slug ?? '')].map(([slug, all]) =>
    guideRow(slug, all),
  )
}

/** The rows of one document; a guide and our own words have theirs elsewhere. */
export function rowsOfDocument(document: MatrixDocument): MatrixRow[] {
  const fields = fieldsOfDocument(document).map(([field, text]) => ({ path: field, field, text }))
  const statements = (document.statements ?? []).map(({ _key, text }, at) => ({
    path: `statements[_key==${JSON.stringify(_key)}].text`,
    field: `Statement ${at + 1}`,
    text,
  }))
  const all = [...fields, ...statements].filter(({ text }) => (text.cells ?? []).length > 0)
  const title = document.title ?? all[0]?.text.source ?? 'Untitled'
  return all.map(({ path, field, text }) => ({
    id: `${document._id}/${path}`,
    documentId: document._id,
    type: document._type,
    title,
    label: LABELS[field] ?? field.charAt(0).toUpperCase() + field.slice(1),
    path,
    source: text.source ?? '',
    cells: cellsOf(text),
  }))
}

/** The cell of a language. */
export function cellOf(row: MatrixRow, language: string): MatrixCell {
  return row.cells.get(language) ?? MISSING
}

function cellsOf({ source, cells }: MatrixText): Map<string, MatrixCell> {
  const hash = source ? textHash(source) : undefined
  const found = new Map<string, MatrixCell>()
  for (const cell of cells ?? []) {
    const [language = '', letter = '', approvedHash] = cell.split('|')
    found.set(language, sharedCell(stateOf(letter, approvedHash, hash)))
  }
  return found
}

/** The state behind a letter of the query. Without a source nothing can be outdated. */
export function stateOf(letter: string, approvedHash = '', sourceHash?: string): TextState {
  const state = STATE_LETTERS[letter] ?? 'draft'
  const isOld = state === 'approved' && sourceHash !== undefined && approvedHash !== sourceHash
  return isOld ? 'outdated' : state
}

function sharedCell(state: TextState): MatrixCell {
  const known = CELLS.get(state) ?? { state }
  CELLS.set(state, known)
  return known
}

function guideRow(slug: string, all: readonly MatrixDocument[]): MatrixRow {
  const english = all.find(({ language }) => language === LAST_LANGUAGE)
  const source = english ? wordsOf(english) : ''
  const cells = all.map((guide): [string, MatrixCell] => {
    const review = guideReview.parse({ ...guide })
    return [guide.language ?? '', sharedCell(guideState(review, { words: wordsOf(guide), source }))]
  })
  const first = english ?? all[0]
  return {
    id: `guide/${slug}`,
    documentId: first?._id ?? '',
    type: 'guide',
    title: first?.title ?? slug,
    label: 'Guide',
    source,
    documents: new Map(all.map(({ language, _id }) => [language ?? '', _id])),
    cells: new Map(cells),
  }
}

function wordsOf({ title, summary, prose }: MatrixDocument): string {
  if (!title && !summary && !prose) return ''
  const body = (prose ?? []).map((line) => ({
    _type: 'block' as const,
    _key: '',
    style: 'normal' as const,
    markDefs: [],
    children: [{ _type: 'span' as const, _key: '', text: line ?? '', marks: [] }],
  }))
  return guideText({ title: title ?? '', summary: summary ?? '', body })
}
