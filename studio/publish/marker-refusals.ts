import { pathToString, type ValidationMarker } from 'sanity'
import type { DeskRefusal } from '#content/model/desk.ts'

/** What the form itself has against a document, told like what the desk refuses; notes and warnings are no refusals. */
export function markerRefusals(
  markers: readonly ValidationMarker[],
  { id, type }: { id: string; type: string },
): DeskRefusal[] {
  return markers
    .filter(({ level }) => level === 'error')
    .map(({ path, message }) => ({
      documentId: id,
      documentType: type,
      path: pathToString(path),
      message,
    }))
}
