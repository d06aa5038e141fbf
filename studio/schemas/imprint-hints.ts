import type { ValidationError } from 'sanity'
import { organization } from '#content/model/documents/organization.ts'

// Who owns a station or a coach is behind no page.
const ANSWERS_FOR_NOTHING = 'operator'

const HINTS: Readonly<Record<string, string>> = {
  country: 'Where it is missing, your pages name no authority that people may turn to',
  registeredAddress: 'The law asks for it in the imprint of pages and posters',
  responsibleRole: 'The law asks in the imprint who answers for what is said: a role is enough',
  dataProtectionContact: 'The law asks on the privacy page where people ask about their data',
  accessibilityContact: 'The accessibility statement has to say where people report a barrier',
  accessibilityTestedOn: 'The accessibility statement has to say when it was last looked at',
}

/** What the legal pages of an organisation still lack; it may be published without. */
export function imprintHints(document: unknown): true | ValidationError[] {
  const known = organization.partial().safeParse(document)
  if (!known.success || known.data.kind === ANSWERS_FOR_NOTHING) return true
  const fields: Readonly<Record<string, unknown>> = known.data
  const hints = Object.entries(HINTS).filter(([name]) => !fields[name])
  return hints.length === 0 || hints.map(([name, message]) => ({ path: [name], message }))
}
