import type {
  ConditionalPropertyCallbackContext,
  DocumentDefinition,
  FieldDefinition,
} from 'sanity'

/** Roles that write some fields only, and which: the server refuses the rest (`content/access/write-rules.ts`). */
const WRITTEN_BY: Readonly<Record<string, readonly string[]>> = {
  // Texts are reviewed by buttons, which ask the server themselves.
  reviewer: ['audio', 'strings'],
  translator: [
    ...['name', 'town', 'nearestDesk', 'directions', 'whatHappens', 'text', 'statements'],
    ...['heading', 'body', 'callToAction', 'headline', 'instruction'],
    ...['title', 'summary', 'strings'],
  ],
  field: ['directions', 'nearestDesk', 'hours', 'approximateAddress'],
}

/** Types of which a role also writes new ones whole. */
const BEGUN_BY: Readonly<Record<string, readonly string[]>> = { translator: ['guide'] }

/** Whether somebody of these roles writes a field; a document is new until it has been saved. */
export function mayWriteField(
  roles: readonly string[],
  field: { type: string; name: string; isNew: boolean },
): boolean {
  return roles.some((role) => {
    const written = WRITTEN_BY[role]
    if (written === undefined || written.includes(field.name)) return true
    return field.isNew && BEGUN_BY[role]?.includes(field.type) === true
  })
}

/** A document type whose fields are closed to those whose role does not write them. */
export function withRoleLimits(type: DocumentDefinition): DocumentDefinition {
  return { ...type, fields: type.fields.map((field) => limited(type.name, field)) }
}

function limited<Field extends FieldDefinition>(type: string, field: Field): Field {
  const { name, readOnly } = field
  if (readOnly === true) return field
  return {
    ...field,
    readOnly: (context: ConditionalPropertyCallbackContext) => {
      const { currentUser, document } = context
      const roles = currentUser?.roles.map((role) => role.name) ?? []
      const isNew = document?._createdAt === undefined
      if (roles.length > 0 && !mayWriteField(roles, { type, name, isNew })) return true
      return typeof readOnly === 'function' ? readOnly(context) : false
    },
  }
}
