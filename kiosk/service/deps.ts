import type { Strings } from '#content/locales/speaker.ts'
import type { PlaceFacts } from '#content/model/facts.ts'
import type { Language } from '#content/model/languages.ts'
import type { ShortCode } from '#content/model/short-code.ts'

/** What the kiosk's service is handed by the process that starts it. */
export type KioskDeps = {
  /** The public facts of a place by its slug, `undefined` where there is none. `now` is epoch milliseconds. */
  loadPlaceFacts: (slug: string, now: number) => Promise<PlaceFacts | undefined>
  loadLanguages: () => Promise<readonly Language[]>
  /** The code that the QR codes on a place's screens bear; `undefined` shows none. */
  findCode: (placeId: string) => Promise<ShortCode | undefined>
  /** Calls back after every change of published content; returns the way to stop it. */
  onChange: (listener: () => void) => () => void
  /** Our own words as they are now: authors change them too. */
  loadStrings: () => Promise<Strings>
  /** Public origin, as in QR codes. */
  origin: string
  /** Marks everything SAMPLE. */
  isSample: boolean
  /** Where the signing key lies, mode 0600. */
  secretsFolder: string
  /** Where the counters lie. */
  stateFolder: string
  /** What the build made for browsers: `dist/client`. */
  shellFolder: string
  now: () => number
  log: {
    info: (facts: object, message: string) => void
    error: (facts: object, message: string) => void
  }
  /** Event streams in the whole process, 1,000 if not given. */
  mostScreens?: number
}
