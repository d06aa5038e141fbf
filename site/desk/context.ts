import type { SanityClient } from '@sanity/client'
import type { Context } from 'hono'
import type { Logger } from 'pino'
import type { Accounts } from '#content/access/accounts.ts'
import type { SendMail } from '#content/access/mail.ts'
import type { Member } from '#content/access/members.ts'
import type { LakeDocument } from '#content/lake/document.ts'
import type { Identity } from '#content/lake/rights.ts'
import type { ShownReleases } from '#content/model/shown-releases.ts'
import type { Scans } from '../lib/open-scans.ts'
import type { Services } from '../lib/services.ts'
import type { PreviewRooms } from '../preview/context.ts'

/** What the desk is made from. */
export type DeskRooms = {
  accounts: Accounts
  /** Reads as the process itself, drafts included where it asks for them. */
  client: SanityClient
  /** Writes as a person whose right to it the desk has looked at: the log and the gates know who it was. */
  clientFor: (account: string) => SanityClient
  /** Every document as it is stored; what of it a person may see, their audience says. */
  documents: () => Iterable<LakeDocument>
  services: Services
  /** Which release the connected screens of a place show. */
  screens: ShownReleases
  scans: Scans
  /** A page as its readers get it, by its whole address. Without it the address is asked over the network. */
  readPage?: (address: string) => Promise<Response>
  /** Absent where no mail server is set. */
  sendMail: SendMail | undefined
  previews: PreviewRooms
  log: Logger
  now: () => number
}

/** Who asks. */
export type DeskEnv = { Variables: { member: Member; identity: Identity } }
/** A request to the desk. */
export type DeskAsked = Context<DeskEnv>
