import { defineType } from 'sanity'
import { translatedValue as model } from '#content/model/translation.ts'
import { fieldsOf } from '../schemas/field.ts'

/** One language of a text, with its review. */
export const translatedValue = defineType({
  name: 'translatedValue',
  type: 'object',
  fields: fieldsOf(model.shape),
})
