import { z } from 'zod'

/** What somebody is here for; each role is held for some organisations or for all of them. */
export const role = z.enum([
  'administrator',
  'editor',
  'reviewer',
  'translator',
  'field',
  'operator',
  'viewer',
])

/** @see {@link role} */
export type Role = z.infer<typeof role>
