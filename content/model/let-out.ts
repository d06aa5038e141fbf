import { guide } from './documents/guide.ts'
import { guideText } from './guide-text.ts'
import { textHash } from './text-hash.ts'
import { factsHash } from './verified-facts.ts'

/** A document as the lake holds it. */
type Stored = { _id: string; _type: string; [attribute: string]: unknown }
type Json = Record<string, unknown>

/** Stands where a person's name will, once somebody has looked at it. */
const NOBODY = 'nobody yet'

const guideWords = guide.pick({ title: true, summary: true, body: true })

/**
 * A document as it would be if all its words were approved and all its facts verified as they are now: what a preview
 * is made from. Words that were taken back stay so until they are changed; so does what is withdrawn. Pure.
 */
export function letOut<Document extends Stored>(document: Document): Document {
  const out = Object.fromEntries(
    Object.entries(document).map(([name, value]) => [name, withWords(value, document)]),
  )
  const letOutNow = { ...document, ...out, ...factsOf(document), ...guideOf(document) }
  if (guideOf(document)) delete letOutNow['withdrawn']
  return letOutNow
}

/** Why readers do not see a draft as its preview shows it, in words for staff; empty where nothing is missing. */
export function notYetPublic(document: Stored, language: string): string[] {
  const points: string[] = []
  if (factsOf(document))
    points.push('Its numbers are not public yet: two people have to verify them.')
  if (guideOf(document)) points.push('Its text is not public yet: nobody has approved it.')
  const waiting = wordsIn(document, language).filter(
    ({ text, approved }) => isJson(approved) === false || approved['text'] !== text,
  )
  if (waiting.length > 0) {
    points.push(`Words in ${language} are not public yet: nobody has approved them.`)
  }
  return points
}

function withWords(value: unknown, document: Stored): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => withWords(item, document))
  if (!isJson(value)) return value
  if (isTranslation(value)) return { ...value, value: approvedAs(value.value, document) }
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, withWords(inner, document)]),
  )
}

function approvedAs({ approved, withdrawn, ...value }: Words, document: Stored): Json {
  if (value.text.trim() === '') return value
  const isUnchanged = isJson(approved) && approved['text'] === value.text
  const letOutNow = { sourceHash: '', approvedBy: NOBODY, approvedOn: dayOf(document) }
  return {
    ...value,
    ...(isUnchanged && withdrawn !== undefined && { withdrawn }),
    approved: { ...letOutNow, ...(isJson(approved) && approved), text: value.text },
  }
}

/** A verification that holds for the facts as they are; undefined where there is one, or nothing to verify. */
function factsOf(document: Stored): Json | undefined {
  if (document._type !== 'helpline' && document._type !== 'service') return undefined
  const hash = factsHash(document)
  const known = isJson(document['verification']) ? document['verification'] : undefined
  if (known && isByTwo(known) && [undefined, hash].includes(textOf(known['factsHash']))) {
    return undefined
  }
  const today = dayOf(document)
  return {
    verification: {
      ...{ method: 'called', secondMethod: 'called' },
      ...without(known, 'factsHash'),
      ...{ verifiedBy: NOBODY, secondPerson: `${NOBODY} either` },
      verifiedOn: today,
      confirmedAt: `${today}T00:00:00Z`,
      ...(hash !== undefined && { factsHash: hash }),
    },
  }
}

function without(value: Json | undefined, name: string): Json {
  return Object.fromEntries(Object.entries(value ?? {}).filter(([key]) => key !== name))
}

function isByTwo({ verifiedBy, secondPerson }: Json): boolean {
  return typeof secondPerson === 'string' && secondPerson !== verifiedBy
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function guideOf(document: Stored): Json | undefined {
  if (document._type !== 'guide') return undefined
  const words = guideWords.safeParse(document)
  const hash = words.success ? textHash(guideText(words.data)) : undefined
  const known = isJson(document['approved']) ? document['approved'] : undefined
  if (hash === undefined || known?.['textHash'] === hash) return undefined
  return { approved: { textHash: hash, approvedBy: NOBODY, approvedOn: dayOf(document) } }
}

function wordsIn(value: unknown, language: string): Words[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown) => wordsIn(item, language))
  if (!isJson(value)) return []
  if (isTranslation(value)) return value['language'] === language ? [value.value] : []
  return Object.values(value).flatMap((inner) => wordsIn(inner, language))
}

type Words = { text: string; [name: string]: unknown }

function isTranslation(value: Json): value is Json & { value: Words } {
  return isJson(value['value']) && typeof value['value']['text'] === 'string'
}

function dayOf({ _updatedAt }: Stored): string {
  return typeof _updatedAt === 'string' ? _updatedAt.slice(0, 10) : '1970-01-01'
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
