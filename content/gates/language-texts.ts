import { criticalTexts } from '#content/model/safety-critical.ts'
import { isRecord } from './refusal.ts'

/** Of a text in one language: the public may read it, it was let out and taken back, or never let out. */
export type Standing = 'public' | 'withdrawn' | 'never'

/** How one language of a translated text stands with the public. */
export function standingIn(values: unknown, language: string): Standing {
  const item = (Array.isArray(values) ? values : [])
    .filter(isRecord)
    .find((it) => it['language'] === language)
  const value = isRecord(item?.['value']) ? item['value'] : {}
  const approved = isRecord(value['approved']) ? value['approved']['text'] : undefined
  if (isRecord(value['withdrawn'])) return 'withdrawn'
  return typeof approved === 'string' && approved !== '' ? 'public' : 'never'
}

/** A text that the public cannot read in a language that it should be in. */
export type Missing = { path: string; language: string; standing: 'withdrawn' | 'never' }

/** What of a document's safety-critical texts is not public in these languages. */
export function missingIn(
  document: Record<string, unknown>,
  languages: readonly string[],
): Missing[] {
  return criticalTexts(document)
    .filter(({ isRequired, values }) => isRequired || (Array.isArray(values) && values.length > 0))
    .flatMap(({ path, values }) =>
      languages.flatMap((language): Missing[] => {
        const standing = standingIn(values, language)
        return standing === 'public' ? [] : [{ path, language, standing }]
      }),
    )
}

/** The languages that any safety-critical text of a document stands in. */
export function languagesOf(document: Record<string, unknown>): string[] {
  const tags = criticalTexts(document)
    .flatMap(({ values }) => (Array.isArray(values) ? values : []))
    .flatMap((item) =>
      isRecord(item) && typeof item['language'] === 'string' ? [item['language']] : [],
    )
  return [...new Set(tags)]
}

/** @example wordsFor({ path: 'callToAction', ... }) // 'the call to action' */
export function textName(path: string): string {
  const names: Record<string, string> = {
    heading: 'the heading',
    body: 'the body',
    callToAction: 'the call to action',
    headline: 'the headline',
    instruction: 'the instruction',
  }
  const statement = /^statements\[(\d+)\]/.exec(path)?.[1]
  return statement === undefined ? (names[path] ?? path) : `statement ${Number(statement) + 1}`
}
