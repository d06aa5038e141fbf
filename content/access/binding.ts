import { z } from 'zod'
import { role } from './role.ts'

/** A role as it is stored and sent: with the organisations it is held for. */
export const binding = z
  .object({
    role,
    organizations: z.union([z.literal('all'), z.array(z.string().min(1)).min(1)]),
    place: z.string().min(1).optional(),
    expiresAt: z.iso.datetime().optional(),
  })
  .refine((held) => (held.role === 'field') === (held.place !== undefined), {
    message: 'the field role, and no other, needs a place',
  })

/** @see {@link binding} */
export type StoredBinding = z.infer<typeof binding>

/** Some bindings as JSON text, read. Throws where it is none: nobody but us writes it. */
export function readBindings(text: string): StoredBinding[] {
  return z.array(binding).parse(JSON.parse(text))
}

/** Those that are not over. */
export function validAt(bindings: readonly StoredBinding[], now: Date): StoredBinding[] {
  return bindings.filter(
    ({ expiresAt }) => expiresAt === undefined || Date.parse(expiresAt) > now.getTime(),
  )
}

/** True where one of the bindings makes an administrator of the whole house. */
export function isAdministrator(bindings: readonly StoredBinding[]): boolean {
  return bindings.some(
    ({ role: held, organizations }) => held === 'administrator' && organizations === 'all',
  )
}
