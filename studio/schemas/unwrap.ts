import { z } from 'zod'

/** A field's own schema, and whether it may be left out. */
export type Unwrapped = { schema: z.core.$ZodType; isOptional: boolean; initialValue?: unknown }

/** Takes off what says only whether a value must be there and what it is otherwise. */
export function unwrap(schema: z.core.$ZodType): Unwrapped {
  if (schema instanceof z.ZodOptional) return { ...unwrap(schema.unwrap()), isOptional: true }
  if (schema instanceof z.ZodDefault) {
    const { defaultValue } = schema.def
    return { ...unwrap(schema.unwrap()), isOptional: true, initialValue: defaultValue }
  }
  return { schema, isOptional: false }
}

/** The `_type` that every value of this shape bears, such as `reference`; `undefined` where it bears none. */
export function typeName(schema: z.core.$ZodType): string | undefined {
  if (!(schema instanceof z.ZodObject)) return undefined
  const { _type } = schema.shape
  if (_type === undefined) return undefined
  const literal = unwrap(_type).schema
  return literal instanceof z.ZodLiteral ? String(literal.value) : undefined
}
