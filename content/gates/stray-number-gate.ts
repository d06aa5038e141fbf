import { z } from 'zod'
import { digitsOf, isDate, withoutInvisible } from '#content/model/digits.ts'
import { nameOf } from './name-of.ts'
import { publicTexts } from './public-texts.ts'
import { isFree, type ProposedChange, type Refusal } from './refusal.ts'
import { mayBeShortNumber, shortNumbersIn } from './short-numbers.ts'

/** Digits as telephone numbers are written, in any script. */
const RUN = /\+?\p{Nd}(?:[\s()./\p{Pd}\u2212·•_|*]*\p{Nd})+/gu
/** Numbers of the same service in all of Europe (Commission Decision 2007/116/EC). */
const EUROPEAN = /^116\d{3}$/
const FEWEST_DIGITS = 7
const FEWEST_ABROAD = 6

const ownNumbers = z.array(z.object({ dial: z.string(), e164: z.string().optional() }))

/**
 * Refuses a telephone number in words for the public: one person approves words, and a number needs two. The numbers
 * of the line itself may stand in its name and words, as long as they are its numbers, and so may what stood there
 * before. `lines` are the digits of all numbers of helplines and services.
 */
export function strayNumberGate(
  changes: readonly ProposedChange[],
  lines: ReadonlySet<string> = new Set(),
): Refusal[] {
  return changes.flatMap((change) => {
    const { id, before, after } = change
    if (after === undefined || isFree(change)) return []
    const own = new Set(ownDigits(after))
    const former = new Set(ownDigits(before ?? {})).difference(own)
    const stood = new Set(before && textsIn(id, before).map(({ text }) => text))
    return textsIn(id, after).flatMap(({ path, language, text }): Refusal[] => {
      const found = [
        ...numbersIn(text),
        ...shortNumbersIn(text, { type: after['_type'], path }, lines.union(former)),
      ].map((number) => ({ number, digits: digitsOf(number) }))
      const where = { documentId: id, path, ...(language && { language }) }
      const stale = found.find(({ digits }) => former.has(digits))
      if (stale !== undefined) {
        const message = `${nameOf(after)} cannot be published: its ${path} still says "${stale.number}", which is its number no longer. Take it out here.`
        return [{ ...where, message }]
      }
      const stray = stood.has(text) ? undefined : found.find(({ digits }) => !own.has(digits))
      if (stray === undefined) return []
      const message = `${nameOf(after)} cannot be published: its ${path} holds a number, "${stray.number}", that nobody has verified. Write it as the number of a helpline, which two people verify, and take it out here. Another number, such as a sum, can be written in words.`
      return [{ ...where, message }]
    })
  })
}

/** Whether these changes say anything for which the numbers of all lines have to be known. */
export function needsLines(changes: readonly ProposedChange[]): boolean {
  return changes.some((change) => {
    const { id, after } = change
    if (after === undefined || isFree(change)) return false
    return textsIn(id, after).some(({ text }) => mayBeShortNumber(text))
  })
}

/** Telephone numbers in a text; dates, years and small numbers are none. */
export function numbersIn(text: string): string[] {
  return (withoutInvisible(text).match(RUN) ?? []).filter((run) => {
    if (isDate(run)) return false
    const digits = digitsOf(run)
    if (EUROPEAN.test(digits)) return true
    return digits.length >= (run.startsWith('+') ? FEWEST_ABROAD : FEWEST_DIGITS)
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
