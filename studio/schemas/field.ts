import type { ArrayOfType, FieldDefinition } from 'sanity'
import { z } from 'zod'
import { Bug } from '#content/model/errors.ts'
import { TEXT_LIMITS } from '#content/model/limits.ts'
import { knowledge } from '#content/model/verification.ts'
import { choiceLayout, choiceWords } from './choice-words.ts'
import { leafKind, leafListKind } from './leaf-kinds.ts'
import { previewOf } from './preview.ts'
import { proseBlock } from './prose-block.ts'
import { referenceTargets } from './reference-targets.ts'
import { typeName, unwrap } from './unwrap.ts'
import { words } from './words.ts'

type Shape = Readonly<Record<string, z.core.$ZodType>>

/** The Studio's fields for the shape of an object, as the model has them, without those that the lake sets. */
export function fieldsOf(shape: Shape): FieldDefinition[] {
  return Object.entries(shape)
    .filter(([name]) => !name.startsWith('_'))
    .map(([name, schema]) => fieldOf(name, schema))
}

/** One field, of the kind that the model's schema makes or of another; with the model's default where it has one. */
export function fieldOf(
  name: string,
  wrapped: z.core.$ZodType,
  kind?: ArrayOfType,
): FieldDefinition & { initialValue?: unknown } {
  const { schema, isOptional, ...rest } = unwrap(wrapped)
  const field = { ...(kind ?? kindOf(name, schema)), name, title: words(name) }
  // A list has to be there even where nothing has to be in it.
  if (schema instanceof z.ZodArray && !isOptional) return { ...field, initialValue: [] }
  // Nobody has asked yet: "not known" would be an answer.
  if (schema === knowledge || rest.initialValue === undefined) return field
  return { ...field, initialValue: rest.initialValue }
}

function kindOf(name: string, schema: z.core.$ZodType): ArrayOfType {
  const type = typeName(schema)
  const leaf = leafKind(schema)
  if (leaf !== undefined) return leaf
  if (type === 'reference') return { type, to: referenceTargets(name) }
  if (type === 'block') return proseBlock()
  // Several documents may share a slug, such as a guide's languages; the gates say which may not.
  if (type === 'slug') return { type, options: { isUnique: () => true } }
  if (schema instanceof z.ZodObject) {
    // The Studio has a part of its own for the asset of a file or image.
    const { asset: _, ...shape } = schema.shape
    if (type === 'file') return { type, fields: fieldsOf(shape) }
    if (type === 'image') return { type, options: { hotspot: true }, fields: fieldsOf(shape) }
    const preview = previewOf(Object.keys(shape))
    return { type: 'object', fields: fieldsOf(shape), ...(preview && { preview }) }
  }
  if (schema instanceof z.ZodArray) return listOf(name, schema)
  return plainKindOf(name, schema)
}

function listOf(name: string, schema: z.ZodArray): ArrayOfType {
  const item = unwrap(schema.element).schema
  const perLanguage = typePerLanguage(item)
  if (perLanguage !== undefined) return { type: perLanguage }
  const list = leafListKind(item)
  if (list !== undefined) return list
  if (item instanceof z.ZodEnum) {
    return { type: 'array', of: [{ type: 'string' }], options: { list: choices(item) } }
  }
  return { type: 'array', of: [kindOf(name, item)] }
}

/** The plugin's type for a list with one item a language: of names, or of texts with their review. */
function typePerLanguage(item: z.core.$ZodType): string | undefined {
  if (!(item instanceof z.ZodObject) || !('language' in item.shape)) return undefined
  const { value } = item.shape
  if (value instanceof z.ZodString) return 'internationalizedArrayString'
  return value instanceof z.ZodObject ? 'internationalizedArrayTranslatedValue' : undefined
}

function choices(schema: z.ZodEnum): { value: string; title: string }[] {
  return schema.options.map(String).map((value) => ({ value, title: choiceWords(schema, value) }))
}

function plainKindOf(name: string, schema: z.core.$ZodType): ArrayOfType {
  if (schema instanceof z.ZodEnum) {
    const layout = choiceLayout(schema)
    return { type: 'string', options: { list: choices(schema), ...layout } }
  }
  if (schema instanceof z.ZodISODate) return { type: 'date' }
  if (schema instanceof z.ZodISODateTime) return { type: 'datetime' }
  if (schema instanceof z.ZodURL) return { type: 'url' }
  if (schema instanceof z.ZodString) {
    const isLong = (schema.maxLength ?? 0) > TEXT_LIMITS.line
    return isLong ? { type: 'text', rows: 4 } : { type: 'string' }
  }
  if (schema instanceof z.ZodNumber) return { type: 'number' }
  // Rights are ticks of which only "yes" is a valid answer.
  if (schema instanceof z.ZodBoolean || schema instanceof z.ZodLiteral) return { type: 'boolean' }
  throw new Bug(`the Studio has no field for "${name}"`)
}
