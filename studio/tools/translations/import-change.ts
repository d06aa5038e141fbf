import { z } from 'zod'
import type { IncomingText } from '#content/exchange/xliff/compare-xliff.ts'
import type { DocumentText } from '#content/model/document-texts.ts'
import { unitWords } from './unit-words.ts'

export type Fields = Record<string, unknown>

/** What an import did to one draft, as far as undoing it needs to know. */
export type ImportChange = {
  documentId: string
  title: string
  draftId: string
  /** What stood there: the draft, else what is published; undefined where the document was begun. */
  before: Fields | undefined
  /** The draft as the import left it. */
  after: Fields
  /** The draft itself is the import's. */
  isNewDraft: boolean
  language: string
  /** The texts that came in; a guide is put back whole, or not at all. */
  texts: readonly IncomingText[]
}

/** How a change is taken back, and what cannot be. */
export type Undoing = { kind: 'discard' } | Patching

type Patching = {
  kind: 'patch'
  set: Fields
  unset: string[]
  /** How many texts it puts back. */
  count: number
  kept: string[]
  unsaid: string[]
}

const WORDS_OF_A_GUIDE = ['title', 'summary', 'body', 'origin', 'sourceHash', 'submittedOn']
const items = z.array(z.looseObject({ _key: z.string(), language: z.string() })).catch([])
const listed = z.array(z.looseObject({ _key: z.string(), text: z.unknown() })).catch([])
const fields = z.record(z.string(), z.unknown()).catch({})

/**
 * What takes back an import where nobody has written since. `kept` are texts that somebody has touched or published;
 * `unsaid` those that had been sent back: their words return, but only who said it may say it again.
 *
 * @param now the draft as it is now; undefined where there is none any more
 */
export function undoingOf(change: ImportChange, now: Fields | undefined): Undoing {
  const { before, after, isNewDraft } = change
  const hasWrittenSince = now?.['_rev'] !== after['_rev']
  if (isNewDraft && !hasWrittenSince) return { kind: 'discard' }
  const undoing: Patching = { kind: 'patch', set: {}, unset: [], count: 0, kept: [], unsaid: [] }
  for (const place of placesOf(change)) {
    const [was, became, is] = [before, after, now].map(place.read)
    const isOurs = is !== undefined && isEqual(is, became)
    if (!isOurs || (was === undefined && place.item === undefined)) {
      undoing.kept.push(place.name)
      continue
    }
    undoing.count += place.count
    if (was !== undefined) takeBack(undoing, { at: place.at, name: place.name, was, is })
    else if (place.item !== undefined) undoing.unset.push(place.item)
  }
  return undoing
}

type Place = {
  name: string
  /** Before the names of attributes. */
  at: string
  /** What goes where there was nothing before; undefined where that cannot go by itself. */
  item: string | undefined
  /** Of texts. */
  count: number
  read: (document: Fields | undefined) => Fields | undefined
}

function placesOf({ texts, after, language }: ImportChange): Place[] {
  if (after['_type'] === 'guide') {
    const read = (document: Fields | undefined) =>
      document &&
      Object.fromEntries([...WORDS_OF_A_GUIDE, 'rejected'].map((name) => [name, document[name]]))
    return [{ name: 'all of it', at: '', item: undefined, count: texts.length, read }]
  }
  return texts.flatMap(({ unit, current: { text } }): Place[] => {
    if (text === undefined) return []
    const find = (document: Fields | undefined) => itemIn(document, text, language)
    const item = `${text.path}[_key==${JSON.stringify(find(after)?._key)}]`
    const read = (document: Fields | undefined) => {
      const found = find(document)
      return found && fields.parse(found['value'])
    }
    return [{ name: unitWords(unit), at: `${item}.value.`, item, count: 1, read }]
  })
}

/** One language of a text as it is stored, with what our model does not know. */
function itemIn(document: Fields | undefined, { field, key }: DocumentText, language: string) {
  const list = document?.[field]
  const stored =
    key === undefined ? list : listed.parse(list).find(({ _key }) => _key === key)?.text
  return items.parse(stored).find((item) => item.language === language)
}

type Taking = { at: string; name: string; was: Fields; is: Fields }

/** Attribute by attribute, so that nothing else is said again. */
function takeBack(undoing: Patching, { at, name, was, is }: Taking) {
  for (const attribute of new Set([...Object.keys(was), ...Object.keys(is)])) {
    if (isEqual(was[attribute], is[attribute])) continue
    if (attribute === 'rejected') undoing.unsaid.push(name)
    else if (was[attribute] === undefined) undoing.unset.push(`${at}${attribute}`)
    else undoing.set[`${at}${attribute}`] = was[attribute]
  }
}

function isEqual(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const [left, right] = [fields.parse({ ...one }), fields.parse({ ...other })]
  const names = new Set([...Object.keys(left), ...Object.keys(right)])
  return [...names].every((name) => isEqual(left[name], right[name]))
}
