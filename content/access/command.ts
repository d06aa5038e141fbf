import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { Binding } from './binding.ts'
import { binding, role } from './stored-binding.ts'

/** How the commands are written. */
export const USAGE = `Tokens and accounts. The data folder is WAYMARK_DATA, default data/.

  npm run lake -- token --role ROLE [--organization ID] [--place ID] [--expires 30d] [--label "what it is for"]
  npm run lake -- tokens
  npm run lake -- revoke TOKEN-ID
  npm run lake -- invite --email EMAIL --role ROLE [--organization ID] [--place ID] [--expires 30d]
  npm run lake -- accounts
  npm run lake -- reset-password EMAIL      prints a link that works once
  npm run lake -- drop-second-factor EMAIL  for somebody who has lost telephone and codes
  npm run lake -- lock|unlock|remove EMAIL

ROLE is one of ${role.options.join(', ')}. --organization can be given more than once;
without it the role is for all organisations. --expires takes days: 30d.
`

const ABOUT_ONE = ['reset-password', 'drop-second-factor', 'lock', 'unlock', 'remove'] as const
const aboutOne = z.enum(ABOUT_ONE)

/** What the command line asks for, or why it cannot be read. */
export type Command =
  | { name: 'token'; bindings: Binding[]; label: string; expiresAt?: string }
  | { name: 'invite'; email: string; bindings: Binding[] }
  | { name: 'tokens' }
  | { name: 'accounts' }
  | { name: 'revoke'; id: string }
  | { name: (typeof ABOUT_ONE)[number]; email: string }
  | { name: 'wrong'; reason: string }

const DAY_MS = 86_400_000

/** Reads the arguments of a command. */
export function readCommand(args: string[], now: Date): Command {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        role: { type: 'string' },
        organization: { type: 'string', multiple: true },
        place: { type: 'string' },
        expires: { type: 'string' },
        email: { type: 'string' },
        label: { type: 'string', default: '' },
      },
    })
    return readParts(positionals, values, now)
  } catch (error) {
    return wrong(error instanceof Error ? error.message : 'unreadable arguments')
  }
}

type Values = {
  role?: string | undefined
  organization?: string[] | undefined
  place?: string | undefined
  expires?: string | undefined
  email?: string | undefined
  label: string
}

function readParts(positionals: string[], values: Values, now: Date): Command {
  const [name, about, ...rest] = positionals
  if (rest.length > 0) return wrong(`"${rest[0]}" is too much`)
  if (name === 'revoke') {
    return about === undefined ? wrong('revoke takes the id of a token') : { name, id: about }
  }
  const one = aboutOne.safeParse(name)
  if (one.success) {
    if (about === undefined) return wrong(`${one.data} takes an e-mail address`)
    return { name: one.data, email: about }
  }
  if (about !== undefined) return wrong(`"${about}" is too much`)
  if (name === 'tokens') return { name }
  if (name === 'accounts') return { name }
  if (name !== 'token' && name !== 'invite') return wrong(`there is no command "${name ?? ''}"`)
  return readScope(name, values, now)
}

function readScope(name: 'token' | 'invite', values: Values, now: Date): Command {
  const asked = role.safeParse(values.role)
  if (!asked.success) return wrong(`--role has to be one of ${role.options.join(', ')}`)
  const days = /^(\d{1,4})d$/.exec(values.expires ?? '')?.[1]
  if (values.expires !== undefined && days === undefined) return wrong('--expires takes days: 30d')
  const expiresAt =
    days === undefined ? undefined : new Date(now.getTime() + Number(days) * DAY_MS).toISOString()
  const held = binding.safeParse({
    role: asked.data,
    organizations: values.organization ?? 'all',
    place: values.place,
    // A token ends as a whole; with people it is the role that ends.
    ...(name === 'invite' && { expiresAt }),
  })
  if (!held.success) return wrong(held.error.issues[0]?.message ?? 'unreadable role')
  const bindings = [held.data]
  if (name === 'token') {
    return { name, bindings, label: values.label, ...(expiresAt && { expiresAt }) }
  }
  const email = z.email().safeParse(values.email)
  if (!email.success) return wrong('--email has to be an e-mail address')
  return { name, bindings, email: email.data }
}

function wrong(reason: string): Command {
  return { name: 'wrong', reason }
}
