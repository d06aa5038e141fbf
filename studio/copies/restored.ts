import { factsHash } from '#content/model/verified-facts.ts'
import { withoutWord } from './copy-of.ts'
import { isJson, type Json, SPOKEN_FOR, WAITING } from './spoken-for.ts'

/** What a print has fixed. */
const PRINTED = ['code', 'printedOn', 'printedHash', 'printedFacts']
/** Sounds, and what listeners said of texts: they are made for words and no words themselves. */
const BESIDE_WORDS = ['audio', 'textReviews']

/**
 * An old revision's words and facts with what people have said by now: its own approvals, verifications and
 * withdrawals are of their day and do not come back, those that stand stay. So do recordings, what was printed, and
 * texts let out or withdrawn in languages that the old revision did not have. `now` is undefined where the document
 * is gone: then nobody's word stands.
 */
export function restored(old: Json, now: Json | undefined): Json {
  if (now === undefined) return withoutWord(without(old, BESIDE_WORDS))
  const isPrinted = now['printedOn'] !== undefined
  const kept = [...BESIDE_WORDS, ...(isPrinted ? PRINTED : [])]
  const document = { ...object(without(old, kept), now), ...only(now, kept) }
  const { pendingVerification: pending, ...rest } = document
  // A first person's word for other facts is for nobody to confirm.
  const isOfThese = isJson(pending) && pending['factsHash'] === factsHash(document)
  return isOfThese ? document : rest
}

function object(old: Json, now: Json): Json {
  const isSame = old['text'] !== undefined && old['text'] === now['text']
  const isOld = (name: string) => !SPOKEN_FOR.includes(name) && name !== WAITING
  const words = Object.entries(old).filter(([name]) => isOld(name))
  const stands = Object.entries(now).flatMap(([name, value]): [string, unknown][] => {
    // Sent back, or waiting for review, is said of these words and no others.
    if (name === WAITING || name === 'rejected') return isSame ? [[name, value]] : []
    if (SPOKEN_FOR.includes(name)) return isJson(value) ? [[name, value]] : []
    if (old[name] !== undefined || !Array.isArray(value)) return []
    const since = value.filter(isLetOut)
    return since.length > 0 ? [[name, since]] : []
  })
  return {
    ...Object.fromEntries(words.map(([name, value]) => [name, part(value, now[name])])),
    ...Object.fromEntries(stands),
  }
}

function part(old: unknown, now: unknown): unknown {
  if (Array.isArray(old)) return list(old, Array.isArray(now) ? now : [])
  return isJson(old) ? object(old, isJson(now) ? now : {}) : old
}

function list(old: readonly unknown[], now: readonly unknown[]): unknown[] {
  const words = old.map((item) => {
    if (!isJson(item)) return item
    const same = now.find((other): other is Json => isJson(other) && isSameItem(item, other))
    // What was said of it stands under the key that it has now.
    return same ? { ...object(item, same), _key: same['_key'] } : object(item, {})
  })
  const since = now.filter(
    (item) =>
      isLetOut(item) &&
      !old.some((other) => isJson(other) && isJson(item) && isSameItem(other, item)),
  )
  return [...words, ...since]
}

/** Whether two items are the same language of a text, the same of our own words, or bear the same key. */
function isSameItem(one: Json, other: Json): boolean {
  const [name = '_key'] = ['language', 'key'].filter((it) => one[it] !== undefined)
  return one[name] !== undefined && one[name] === other[name]
}

function isLetOut(item: unknown): boolean {
  if (!isJson(item) || !isJson(item['value'])) return false
  const { approved, withdrawn } = item['value']
  return approved !== undefined || withdrawn !== undefined
}

function without(value: Json, names: readonly string[]): Json {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)))
}

function only(value: Json, names: readonly string[]): Json {
  return Object.fromEntries(Object.entries(value).filter(([name]) => names.includes(name)))
}
