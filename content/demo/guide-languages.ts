import type { AnyDocument } from '#content/model/documents/any-document.ts'

/**
 * The list of its languages for each guide of the demo, by which the Studio knows that several documents are one
 * guide. Shape: `translation.metadata` of `@sanity/document-internationalization`.
 */
export function guideLanguages(documents: readonly AnyDocument[]) {
  const guides = documents.filter((one) => one._type === 'guide')
  const bySlug = Object.groupBy(guides, ({ slug }) => slug.current)
  return Object.entries(bySlug).map(([slug, languages = []]) => ({
    _id: `guide-languages-${slug}`,
    _type: 'translation.metadata',
    schemaTypes: ['guide'],
    translations: languages.map(({ _id, language }) => ({
      _key: language,
      _type: 'internationalizedArrayReferenceValue',
      language,
      value: { _type: 'reference', _ref: _id },
    })),
  }))
}
