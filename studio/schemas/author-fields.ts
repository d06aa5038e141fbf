import type { ArrayOfType, BaseSchemaDefinition, FieldDefinition } from 'sanity'
import type { z } from 'zod'
import { Bug } from '#content/model/errors.ts'
import { fieldOf } from './field.ts'

/** What an author is told about a field. The rest follows from the model. */
export type Telling = {
  /** Why, in what form, and an example. */
  description: string
  title?: string
  group?: string | string[]
  fieldset?: string
  hidden?: BaseSchemaDefinition['hidden']
  readOnly?: BaseSchemaDefinition['readOnly']
  /** In place of the model's default; `null` for none at all. */
  initialValue?: unknown
  /** In place of the kind that the model's shape makes. */
  kind?: ArrayOfType
}

/**
 * A maker of fields for the shape of one document or object: `field('spot', { description: '…' })` takes what it is
 * from the model and what an author reads from its second argument.
 */
export function authorFields<Shape extends Readonly<Record<string, z.core.$ZodType>>>(
  shape: Shape,
): (name: keyof Shape & string, telling: Telling) => FieldDefinition {
  return (name, { kind, initialValue, ...telling }) => {
    const schema = shape[name]
    if (schema === undefined) throw new Bug(`the model has no field "${name}"`)
    const { initialValue: byModel, ...field } = fieldOf(name, schema, kind)
    const initial = initialValue === undefined ? byModel : initialValue
    return {
      ...field,
      ...telling,
      ...(initial !== undefined && initial !== null && { initialValue: initial }),
    }
  }
}
