import { z } from 'zod'
import type { LanguageTag } from '#content/model/language-tag.ts'

const table = z.record(z.string(), z.string())
const files = import.meta.glob('/content/locales/*.json', { import: 'default' })

/** The words that come with the program in one language; `undefined` where there are none. */
export async function builtInWords(
  tag: LanguageTag,
): Promise<Readonly<Record<string, string>> | undefined> {
  const load = files[`/content/locales/${tag}.json`]
  return load === undefined ? undefined : table.parse(await load())
}
