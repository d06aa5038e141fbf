import type { SanityClient } from '@sanity/client'
import type { Context } from 'hono'
import type { Logger } from 'pino'
import type { Accounts } from '#content/access/accounts.ts'
import type { Visitor } from '#content/access/ask-auth.ts'
import type { SendMail } from '#content/access/mail.ts'
import type { Member } from '#content/access/members.ts'
import type { Session } from '#content/access/sessions.ts'
import { isAdministrator } from '#content/access/stored-binding.ts'
import type { Frame } from './frame.ts'
import type { Words } from './words.ts'

/** What the pages of accounts are made from. */
export type Rooms = {
  accounts: Accounts
  frame: (frame: Frame) => Response
  wordsFor: (acceptLanguage: string | null) => Words
  /** Absent where no mail server is set. */
  sendMail: SendMail | undefined
  client: SanityClient
  log: Logger
}

/** What is known about a request: the address of who asks, and on pages of an account who it is. */
export type Env = { Bindings: { peer: string }; Variables: { session: Session; member: Member } }
/** A request to a page. */
export type Asked = Context<Env>

/** The words of a request's reader. */
export function wordsOf({ wordsFor }: Rooms, asked: Asked): Words {
  return wordsFor(asked.req.header('accept-language') ?? null)
}

/** Who asks, as better-auth is told. */
export function visitorOf({ accounts }: Rooms, asked: Asked): Visitor {
  return { headers: asked.req.raw.headers, address: accounts.cover(asked.env.peer) }
}

/** Who is signed in, for the links at the top of a page. */
export function personOf({ accounts }: Rooms, { var: { member } }: Asked) {
  const bindings = accounts.members.bindingsOf(member.id)
  return { name: member.name, isAdministrator: isAdministrator(bindings) }
}

/** The fields of a posted form; one that comes twice is a list. What cannot be read has none. */
export async function readFields(asked: Asked): Promise<Record<string, unknown>> {
  try {
    return await asked.req.parseBody({ all: true })
  } catch {
    return {}
  }
}

/** The fields of a posted form that are text, each once. */
export async function readForm(asked: Asked): Promise<Record<string, string>> {
  const texts = Object.entries(await readFields(asked)).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  )
  return Object.fromEntries(texts)
}

/** Sends a browser on after a form, with the cookies that it gets. */
export function sendOn(to: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ Location: to, 'Cache-Control': 'no-store' })
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return new Response(null, { status: 303, headers })
}
