import path from 'node:path'
import { z } from 'zod'
import type { Reading } from '#content/access/reading.ts'
import { canBeDrawn } from '#content/brand/qr-code.ts'
import { Mistake } from '#content/model/errors.ts'
import { isLoopback, isPeerPattern } from './peers.ts'

/** What a person may set, checked. Paths are absolute; `origin` has no slash at the end. */
export type Settings = {
  /** 0 takes any free port. */
  port: number
  host: string
  /** Where the public reaches us; absent until somebody says so, and then nothing may be printed. */
  origin?: string
  dataFolder: string
  demo: 'where-local' | 'never' | 'always'
  tls?: { certFile: string; keyFile: string }
  /** Addresses or networks of the HTTPS proxies that may speak to us; empty without a proxy. */
  trustedProxies: string[]
  /** Sites that may show help pages in a frame, `*` alone for all; empty: nobody may. */
  embedOrigins: string[]
  /** Whether search engines may list help pages; absent until somebody says so. */
  robots?: 'index' | 'noindex'
  sanity?: { projectId: string; dataset: string; token: string }
  /** Who may read what is published from the lake without signing in. */
  reading: Reading
  /** Signs session cookies; absent where the data folder keeps it. */
  sessionSecret?: string
  /** Sends invitations and links for lost passwords; absent where links are only shown. */
  mail?: { url: string; from: string }
  /** Budget of the noise on a week's scans; absent where none is added. */
  scanEpsilon?: number
  logLevel: (typeof LOG_LEVELS)[number]
}

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const

const variables = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .default(4321),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/)
    .default('127.0.0.1'),
  WAYMARK_ORIGIN: z
    .string()
    .regex(/^https?:\/\/[^/?#@\s]+\/?$/i)
    .refine((text) => URL.canParse(text))
    .transform((text) => new URL(text).origin)
    .refine((origin) => canBeDrawn(`${origin}/Q/`.toUpperCase()))
    .optional(),
  WAYMARK_DATA: z.string().default('data'),
  WAYMARK_DEMO: z.enum(['0', '1']).optional(),
  TLS_CERT: z.string().optional(),
  TLS_KEY: z.string().optional(),
  TRUST_PROXY: z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim()))
    .refine((patterns) => patterns.every(isPeerPattern))
    .default([]),
  WAYMARK_EMBED_ORIGINS: z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim()))
    .refine((origins) => origins.join() === '*' || origins.every(mayEmbed))
    .transform((origins) => origins.map((one) => (one === '*' ? one : new URL(one).origin)))
    .default([]),
  WAYMARK_ROBOTS: z.enum(['index', 'noindex']).optional(),
  SANITY_PROJECT_ID: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .optional(),
  SANITY_DATASET: z
    .string()
    .regex(/^~?[a-z0-9_-]+$/)
    .optional(),
  SANITY_TOKEN: z
    .string()
    .regex(/^[!-~]+$/)
    .optional(),
  LAKE_READING: z.enum(['closed', 'loopback', 'open']).default('closed'),
  SESSION_SECRET: z
    .string()
    .regex(/^[!-~]{32,}$/)
    .optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//)
    .refine((text) => URL.canParse(text))
    .optional(),
  MAIL_FROM: z.email().optional(),
  WAYMARK_SCAN_EPSILON: z
    .string()
    .regex(/^\d{1,2}(\.\d{1,3})?$/)
    .transform(Number)
    .refine((epsilon) => epsilon >= 0.01 && epsilon <= 10)
    .optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
})

const ADVICE = {
  PORT: 'Write a whole number from 0 to 65535, such as 4321.',
  HOST: 'Write an address of this machine, such as 127.0.0.1.',
  WAYMARK_ORIGIN:
    'Write scheme and host only, such as https://help.example.org: letters, digits, dots and hyphens fit into a QR code.',
  WAYMARK_DATA: 'Write the path of a folder, such as data.',
  WAYMARK_DEMO: 'Write 0 (never) or 1 (always when empty), or leave it out.',
  TLS_CERT: 'Write the path of a PEM file.',
  TLS_KEY: 'Write the path of a PEM file.',
  TRUST_PROXY: 'Write addresses or networks with commas, such as 10.0.0.2, 172.16.0.0/12.',
  WAYMARK_EMBED_ORIGINS:
    'Write the sites that may show help pages in a frame, such as https://www.example.org, https://example.com, or * for all.',
  WAYMARK_ROBOTS: 'Write index or noindex, or leave it out: then a public origin is listed.',
  SANITY_PROJECT_ID: 'Write the id of the project, such as zp7mbokg.',
  SANITY_DATASET: 'Write the name of the dataset, such as production.',
  SANITY_TOKEN: 'Write a token that may read and write the dataset.',
  LAKE_READING: 'Write closed, loopback (programs on this machine only) or open.',
  SESSION_SECRET: 'Write at least 32 random letters and digits, or leave it out.',
  SMTP_URL: 'Write the address of a mail server, such as smtps://name:password@mail.example.org.',
  MAIL_FROM: 'Write the address that letters come from, such as waymark@example.org.',
  WAYMARK_SCAN_EPSILON: 'Write a number from 0.01 (much noise) to 10 (little), or leave it out.',
  LOG_LEVEL: `Write one of ${LOG_LEVELS.join(', ')}.`,
} as const satisfies Record<keyof z.infer<typeof variables>, string>

