import { createHash } from 'node:crypto'
import { type AskAuth, askerOf } from './ask-auth.ts'
import { createAttempts } from './attempts.ts'
import { type Audit, createAudit } from './audit.ts'
import { type Auth, openAuth } from './auth.ts'
import { addressCover } from './cover-address.ts'
import { createFactors, type Factors } from './factors.ts'
import { createLinks, type Links } from './links.ts'
import { createMembers, type Members } from './members.ts'
import { openAccessDatabase } from './open-database.ts'
import { ownOrigins } from './own-request.ts'
import { createPasswords, type Passwords } from './passwords.ts'
import { createRecruiting, type Recruiting } from './recruiting.ts'
import { createReviewLinks, type ReviewLinks } from './review-links.ts'
import { createSessions, type Sessions } from './sessions.ts'
import { createSignIn, type SignIn } from './sign-in.ts'
import { createStaff, type Staff } from './staff.ts'
import { createTokens, type Tokens } from './tokens.ts'

/** Everybody who may do something here, open: the parts by what they are asked for. */
export interface Accounts {
  origin: string
  /** All origins that are ours; the first is the public one or its twin on loopback. */
  origins: readonly string[]
  now: () => Date
  /** Turns a visitor's address into a stand-in that counts tries and tells nothing. */
  cover: (address: string) => string
  ask: AskAuth
  audit: Audit
  factors: Factors
  links: Links
  members: Members
  passwords: Passwords
  recruiting: Recruiting
  reviewLinks: ReviewLinks
  sessions: Sessions
  signIn: SignIn
  staff: Staff
  tokens: Tokens
  close(): void
}

/**
 * Opens `access.sqlite` in the data folder and brings it up to date.
 * `origin` is where browsers reach us, without a slash at the end.
 *
 * @throws where the folder cannot be written
 */
export async function openAccounts(options: {
  dataFolder: string
  /** Signs cookies; at least 32 characters. */
  secret: string
  origin: string
  now?: () => Date
}): Promise<Accounts> {
  const { dataFolder, secret, origin, now = () => new Date() } = options
  const database = openAccessDatabase(dataFolder)
  try {
    const mayEnter = (id: string) => members.mayEnter(id)
    const auth: Auth = await openAuth({ database, secret, origin, mayEnter })
    const members = createMembers(database, now)
    const audit = createAudit(database, now)
    const links = createLinks(database, now)
    const sessions = createSessions(auth, now)
    const attempts = createAttempts(database, keyFor('attempts', secret), now)
    const tokens = createTokens(database, { now })
    const ask = askerOf(auth.handler, origin)
    const passwords = createPasswords({ auth, audit, links, members, sessions, now })
    return {
      origin,
      origins: ownOrigins(origin),
      now,
      cover: addressCover(),
      ask,
      audit,
      factors: createFactors({ database, ask, audit }),
      links,
      members,
      passwords,
      recruiting: createRecruiting({ audit, links, members, passwords }),
      reviewLinks: createReviewLinks(database, now),
      sessions,
      signIn: createSignIn({ auth, ask, attempts, members, sessions, audit }),
      staff: createStaff({ auth, audit, links, members, sessions }),
      tokens,
      close: () => database.close(),
    }
  } catch (cause) {
    database.close()
    throw cause
  }
}

// One secret, a key for each use: none tells anything of another.
function keyFor(use: string, secret: string): string {
  return createHash('sha256').update(`${use}\0${secret}`).digest('hex')
}
