import { recordings } from '#content/model/documents/recording.ts'
import { makeShortCode } from '#content/model/short-code.ts'
import { isJson, type Json, SPOKEN_FOR, WAITING } from './spoken-for.ts'

/** What is true of the one document only, by type: what is printed on paper, and addresses. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  place: ['slug'],
  guide: ['slug'],
  placement: ['printedOn', 'printedHash', 'printedFacts'],
  legacyPiece: ['putUpOn'],
}

/**
 * A document's words and facts for another document, without what people have said about them: texts are drafts again,
 * nothing is verified, withdrawn words stay behind, and a placement hangs nowhere yet under a code of its own.
 * `random` returns numbers in [0, 1).
 */
export function copyOf(document: Json, random: () => number): Json {
  const type = String(document['_type'])
  const gone = new Set(['textReviews', ...(OWN[type] ?? [])])
  const words = Object.entries(withoutWord(document)).filter(([name]) => !gone.has(name))
  return {
    ...Object.fromEntries(words),
    ...(document['audio'] !== undefined && { audio: takesOf(document['audio']) }),
    ...(type === 'placement' && { code: makeShortCode(random), state: 'ordered' }),
  }
}

/** A document's attributes without anybody's word, and without texts that were withdrawn. */
export function withoutWord(value: Json): Json {
  const isWord = (name: string) => SPOKEN_FOR.includes(name) || name === WAITING
  const left = Object.entries(value).filter(([name]) => !isWord(name))
  return Object.fromEntries(left.map(([name, inner]) => [name, cleaned(inner)]))
}

function cleaned(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.filter((item: unknown) => !isWithdrawn(item)).map((item: unknown) => cleaned(item))
  }
  return isJson(value) ? withoutWord(value) : value
}

function isWithdrawn(item: unknown): boolean {
  return isJson(item) && isJson(item['value']) && item['value']['withdrawn'] !== undefined
}

// A recording is kept as sound: who made it and who let it out said so of the other document.
function takesOf(audio: unknown): unknown[] {
  return (recordings.safeParse(audio).data ?? []).flatMap((one) => {
    const { _key, field, language, file, otherFile, sign, sourceHash, rejected } = one
    const same = { ...(otherFile && { otherFile }), ...(sign && { sign }) }
    return rejected === undefined ? [{ _key, field, language, file, ...same, sourceHash }] : []
  })
}
