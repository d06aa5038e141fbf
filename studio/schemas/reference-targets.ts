import type { DocumentType } from '#content/model/documents/any-document.ts'
import { Bug } from '#content/model/errors.ts'

// The model says that a field refers to a document, not to which type: every field of that name refers to these.
const TARGETS: Readonly<Record<string, readonly DocumentType[]>> = {
  campaign: ['campaign'],
  document: ['helpline', 'service', 'organization', 'message', 'place', 'campaign', 'guide'],
  helplines: ['helpline'],
  lawProfile: ['lawProfile'],
  message: ['message'],
  messages: ['message'],
  operator: ['organization'],
  organization: ['organization'],
  organizations: ['organization'],
  partners: ['organization'],
  place: ['place'],
  places: ['place'],
  services: ['service'],
  standby: ['helpline'],
}

/** Types of document that a field of this name may refer to. */
export function referenceTargets(field: string): { type: string }[] {
  const types = TARGETS[field]
  if (types === undefined) throw new Bug(`no type is known that the field "${field}" refers to`)
  return types.map((type) => ({ type }))
}
