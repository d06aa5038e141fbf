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
