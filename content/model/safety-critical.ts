import type { DocumentType } from './documents/any-document.ts'

/** A translated text of a document. In a list of objects, `list` is its attribute and `field` one of each item's. */
export type CriticalField = { field: string; list?: string; isRequired: boolean }

/**
 * Texts that a frightened reader acts on: public in a language only once approved in it. Where a language is
 * promised, those that are required have to be there, the others where they stand in any language.
 */
export const SAFETY_CRITICAL: Partial<Record<DocumentType, readonly CriticalField[]>> = {
  message: [
    { field: 'heading', isRequired: true },
    { field: 'body', isRequired: true },
    { field: 'callToAction', isRequired: true },
  ],
  alert: [
    { field: 'headline', isRequired: true },
    { field: 'instruction', isRequired: false },
  ],
  lawProfile: [{ list: 'statements', field: 'text', isRequired: true }],
  helpline: [{ field: 'whatHappens', isRequired: false }],
  service: [
    { field: 'whatHappens', isRequired: false },
    { field: 'directions', isRequired: false },
  ],
  place: [{ field: 'directions', isRequired: false }],
  indicator: [{ field: 'text', isRequired: false }],
}

/** A safety-critical text as it stands in a document: Sanity's path, and its languages as they are. */
export type CriticalText = { path: string; isRequired: boolean; values: unknown }

/**
 * The safety-critical texts of a document of this type.
 *
 * @example criticalTexts(message)[0] // { path: 'heading', isRequired: true, values: [...] }
 */
export function criticalTexts(document: Record<string, unknown>): CriticalText[] {
  const fields = Object.entries(SAFETY_CRITICAL).find(([type]) => type === document['_type'])?.[1]
  return (fields ?? []).flatMap(({ field, list, isRequired }): CriticalText[] => {
    if (list === undefined) return [{ path: field, isRequired, values: document[field] }]
    const items = document[list]
    return (Array.isArray(items) ? items : []).flatMap((item: unknown, at) =>
      isRecord(item) ? [{ path: `${list}[${at}].${field}`, isRequired, values: item[field] }] : [],
    )
  })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
