import type { Name, Passage } from '#content/help/view.ts'

/** A piece of a passage; `name` where it stands there as a name of its own. */
export type PassagePart = { text: string; name?: Name }

/**
 * A passage cut at the names in it, so that each can be marked with its language and kept in its own order.
 *
 * @example partsOf({ text: 'Near: Am Markt', lang: 'en', dir: 'ltr', names: [{ text: 'Am Markt' }] })
 * // [{ text: 'Near: ' }, { text: 'Am Markt', name: { text: 'Am Markt' } }]
 */
export function partsOf({ text, names = [] }: Passage): PassagePart[] {
  return names.reduce<PassagePart[]>(
    (parts, name) => parts.flatMap((part) => (part.name ? [part] : cut(part.text, name))),
    [{ text }],
  )
}

function cut(text: string, name: Name): PassagePart[] {
  const at = text.indexOf(name.text)
  if (at === -1) return [{ text }]
  const rest = text.slice(at + name.text.length)
  return [
    { text: text.slice(0, at) },
    { text: name.text, name },
    ...(rest === '' ? [] : cut(rest, name)),
  ].filter((part) => part.text !== '')
}
