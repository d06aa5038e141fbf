import { z } from 'zod'

/** What a token may do: a viewer reads, an editor writes, an administrator also administers. */
export const role = z.enum(['viewer', 'editor', 'administrator'])

/** @see {@link role} */
export type Role = z.infer<typeof role>

const NEEDS: Record<Role, readonly string[]> = {
  viewer: ['read', 'history'],
  editor: ['read', 'history', 'create', 'update', 'delete'],
  administrator: ['read', 'history', 'create', 'update', 'delete', 'manage'],
}

/** True where the role covers a need of the lake, such as `read` or `update`. */
export function roleCovers(held: Role, need: string): boolean {
  return NEEDS[held].includes(need)
}
