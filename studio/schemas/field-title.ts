import type { Schema, SchemaType } from 'sanity'
import { words } from './words.ts'

const PART = /[^.[\]]+/g

/**
 * A field as its form calls it: `numbers[0].dial` is "Numbers, 1, As it stands on paper". A name that the form does
 * not know is told in words.
 *
 * @example fieldTitle(schema, { type: 'place', path: 'privacy' }) // 'How private is it?'
 */
export function fieldTitle(
  schema: Pick<Schema, 'get'>,
  { type, path }: { type: string | undefined; path: string },
): string {
  const plain = path
    .replace(/\[_key\s*==[^\]]*\]/g, '')
    .replace(/\.value(\.text|\.approved)?.*$/, '')
  let within = type === undefined ? undefined : schema.get(type)
  const titles = [...plain.matchAll(PART)].map(([part]) => {
    if (/^\d+$/.test(part)) {
      within = itemOf(within)
      return String(Number(part) + 1)
    }
    within = fieldOf(within, part)
    return within?.title ?? words(part)
  })
  return titles.join(', ')
}

/** The field of an object, or of the objects in a list. */
function fieldOf(within: SchemaType | undefined, name: string): SchemaType | undefined {
  const owner = within?.jsonType === 'array' ? itemOf(within) : within
  if (owner?.jsonType !== 'object') return undefined
  return owner.fields.find((field) => field.name === name)?.type
}

function itemOf(within: SchemaType | undefined): SchemaType | undefined {
  return within?.jsonType === 'array' ? within.of[0] : undefined
}
