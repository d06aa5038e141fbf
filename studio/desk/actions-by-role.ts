/**
 * What the server refuses to roles that write in part, where the Studio's own rights do not know it: publishing is
 * shown as closed by those. By the Studio's name for it (`content/access/write-rules.ts`).
 */
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  reviewer: ['delete', 'unpublish', 'duplicate', 'restore'],
  translator: ['delete', 'unpublish', 'duplicate'],
  field: ['delete', 'unpublish', 'duplicate'],
}

/** Whether an action on a document is offered to somebody of these roles: one that lets it is enough. */
export function isOffered(action: string | undefined, roles: readonly string[]): boolean {
  if (action === undefined || roles.length === 0) return true
  return roles.some((role) => REFUSED[role]?.includes(action) !== true)
}
