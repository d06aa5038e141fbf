/** An object of a document, as the lake holds it. */
export type Json = Record<string, unknown>

/** What somebody has said by name, wherever it stands in a document. Nobody can say it for them. */
export const SPOKEN_FOR: readonly string[] = [
  ...['approved', 'rejected', 'withdrawn'],
  ...['withdrawal', 'pendingVerification', 'verification'],
]

/** Where a text waits since: true of the words that were handed in, and of no others. */
export const WAITING = 'submittedOn'

/** Narrows to an object that is no list. */
export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
