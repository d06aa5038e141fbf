import type { StructureBuilder } from 'sanity/structure'
import { DOCUMENT_TYPES } from '#content/model/documents/any-document.ts'

/** What has been written and is not published yet, the latest first. */
export function draftsList(S: StructureBuilder) {
  return S.documentList()
    .id('waiting')
    .title('Drafts waiting')
    .apiVersion('2025-02-19')
    .filter('_type in $types && (_id in path("drafts.**") || _originalId in path("drafts.**"))')
    .params({ types: DOCUMENT_TYPES })
    .defaultOrdering([{ field: '_updatedAt', direction: 'desc' }])
    .initialValueTemplates([])
}
