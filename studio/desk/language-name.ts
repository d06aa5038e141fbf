import { BUILT_IN_LANGUAGES, findLanguage } from '#content/model/languages.ts'

/** What staff call a language: "Tigrinya"; its tag where it is none of the built-in ones. */
export function languageName(tag: string): string {
  return findLanguage(BUILT_IN_LANGUAGES, tag)?.englishName ?? tag
}
