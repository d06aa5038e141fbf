/** A document in a transaction that is about to be kept. Fits what the lake hands over. */
export type ProposedChange = { id: string; after?: Record<string, unknown> }

/** Why a document may not pass: which one, where in it, what is wrong and what to do. */
export type Refusal = { documentId: string; path?: string; message: string }

/** Documents that no gate holds back: drafts, versions of releases, and what Sanity and its plugins keep for themselves. */
export function isFree({ id, after }: ProposedChange): boolean {
  const type = String(after?.['_type'] ?? '')
  return /^(drafts|versions)\./.test(id) || /^(sanity|system|translation)\./.test(type)
}

/** `['numbers', 0, 'dial']` is `numbers[0].dial`. */
export function pathOf(steps: readonly PropertyKey[]): string {
  return steps.reduce<string>((path, step) => {
    if (typeof step === 'number') return `${path}[${step}]`
    return path === '' ? String(step) : `${path}.${String(step)}`
  }, '')
}
