import { isDeepStrictEqual } from 'node:util'
import { isJsonObject, type LakeDocument, publishedIdOf } from '../lake/document.ts'
import type { DocumentStep } from '../lake/rights.ts'
import { type Difference, differencesOf, isTranslation } from './document-diff.ts'
import { isOf, type Organizations, ownerOf } from './owners.ts'

/** Decides on one step: true lets it pass. */
export type WriteRule = (step: DocumentStep) => boolean

/** Texts and names that a translator may write in another language, by the attribute they stand in. */
const TRANSLATED = [
  ...['name', 'town', 'nearestDesk', 'directions', 'whatHappens', 'text'],
  ...['heading', 'body', 'callToAction', 'headline', 'instruction'],
]

/** A guide is in one language: its words are its own attributes. */
const WORDS_OF_A_GUIDE = ['title', 'summary', 'body', 'origin', 'sourceHash', 'submittedOn']

/** Which documents are one guide in several languages, by Sanity's plugin for them. */
const TRANSLATION_METADATA = 'translation.metadata'

/** Where a reviewer says that something was looked at. */
const REVIEWED = [
  ...['pendingVerification', 'verification'],
  ...['approved', 'rejected', 'withdrawn', 'submittedOn'],
]
const REVIEWED_IN_LISTS = [
  'languages.[].verifiedOn',
  ...['audio.[].approvedBy', 'audio.[].approvedOn', 'audio.[].rejected'],
]

/** Writes everything that belongs to the organisations, and commons. */
export function editorRule(organizations: Organizations): WriteRule {
  return (step) => isAllOf(step, organizations)
}

/** Approves, verifies and publishes; never another word or fact. */
export function reviewerRule(organizations: Organizations): WriteRule {
  return (step) => {
    const { before, after, draft } = step
    if (!isAllOf(step, organizations)) return false
    if (isUnpublished(step)) return isWithin(step, isReview)
    const from = draft ?? before
    return from !== undefined && after !== undefined && differencesOf(from, after).every(isReview)
  }
}

/** Writes texts and names in other languages, in drafts; never what was let out, and no fact. Joins new guides to theirs. */
export function translatorRule(organizations: Organizations): WriteRule {
  return (step) => {
    if (isJoining(step)) return true
    if (!isUnpublished(step) || !isAllOf(step, organizations)) return false
    const { before, after, published } = step
    if (!before && !published && after?._type === 'guide') return after['approved'] === undefined
    const type = (after ?? before)?._type
    return isWithin(step, (difference) => isTranslating(difference, type))
  }
}

/** Writes the way, the room and the hours at one place, in drafts. */
export function fieldRule(place: string): WriteRule {
  return (step) => {
    const { before, after, published } = step
    const known = [before, after, published].filter((one) => one !== undefined)
    if (!isUnpublished(step) || !known.every((one) => isAt(one, place))) return false
    return isWithin(step, isLocal)
  }
}

/**
 * Whether a step only adds languages to the list of a guide's translations, which the Studio keeps published:
 * `translation.metadata`, Sanity's own. None is taken off, and none is changed.
 */
function isJoining({ before, after }: DocumentStep): boolean {
  if (after?._type !== TRANSLATION_METADATA || !isDeepStrictEqual(after['schemaTypes'], ['guide']))
    return false
  const joined: unknown = after['translations']
  if (!Array.isArray(joined)) return false
  const known: unknown = before?.['translations'] ?? []
  return (
    Array.isArray(known) &&
    known.every((one) => joined.some((other) => isDeepStrictEqual(one, other)))
  )
}

/** Whether a document is a place, or a service at it. */
export function isAt(document: LakeDocument, place: string): boolean {
  const { _id, _type, place: at } = document
  if (_type === 'place') return publishedIdOf(_id) === place
  return _type === 'service' && isJsonObject(at) && at['_ref'] === place
}

