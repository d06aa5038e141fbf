/** Fields that tell a document from others of its type, best first. */
const TELLING = ['name', 'title', 'heading', 'headline', 'text', 'ownName', 'code'] as const

/** How a document or an object with these fields looks in a list: by its first telling field, in English where it can. */
export function previewOf(fields: readonly string[]) {
  const field = TELLING.find((one) => fields.includes(one))
  if (field === undefined) return undefined
  return {
    select: { telling: field },
    prepare: ({ telling }: { telling?: unknown }) => ({ title: textOf(telling) ?? 'Untitled' }),
  }
}

/** The words of a value as an author sees it in a list: a text, or a text in several languages, English first. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) {
    const english = value.find((one) => fieldIn(one, 'language') === 'en')
    return textOf(fieldIn(english ?? value[0], 'value'))
  }
  const text = fieldIn(value, 'text')
  return typeof text === 'string' ? text : undefined
}

function fieldIn(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.entries(value).find(([name]) => name === key)?.[1]
}
