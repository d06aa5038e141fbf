import type { CountryView, Passage } from '#content/help/view.ts'
import type { Visit } from './visit.ts'

/** What was not found; each has its own words (`missing.place` and so on). */
export type MissingKind = 'place' | 'country' | 'language' | 'code' | 'size' | 'guide'

/** Help for somebody whose address leads nowhere. `instead` is the page that they may have meant. */
export type Missing = {
  what?: MissingKind
  countries: CountryView[]
  instead?: { href: string; place: Passage }
}

/** A page's matter, or help in its stead. `validUntil` (epoch ms) is absent where no end is in sight. */
export type Outcome<Matter> =
  | { isFound: true; matter: Matter; validUntil: number | undefined }
  | { isFound: false; missing: Missing }

// A day: content that changes is dropped at once, this only bounds what nobody has thought of.
const LONGEST_SECONDS = 86_400

/** What pages use of `Astro`. */
type PageContext = {
  locals: { visit: Visit }
  response: { status?: number }
  cache: { set: (options: { maxAge: number }) => void }
}

/** Sets status and time to keep: found pages until their facts change, the others for nobody else. */
export function settle(context: PageContext, outcome: Outcome<unknown>): void {
  if (!outcome.isFound) {
    context.response.status = 404
    return
  }
  const { validUntil } = outcome
  const left =
    validUntil === undefined
      ? LONGEST_SECONDS
      : (validUntil - context.locals.visit.services.now()) / 1000
  if (left > 0) context.cache.set({ maxAge: Math.min(left, LONGEST_SECONDS) })
}
