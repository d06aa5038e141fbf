import { useCurrentUser } from 'sanity'
import { type TextRights, textRights } from './text-rights.ts'

/** What whoever is signed in may do to texts. */
export function useTextRights(): TextRights {
  return textRights(useCurrentUser()?.roles ?? [])
}
