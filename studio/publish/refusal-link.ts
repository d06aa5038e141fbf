import type { DeskRefusal } from '#content/model/desk.ts'

/** Where a refusal is mended: parameters of the Studio's `edit` intent, which opens a document at a field. */
export function refusalLink(refusal: DeskRefusal): { id: string; type?: string; path?: string } {
  const { documentId, documentType, path } = refusal
  return {
    id: documentId.replace(/^drafts\./, ''),
    ...(documentType !== undefined && { type: documentType }),
    ...(path !== undefined && path !== '' && { path }),
  }
}

const PART = /[^.[\]]+/g

/**
 * A field as an author knows it: `numbers[0].dial` is "Numbers, 1, Dial".
 *
 * @example fieldWords('heading[_key=="ab"].value.text') // 'Heading'
 */
export function fieldWords(path: string): string {
  const plain = path
    .replace(/\[_key\s*==[^\]]*\]/g, '')
    .replace(/\.value(\.text|\.approved)?.*$/, '')
  return [...plain.matchAll(PART)].map(([part]) => wordsOf(part)).join(', ')
}

function wordsOf(part: string): string {
  if (/^\d+$/.test(part)) return String(Number(part) + 1)
  const spaced = part.replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase()
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}
