import { useEffect, useState } from 'react'
import { type SanityClient, useClient } from 'sanity'
import {
  BUILT_IN_LANGUAGES,
  findLanguage,
  type Language,
  languageRecord,
} from '#content/model/languages.ts'
import { API } from './api-version.ts'

let asked: Promise<readonly Language[]> | undefined

/** The built-in languages, overlaid by those that authors changed or added once these have come. */
export function useLanguages(): readonly Language[] {
  const client = useClient(API)
  const [languages, setLanguages] = useState(BUILT_IN_LANGUAGES)
  useEffect(() => {
    let isHere = true
    asked ??= loadLanguages(client)
    asked.then(
      (found) => isHere && setLanguages(found),
      // The built-in ones serve; the next form asks anew.
      () => {
        asked = undefined
      },
    )
    return () => {
      isHere = false
    }
  }, [client])
  return languages
}

/** One language by its tag; a tag that the table does not know is written left to right in Latin letters. */
export function languageOf(languages: readonly Language[], tag: string): Language {
  return findLanguage(languages, tag) ?? { ...UNKNOWN, tag, ownName: tag, englishName: tag }
}

const UNKNOWN = {
  script: 'Latn',
  direction: 'ltr',
  font: 'Noto Sans',
  fallback: [],
  audioOnly: false,
} satisfies Partial<Language>

async function loadLanguages(client: SanityClient): Promise<readonly Language[]> {
  const rows: unknown = await client.fetch(
    '*[_type == "language"]',
    {},
    { perspective: 'published' },
  )
  const added = (Array.isArray(rows) ? rows : []).flatMap((row) => {
    const { data } = languageRecord.safeParse(row)
    return data ? [data] : []
  })
  const own = new Set(added.map(({ tag }) => tag))
  return [...added, ...BUILT_IN_LANGUAGES.filter(({ tag }) => !own.has(tag))]
}
