/** A document in a transaction that is about to be kept. Fits what the lake hands over. */
export type ProposedChange = {
  id: string
  before?: Record<string, unknown>
  after?: Record<string, unknown>
}

/** Why a document may not pass: which one, where in it, in which language, what is wrong and what to do. */
export type Refusal = { documentId: string; path?: string; language?: string; message: string }

/** Documents that no gate of what is published holds back: drafts, versions of releases, and what Sanity keeps for itself. */
export function isFree({ id, after }: ProposedChange): boolean {
  const type = String(after?.['_type'] ?? '')
  const isOurs = !/^(sanity|system)\./.test(type) && type !== 'translation.metadata'
  return /^(drafts|versions)\./.test(id) || !isOurs
}

/** `['numbers', 0, 'dial']` is `numbers[0].dial`. */
export function pathOf(steps: readonly PropertyKey[]): string {
  return steps.reduce<string>((path, step) => {
    if (typeof step === 'number') return `${path}[${step}]`
    return path === '' ? String(step) : `${path}.${String(step)}`
  }, '')
}

/** True for a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
