/** GROQ answers `null` for what a document lacks; our shapes leave it out. Works on anything that JSON can hold. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, it]) => it !== null)
      .map(([key, it]) => [key, withoutNulls(it)]),
  )
}
