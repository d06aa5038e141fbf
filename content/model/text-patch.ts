import type { DocumentText } from './document-texts.ts'
import type { ReviewStep } from './review-steps.ts'

/** The type that the Studio's plugin gives to one language of a text. */
const ITEM_TYPE = 'internationalizedArrayTranslatedValueValue'

/** What a patch of the Content Lake says; `insert` is done last. */
export type TextPatch = {
  set: Record<string, unknown>
  unset: string[]
  insert: { after: string; items: unknown[] }[]
}

/** A step for one language of a text as a patch of its document. Attributes that it does not name stay as they are. */
export function textPatch(text: DocumentText, language: string, step: ReviewStep): TextPatch {
  const item = text.values.find((one) => one.language === language)
  if (item === undefined) {
    const value = { _type: 'translatedValue', ...step.set }
    const items = [{ _key: freshKey(text, language), _type: ITEM_TYPE, language, value }]
    return { set: {}, unset: [], insert: [{ after: `${text.path}[-1]`, items }] }
  }
  const at = `${text.path}[_key==${JSON.stringify(item.key)}].value`
  return {
    set: Object.fromEntries(
      Object.entries(step.set).map(([name, value]) => [`${at}.${name}`, value]),
    ),
    unset: step.unset.map((name) => `${at}.${name}`),
    insert: [],
  }
}

/** Several patches of one document in one. */
export function mergePatches(patches: readonly TextPatch[]): TextPatch {
  return {
    set: Object.assign({}, ...patches.map(({ set }) => set)),
    unset: patches.flatMap(({ unset }) => unset),
    insert: patches.flatMap(({ insert }) => insert),
  }
}

function freshKey({ values }: DocumentText, language: string): string {
  const isTaken = values.some(({ key }) => key === language)
  return isTaken ? `${language}-${values.length}` : language
}
