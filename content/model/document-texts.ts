import { z } from 'zod'
import type { DocumentType } from './documents/any-document.ts'
import { LAST_LANGUAGE } from './languages.ts'
import { type TranslatedValue, translatedText } from './translation.ts'

/** Fields with a text in several languages, by type; `statements` holds such texts in a list. */
export const TEXT_FIELDS = {
  message: ['heading', 'body', 'callToAction'],
  helpline: ['whatHappens'],
  service: ['whatHappens', 'directions'],
  place: ['directions'],
  alert: ['headline', 'instruction'],
  indicator: ['text'],
  lawProfile: ['statements'],
} as const satisfies Partial<Record<DocumentType, readonly string[]>>

/** The list of texts in a law profile. */
const LIST_FIELD = 'statements'

/** A text of a document in all its languages. */
export type DocumentText = {
  /** As the Content Lake writes paths: `heading`, `statements[_key=="a"].text`. */
  path: string
  field: string
  /** The item's key, where the text stands in a list. */
  key?: string
  values: readonly { key: string; language: string; value: TranslatedValue }[]
}

const record = z.record(z.string(), z.unknown())
const statements = z.array(z.object({ _key: z.string(), text: z.unknown() }))

/** The texts of a document as it is stored, drafts too; what is out of shape is left out. */
export function textsOf(document: unknown): DocumentText[] {
  const fields = record.safeParse(document).data ?? {}
  const known = Object.entries(TEXT_FIELDS).find(([type]) => type === fields['_type'])
  return (known?.[1] ?? []).flatMap((field): DocumentText[] => {
    if (field !== LIST_FIELD) {
      return textOf({ path: field, field }, fields[field])
    }
    const items = statements.safeParse(fields[field]).data ?? []
    return items.flatMap(({ _key: key, text }) =>
      textOf({ path: `${field}[_key==${JSON.stringify(key)}].text`, field, key }, text),
    )
  })
}

/** What a translation is made from: the text in the source language; empty where there is none. */
export function sourceOf({ values }: DocumentText): string {
  return valueIn(values, LAST_LANGUAGE)?.text ?? ''
}

/** The value of one language. */
export function valueIn(
  values: DocumentText['values'],
  language: string,
): TranslatedValue | undefined {
  return values.find((one) => one.language === language)?.value
}

function textOf(text: Omit<DocumentText, 'values'>, stored: unknown): DocumentText[] {
  const items = z.array(z.unknown()).safeParse(stored).data ?? []
  // One item out of shape must not hide the others.
  const values = items.flatMap((item) => translatedText.element.safeParse(item).data ?? [])
  if (values.length === 0) return []
  const found = values.map(({ _key, language, value }) => ({ key: _key, language, value }))
  return [{ ...text, values: found }]
}
