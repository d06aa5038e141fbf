import { z } from 'zod'
import { neededKeys, sourceOf } from '#content/locales/needed-keys.ts'
import type { LanguageTag } from '#content/model/language-tag.ts'
import type { TranslatedValue } from '#content/model/translation.ts'
import { readTranslatedValue } from './source-of.ts'
import { type TextState, textState } from './text-state.ts'

type Words = Readonly<Record<string, string>>

/** One of our own sentences in a language: what it is made from, and what the document has for it. */
export type InterfaceRow = {
  key: string
  source: string
  note: string
  state: TextState
  /** Of the item in the document; absent where it has none. */
  itemKey?: string
  value?: TranslatedValue | undefined
  /** Words that came with the program, shown where nothing is approved. */
  builtIn?: string
}

const item = z.object({ _key: z.string(), key: z.string(), value: z.unknown().optional() })

/** All sentences of a language, those missing in the document too, in the order of the English ones. */
export function interfaceRows({
  tag,
  english,
  notes,
  builtIn,
  strings,
}: {
  tag: LanguageTag
  english: Words
  notes: Words
  builtIn: Words | undefined
  strings: unknown
}): InterfaceRow[] {
  const written = writtenStrings(strings)
  return neededKeys(english, tag).map((key) => {
    const source = sourceOf(key, english) ?? ''
    const own = written.get(key)
    const words = builtIn?.[key]
    return {
      key,
      source,
      note: notes[key] ?? notes[key.replace(/_[a-z]+$/, '_other')] ?? '',
      state: textState(own?.value, source),
      ...(own && { itemKey: own.itemKey, value: own.value }),
      ...(words !== undefined && { builtIn: words }),
    }
  })
}

/** Rows by the first word of their keys: where on our pages they stand. */
export function groupRows(rows: readonly InterfaceRow[]): [group: string, rows: InterfaceRow[]][] {
  return [...Map.groupBy(rows, ({ key }) => key.split('.')[0] ?? key)]
}

/** What a document has for each key; the first, where it has two. */
export function writtenStrings(strings: unknown) {
  const written = new Map<string, { itemKey: string; value: TranslatedValue | undefined }>()
  for (const one of Array.isArray(strings) ? strings : []) {
    const { data } = item.safeParse(one)
    if (data === undefined || written.has(data.key)) continue
    written.set(data.key, { itemKey: data._key, value: readTranslatedValue(data.value) })
  }
  return written
}
