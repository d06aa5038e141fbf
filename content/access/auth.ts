import type { DatabaseSync } from 'node:sqlite'
import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { getMigrations } from 'better-auth/db/migration'
import { twoFactor } from 'better-auth/plugins'
import { ownOrigins } from './own-request.ts'

/** Where better-auth's own addresses begin. */
export const AUTH_PATH = '/api/auth'
/** Carries a visitor's covered address to the rate limit; ours alone, never a visitor's. */
export const VISITOR_HEADER = 'x-waymark-visitor'
/** A session ends after this time in any case, seconds: a week. */
export const SESSION_SECONDS = 7 * 86_400
const FRESH_SECONDS = 3_600
// Per address and minute. People share addresses: an office has to get in on Monday morning.
const TRIES = { window: 60, max: 20 }

/** better-auth as we use it: accounts, sessions, second factors. */
export type Auth = Awaited<ReturnType<typeof openAuth>>

/**
 * Sets better-auth up on an open `access.sqlite` and brings its tables up to date. Nobody can sign up by
 * themselves. Neither addresses nor browsers' names are kept, and nothing is sent to anybody.
 */
export async function openAuth(options: {
  database: DatabaseSync
  secret: string
  origin: string
  /** Whether somebody may have a session at all. */
  mayEnter: (account: string) => boolean
}) {
  const { database, secret, origin, mayEnter } = options
  const { hostname } = new URL(origin)
  const origins = ownOrigins(origin)
  const auth = betterAuth({
    appName: 'Waymark',
    baseURL: origin,
    basePath: AUTH_PATH,
    secret,
    database,
    trustedOrigins: origins,
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12 },
    session: {
      expiresIn: SESSION_SECONDS,
      freshAge: FRESH_SECONDS,
      disableSessionRefresh: true,
    },
    rateLimit: {
      enabled: true,
      storage: 'memory',
      customRules: { '/sign-in/email': TRIES, '/two-factor/*': TRIES, '/passkey/*': TRIES },
    },
    advanced: {
      cookiePrefix: 'waymark',
      useSecureCookies: origin.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [VISITOR_HEADER] },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            if (!mayEnter(session.userId)) return false
            return { data: { ...session, ipAddress: '', userAgent: '' } }
          },
        },
      },
    },
    plugins: [
      twoFactor({ issuer: 'Waymark', twoFactorCookieMaxAge: 600 }),
      passkey({
        rpName: 'Waymark',
        // WebAuthn knows names only: on this machine `localhost` stands for its address.
        rpID: hostname === '127.0.0.1' ? 'localhost' : hostname,
        origin: origins,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        // A passkey stands for both factors only where the device has asked who holds it.
        registration: {
          afterVerification: async ({ verification }) =>
            needVerifiedUser(verification.registrationInfo?.userVerified),
        },
        authentication: {
          afterVerification: async ({ verification }) =>
            needVerifiedUser(verification.authenticationInfo.userVerified),
        },
      }),
    ],
  })
  const { runMigrations } = await getMigrations(auth.options)
  await runMigrations()
  return auth
}

function needVerifiedUser(isVerified: boolean | undefined): void {
  if (isVerified === true) return
  throw new APIError('BAD_REQUEST', { message: 'The device has not checked who holds it' })
}
