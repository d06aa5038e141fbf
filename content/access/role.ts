import { z } from 'zod'

/** What a token may do: a viewer reads, an editor writes, an administrator also administers. */
export const role = z.enum(['viewer', 'editor', 'administrator'])

/** @see {@link role} */
export type Role = z.infer<typeof role>
