import { z } from 'zod'
import { nameOf } from './name-of.ts'
import { publicTexts } from './public-texts.ts'
import { isFree, type ProposedChange, type Refusal } from './refusal.ts'

/** Digits as telephone numbers are written, in any script. */
const RUN = /\+?\p{Nd}(?:[\s\u00a0\u202f\u2011()./-]*\p{Nd})+/gu
const DATE =
  /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|(?:1[89]|20)\d\d\s?[-/]\s?(?:1[89]|20)\d\d)$/
/** Numbers of the same service in all of Europe (Commission Decision 2007/116/EC). */
const EUROPEAN = /^116\d{3}$/
const FEWEST_DIGITS = 7
const FEWEST_ABROAD = 6

const ownNumbers = z.array(z.object({ dial: z.string(), e164: z.string().optional() }))

/**
 * Refuses a telephone number in words for the public: one person approves words, and a number needs two. The numbers
 * of the line itself may stand in its name and words, and so may what stood there before.
 */
export function strayNumberGate(changes: readonly ProposedChange[]): Refusal[] {
  return changes.flatMap((change) => {
    const { id, before, after } = change
    if (after === undefined || isFree(change)) return []
    const own = new Set(ownDigits(after))
    const stood = new Set(before && textsIn(id, before).map(({ text }) => text))
    return textsIn(id, after).flatMap(({ path, language, text }): Refusal[] => {
      const number = stood.has(text) ? undefined : numbersIn(text).find((it) => !isOwn(it, own))
      if (number === undefined) return []
      const message = `${nameOf(after)} cannot be published: its ${path} holds a number, "${number}", that nobody has verified. Write it as the number of a helpline, which two people verify, and take it out here.`
      return [{ documentId: id, path, ...(language && { language }), message }]
    })
  })
}

/** Telephone numbers in a text; dates, years and small numbers are none. */
export function numbersIn(text: string): string[] {
  return (text.match(RUN) ?? []).filter((run) => {
    if (DATE.test(run)) return false
    const digits = digitsOf(run)
    if (EUROPEAN.test(digits)) return true
    return [...digits].length >= (run.startsWith('+') ? FEWEST_ABROAD : FEWEST_DIGITS)
  })
}

type Words = { path: string; language?: string; text: string }

function textsIn(id: string, document: Record<string, unknown>): Words[] {
  // Plain words beside those in languages that readers see.
  const plain = ['line', 'approximateAddress'].flatMap((path) => {
    const text = document[path]
    return typeof text === 'string' ? [{ path, text }] : []
  })
  return [...plain, ...publicTexts(id, document)]
}

function ownDigits({ numbers }: Record<string, unknown>): string[] {
  const { data = [] } = ownNumbers.safeParse(numbers)
  return data.flatMap(({ dial, e164 }) => [digitsOf(dial), ...(e164 ? [digitsOf(e164)] : [])])
}

function isOwn(number: string, own: ReadonlySet<string>): boolean {
  return own.has(digitsOf(number))
}

function digitsOf(text: string): string {
  return text.replace(/\P{Nd}/gu, '')
}
