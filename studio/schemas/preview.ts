/** Fields that tell a document from others of its type, best first. */
const TELLING = [
  'name',
  'title',
  'heading',
  'headline',
  'text',
  'ownName',
  'code',
  'dial',
  'tag',
  'reason',
] as const
const UNNAMED = 'Untitled'

/** How a document or an object with these fields looks in a list: by its first telling field, in English where it can. */
export function previewOf(fields: readonly string[]) {
  if (fields.includes('language') && fields.includes('value')) return IN_ONE_LANGUAGE
  const field = TELLING.find((one) => fields.includes(one))
  return field === undefined ? undefined : previewBy(field)
}

// One language of a text in several: its words, and which language they are in.
const IN_ONE_LANGUAGE = {
  select: { telling: 'value', language: 'language' },
  prepare: ({ telling, language }: { telling?: unknown; language?: unknown }) => ({
    title: textOf(telling) ?? UNNAMED,
    subtitle: String(language ?? ''),
  }),
}

function previewBy(field: string) {
  return {
    select: { telling: field },
    prepare: ({ telling }: { telling?: unknown }) => ({ title: textOf(telling) ?? UNNAMED }),
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
  return typeof text === 'string' && text !== '' ? text : undefined
}

function fieldIn(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.entries(value).find(([name]) => name === key)?.[1]
}