/**
 * Reads the environment. An empty variable counts as not set; relative paths start at `folder`.
 *
 * @throws Mistake that names the variable and says what to write
 */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
  folder: string,
): Settings {
  const given = Object.fromEntries(
    Object.keys(ADVICE).flatMap((name) => {
      const text = env[name]?.trim()
      return text ? [[name, text]] : []
    }),
  )
  const parsed = variables.safeParse(given)
  if (!parsed.success) throw wrong(parsed.error.issues[0]?.path[0], given)
  const read = parsed.data
  const [certFile, keyFile] = together(read, ['TLS_CERT', 'TLS_KEY']) ?? []
  const [projectId, dataset, token] =
    together(read, ['SANITY_PROJECT_ID', 'SANITY_DATASET', 'SANITY_TOKEN']) ?? []
  const [mailUrl, mailFrom] = together(read, ['SMTP_URL', 'MAIL_FROM']) ?? []
  const settings: Settings = {
    port: read.PORT,
    host: read.HOST,
    ...(read.WAYMARK_ORIGIN && { origin: read.WAYMARK_ORIGIN }),
    dataFolder: path.resolve(folder, read.WAYMARK_DATA),
    demo:
      read.WAYMARK_DEMO === '1' ? 'always' : read.WAYMARK_DEMO === '0' ? 'never' : 'where-local',
    ...(certFile &&
      keyFile && {
        tls: { certFile: path.resolve(folder, certFile), keyFile: path.resolve(folder, keyFile) },
      }),
    trustedProxies: read.TRUST_PROXY,
    embedOrigins: read.WAYMARK_EMBED_ORIGINS,
    ...(read.WAYMARK_ROBOTS && { robots: read.WAYMARK_ROBOTS }),
    ...(projectId && dataset && token && { sanity: { projectId, dataset, token } }),
    reading: read.LAKE_READING,
    ...(read.SESSION_SECRET && { sessionSecret: read.SESSION_SECRET }),
    ...(mailUrl && mailFrom && { mail: { url: mailUrl, from: mailFrom } }),
    ...(read.WAYMARK_SCAN_EPSILON !== undefined && { scanEpsilon: read.WAYMARK_SCAN_EPSILON }),
    logLevel: read.LOG_LEVEL,
  }
  refuseOpenPlainHttp(settings)
  refuseLoopbackReading(settings)
  return settings
}

/** A site by scheme and host. Without HTTPS anybody on the way could draw over the exit; this machine has no way. */
function mayEmbed(text: string): boolean {
  if (!/^https?:\/\/[^/?#@\s;*]+\/?$/i.test(text) || !URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return protocol === 'https:' || isLoopback(hostname)
}

function wrong(name: PropertyKey | undefined, given: Record<string, unknown>): Mistake {
  const [variable, advice] = Object.entries(ADVICE).find(([one]) => one === name) ?? ['', '']
  const shown = /TOKEN|SECRET|SMTP/.test(variable) ? '' : ` is "${given[variable]}"`
  return new Mistake('settings', `${variable}${shown}: that cannot be read. ${advice}`)
}

/** Values of variables that belong together, in order; `undefined` where none of them is set. */
function together(
  read: Readonly<Record<string, unknown>>,
  names: readonly (keyof typeof ADVICE)[],
): string[] | undefined {
  const values = names.map((name) => read[name]).filter((value) => typeof value === 'string')
  if (values.length === 0) return undefined
  const missing = names.find((name) => read[name] === undefined)
  if (missing === undefined) return values
  const others = names.filter((name) => name !== missing).join(' and ')
  throw new Mistake(
    'settings',
    `${missing} is not set, but belongs to ${others}. ${ADVICE[missing]}`,
  )
}

function refuseOpenPlainHttp(settings: Settings): void {
  if (isLoopback(settings.host) || settings.tls || settings.trustedProxies.length > 0) return
  throw new Mistake(
    'settings',
    `HOST is "${settings.host}", which others can reach, but without HTTPS. Set TLS_CERT and TLS_KEY, or name your HTTPS proxy in TRUST_PROXY, or write HOST=127.0.0.1.`,
  )
}

function refuseLoopbackReading({ reading, host }: Settings): void {
  if (reading !== 'loopback' || isLoopback(host)) return
  throw new Mistake(
    'settings',
    `LAKE_READING is "loopback", but HOST is "${host}", which others can reach. Write LAKE_READING=closed, or open for everybody.`,
  )
}
