import type { DocumentDefinition } from 'sanity'
import { anyDocument } from '#content/model/documents/any-document.ts'
import { fieldsOf } from './field.ts'
import { previewOf } from './preview.ts'
import { problemsOf } from './problems.ts'
import { words } from './words.ts'

/** The Studio's schema: one type for each of the model's documents, with the model's own rules. */
export const documentTypes = anyDocument.options.map((model): DocumentDefinition => {
  const name = model.shape._type.value
  const preview = previewOf(Object.keys(model.shape))
  return {
    name,
    type: 'document',
    title: words(name),
    fields: fieldsOf(model.shape),
    validation: (rule) => rule.custom((document) => problemsOf(model, document)),
    ...(preview && { preview }),
  }
})
