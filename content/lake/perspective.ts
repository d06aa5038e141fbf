import { refuse } from './errors.ts'

/** Which of a document's layers a query sees: all of them, or the first that has it. */
export type Perspective = 'raw' | readonly string[]

/** Since this version queries see published documents unless they ask otherwise. */
const PUBLISHED_BY_DEFAULT_SINCE = '2025-02-19'

const LAYER = /^[A-Za-z0-9_-]{1,64}$/

/**
 * Perspective of a request. A list has the topmost layer first; `published` always lies below.
 *
 * @param asked value of the `perspective` parameter, several separated by commas
 * @param apiVersion as in the address, such as `v2025-02-19`, `v1` or `vX`
 * @throws LakeError 400 for a name that no layer can have, or `raw` beside others
 * @see https://www.sanity.io/docs/content-lake/perspectives
 */
export function parsePerspective(asked: string | undefined, apiVersion: string): Perspective {
  if (!asked) return isPublishedDefault(apiVersion) ? ['published'] : 'raw'
  const names = asked.split(',').map((name) => (name === 'previewDrafts' ? 'drafts' : name))
  if (names.length === 1 && names[0] === 'raw') return 'raw'
  if (names.includes('raw')) throw refuse(400, 'Perspective "raw" cannot be combined with others')
  for (const name of names) {
    if (!LAYER.test(name)) throw refuse(400, `Perspective "${name.slice(0, 64)}" is not known`)
  }
  return [...new Set(names.filter((name) => name !== 'published')), 'published']
}

function isPublishedDefault(apiVersion: string): boolean {
  const version = apiVersion.replace(/^v/, '')
  return version === 'X' || (version !== '1' && version >= PUBLISHED_BY_DEFAULT_SINCE)
}
