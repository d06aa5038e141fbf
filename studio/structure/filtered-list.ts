import type { StructureBuilder } from 'sanity/structure'
import type { DocumentType } from '#content/model/documents/any-document.ts'

const API_VERSION = '2025-02-19'

/** Documents of one type that a GROQ condition is true of. New ones begun from it get `begins`, a template's id. */
export function filteredList(
  S: StructureBuilder,
  {
    type,
    title,
    filter,
    params = {},
    begins,
  }: {
    type: DocumentType
    title: string
    filter: string
    params?: Record<string, unknown>
    begins?: string
  },
) {
  return S.documentList()
    .id(`${type}-list`)
    .title(title)
    .schemaType(type)
    .apiVersion(API_VERSION)
    .filter(`_type == $type && (${filter})`)
    .params({ type, ...params })
    .initialValueTemplates([S.initialValueTemplateItem(begins ?? type)])
}
