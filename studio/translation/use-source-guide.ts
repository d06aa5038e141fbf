import { useEffect, useState } from 'react'
import { useClient } from 'sanity'
import { LAST_LANGUAGE } from '#content/model/languages.ts'
import { API } from './api-version.ts'
import { type BegunGuide, readGuide } from './guide-review.ts'

/** The English guide that another is a translation of, and its id. */
export type SourceGuide = { id: string; guide: BegunGuide }

const QUERY =
  '*[_type == "guide" && language == $language && slug.current == $slug] | order(_id desc)[0]'

/** The published English guide of the same slug, else the one that is drafted; `undefined` where there is none yet. */
export function useSourceGuide(guide: BegunGuide | undefined): SourceGuide | undefined {
  const client = useClient(API)
  const [source, setSource] = useState<SourceGuide>()
  const slug = guide?.slug?.current
  const isSource = guide === undefined || guide.language === LAST_LANGUAGE
  useEffect(() => {
    setSource(undefined)
    if (isSource || slug === undefined) return
    const stop = new AbortController()
    const load = async () => {
      const options = { perspective: 'raw', signal: stop.signal } as const
      const found: unknown = await client.fetch(QUERY, { slug, language: LAST_LANGUAGE }, options)
      const id = idOf(found)
      const read = readGuide(found)
      if (id !== undefined && read) setSource({ id, guide: read })
    }
    const look = () => {
      // Without it the guide is shown as it is; coming back to the window looks again.
      load().catch(() => undefined)
    }
    look()
    window.addEventListener('focus', look)
    return () => {
      stop.abort()
      window.removeEventListener('focus', look)
    }
  }, [client, isSource, slug])
  return source
}

function idOf(document: unknown): string | undefined {
  const hasId = typeof document === 'object' && document !== null && '_id' in document
  return hasId ? String(document._id) : undefined
}
