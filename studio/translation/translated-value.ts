import { defineType } from 'sanity'
import { translatedValue as model } from '#content/model/translation.ts'
import { fieldsOf } from '../schemas/field.ts'
import { BareField } from './bare-field.tsx'
import { TranslatedValueInput } from './translated-value-input.tsx'

/** One language of a text, with its review. */
export const translatedValue = defineType({
  name: 'translatedValue',
  type: 'object',
  fields: fieldsOf(model.shape),
  components: { field: BareField, input: TranslatedValueInput },
})
