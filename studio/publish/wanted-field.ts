/** A field that somebody has followed a link to; `language` is which of its texts is meant, where it has several. */
export type WantedField = { id: string; path: string; language?: string }

let wanted: WantedField | undefined
const listeners = new Set<() => void>()

/** Says where somebody is going, to the form that is open or will be. */
export function wantField(field: WantedField): void {
  wanted = field
  for (const tell of listeners) tell()
}

/** Which field of a document is wanted: told once, to the first who asks. */
export function takeWantedField(id: string): WantedField | undefined {
  if (wanted?.id !== id) return undefined
  const taken = wanted
  wanted = undefined
  return taken
}

/** Calls whenever a field is wanted, until what it returns is called. */
export function onWantedField(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}
