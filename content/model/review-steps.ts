import { textHash } from './text-hash.ts'
import type { TranslatedValue } from './translation.ts'

/** What a step changes in one language of a text: attributes to set and to take away. */
export type ReviewStep = { set: Record<string, unknown>; unset: string[] }

/** New words, made from this source. They have to be submitted again. */
export function write(
  value: TranslatedValue | undefined,
  words: { text: string; source: string; origin: TranslatedValue['origin'] },
): ReviewStep {
  const { text, source, origin } = words
  const set = { text, origin, sourceHash: textHash(source) }
  return { set, unset: value?.submittedOn === undefined ? [] : ['submittedOn'] }
}

/** Handed in for review; an earlier rejection is done with. */
export function submit(value: TranslatedValue, on: string): ReviewStep {
  return { set: { submittedOn: on }, unset: value.rejected === undefined ? [] : ['rejected'] }
}
