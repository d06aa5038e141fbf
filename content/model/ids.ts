import { z } from 'zod'

/** Path segments of the site that no place may take as its slug. */
export const RESERVED_SLUGS = [
  'guide',
  'imprint',
  'privacy',
  'accessibility',
  'posters',
  'screen',
  'preview',
  'review',
  'console',
  'studio',
  'login',
  'withdraw',
  'lake',
  'media',
  'api',
  'embed',
  'oembed',
  'hsds',
  'healthz',
  'readyz',
  'metrics',
  'country',
  'place',
] as const

const reserved: readonly string[] = RESERVED_SLUGS

/** Slug of a place: three or more of a-z, 0-9 and hyphen, so that it is never taken for a country. */
export const placeSlug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use small letters a-z, digits and single hyphens')
  .refine(
    (slug) => (slug.match(/[a-z]/g) ?? []).length >= 3,
    'Use at least three letters: two stand for a country',
  )
  .refine(
    (slug) => !reserved.includes(slug),
    'This word is part of an address of the site: choose another',
  )

/** Id of a document in the Content Lake, without `drafts.`. */
export const documentId = z
  .string()
  .min(1)
  .max(128)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/)

/** ISO 3166-1 alpha-2, capital letters. `EU` and fictional user-assigned codes (XA-XZ) are read too. */
export const countryCode = z.string().regex(/^[A-Z]{2}$/, 'Two capital letters, as in ISO 3166')

/** IANA time zone that this runtime knows. */
export const timeZone = z.string().refine(isTimeZone, 'Write an IANA time zone such as Europe/Rome')

/** Reference to another document, as Sanity stores it. */
export const reference = z.object({
  _type: z.literal('reference').default('reference'),
  _ref: documentId,
  _weak: z.boolean().optional(),
  _key: z.string().optional(),
})

/** Calendar day, `YYYY-MM-DD`. */
export const day = z.iso.date()

// Asking the runtime takes a fifth of a millisecond, and there may be twenty thousand places in one zone.
const knownZones = new Set<string>()

function isTimeZone(name: string): boolean {
  if (knownZones.has(name)) return true
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    knownZones.add(name)
    return true
  } catch {
    return false
  }
}