function isAllOf(step: DocumentStep, organizations: Organizations): boolean {
  return Object.values(step).every(
    (document: LakeDocument | undefined) => !document || isOf(document, organizations),
  )
}

function isUnpublished({ before, after }: DocumentStep): boolean {
  const id = (after ?? before)?._id ?? ''
  return publishedIdOf(id) !== id
}

/**
 * Whether a step in a draft does only what is allowed. A new one is compared with what is published,
 * and so is one that goes: who may not have written what it holds may not throw it away either.
 */
function isWithin(step: DocumentStep, isAllowed: (difference: Difference) => boolean): boolean {
  const { before, after, published } = step
  const [from, to] = after ? [before ?? published, after] : [published, before]
  return from !== undefined && to !== undefined && differencesOf(from, to).every(isAllowed)
}

function isReview({ path, before, after }: Difference): boolean {
  if (isTranslation(after)) return isTranslation(before) && isReviewOf(before, after)
  // A recording that is let out takes the place of the others of its text.
  if (path.join('.') === 'audio.[]') return before !== undefined && after === undefined
  return REVIEWED.includes(path[0] ?? '') || REVIEWED_IN_LISTS.includes(path.join('.'))
}

/** The words stay; what is let out are those words, what was, or nothing. They may be given back with a reason. */
function isReviewOf(before: { value: unknown }, after: { value: unknown }): boolean {
  if (!isJsonObject(before.value) || !isJsonObject(after.value)) return false
  const { approved, withdrawn: _now, rejected: _no, submittedOn: _on, ...words } = after.value
  const {
    approved: old,
    withdrawn: _was,
    rejected: _yet,
    submittedOn: _since,
    ...same
  } = before.value
  if (!isDeepStrictEqual({ ...after, value: words }, { ...before, value: same })) return false
  if (approved === undefined || isDeepStrictEqual(approved, old)) return true
  return isJsonObject(approved) && approved['text'] === words['text']
}

function isTranslating(difference: Difference, type: string | undefined): boolean {
  const { path, before, after } = difference
  if (type === 'guide') {
    const [first = ''] = path
    return WORDS_OF_A_GUIDE.includes(first) || (first === 'rejected' && after === undefined)
  }
  if (!TRANSLATED.includes(path.findLast((name) => name !== '[]') ?? '')) return false
  if (before === undefined && after !== undefined && Array.isArray(after)) {
    return after.every((item) => isTranslationLeft(undefined, item))
  }
  return isTranslationLeft(before, after)
}

function isTranslationLeft(before: unknown, after: unknown): boolean {
  if (!isTranslation(after)) return false
  if (before === undefined) return isLeftTo(undefined, after.value)
  return (
    isTranslation(before) &&
    before.language === after.language &&
    isLeftTo(before.value, after.value)
  )
}

/**
 * Whether what was let out, or taken back, is as it was; a rejection stays, or goes with a new submission. A name is
 * words and nothing else.
 */
function isLeftTo(before: unknown, after: unknown): boolean {
  if (typeof after === 'string') return before === undefined || typeof before === 'string'
  if (!isJsonObject(after)) return false
  const { approved, withdrawn, rejected } = isJsonObject(before) ? before : {}
  return (
    (after['rejected'] === undefined || isDeepStrictEqual(after['rejected'], rejected)) &&
    isDeepStrictEqual(after['approved'], approved) &&
    isDeepStrictEqual(after['withdrawn'], withdrawn)
  )
}

function isLocal(difference: Difference): boolean {
  const [first = ''] = difference.path
  if (['directions', 'nearestDesk'].includes(first)) return isTranslating(difference, undefined)
  return ['hours', 'approximateAddress'].includes(first)
}

/** Whether only who administers the lake may write it. */
export function isOfTheLake({ before, after }: DocumentStep): boolean {
  return [before, after].some((one) => one !== undefined && ownerOf(one) === 'lake')
}
