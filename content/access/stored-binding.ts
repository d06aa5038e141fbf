import { z } from 'zod'
import { type Binding, ROLES } from './binding.ts'

/** A role by its name. */
export const role = z.enum(ROLES)

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
  .transform(
    ({ role: name, organizations, place, expiresAt }): Binding => ({
      role: name,
      organizations,
      ...(place !== undefined && { place }),
      ...(expiresAt !== undefined && { expiresAt }),
    }),
  )

/** Some bindings as JSON text, read. Throws where it is none: nobody but us writes it. */
export function readBindings(text: string): Binding[] {
  return z.array(binding).parse(JSON.parse(text))
}

/** Those that are not over. */
export function validAt(bindings: readonly Binding[], now: Date): Binding[] {
  return bindings.filter(
    ({ expiresAt }) => expiresAt === undefined || Date.parse(expiresAt) > now.getTime(),
  )
}

/** True where one of the bindings makes an administrator of the whole house. */
export function isAdministrator(bindings: readonly Binding[]): boolean {
  return bindings.some(
    ({ role: held, organizations }) => held === 'administrator' && organizations === 'all',
  )
}
