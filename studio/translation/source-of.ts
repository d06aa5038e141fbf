import { z } from 'zod'
import { LAST_LANGUAGE } from '#content/model/languages.ts'
import { type TranslatedValue, translatedValue } from '#content/model/translation.ts'

/** One language of a text as it stands in a document: `value` may not be there yet. */
export type TextItem = { key: string; language: string; value?: TranslatedValue | undefined }

const item = z.object({ _key: z.string(), language: z.string(), value: z.unknown().optional() })

/** The languages of a text that can be read; others are left out. */
export function textItems(list: unknown): TextItem[] {
  if (!Array.isArray(list)) return []
  return list.flatMap((one): TextItem[] => {
    const { data } = item.safeParse(one)
    if (data === undefined) return []
    const value = readTranslatedValue(data.value)
    return [{ key: data._key, language: data.language, value }]
  })
}

/** The item that the others are translations of: English, or else the first. */
export function sourceOf(items: readonly TextItem[]): TextItem | undefined {
  return items.find(({ language }) => language === LAST_LANGUAGE) ?? items[0]
}

// An item that was only just added has no words yet, and no origin.
const begun = translatedValue
  .extend({
    text: z.string().default(''),
    origin: translatedValue.shape.origin.default('human'),
    sourceHash: z.string().default(''),
  })
  // What the Studio adds, such as `_type`, has to be there still when the text is written back.
  .loose()

/** A value as the Studio holds it while it is being written; `undefined` where it is none. */
export function readTranslatedValue(value: unknown): TranslatedValue | undefined {
  return begun.safeParse(value).data
}
