import { canBeDrawn } from '#content/brand/qr-code.ts'
import { helpView } from '#content/help/help-view.ts'
import { createSpeaker, type Strings } from '#content/locales/speaker.ts'
import { buildRelease, type ReleaseBlob } from '../release/build.ts'
import type { Release } from '../release/release.ts'
import { type SigningKey, signRelease } from '../release/sign.ts'
import type { Counters } from './counters.ts'
import type { KioskDeps } from './deps.ts'
import { createFontCutter } from './fonts.ts'

/** A signed release, ready to be sent. After `validUntil` (epoch ms) it is to be made anew. */
export type Published = {
  counter: number
  envelope: Uint8Array<ArrayBuffer>
  release: Release
  blobs: readonly ReleaseBlob[]
  validUntil: number
}

/** Opening hours are worked out for some weeks ahead: once a day they are carried on. */
const LONGEST_MS = 24 * 60 * 60 * 1000

/** Makes the function that builds and signs the release of a place; it gives `last` back where nothing has changed. */
export function createPublisher(
  deps: KioskDeps,
  { key, counters }: { key: SigningKey; counters: Counters },
): (place: string, last: Published | undefined) => Promise<Published | undefined> {
  const cutFonts = createFontCutter()
  // A screen without codes still shows who helps: better than none.
  const hasCodes = canBeDrawn(deps.origin.toUpperCase())
  if (!hasCodes) {
    deps.log.error(
      { origin: deps.origin },
      'Screens show no QR codes: set WAYMARK_ORIGIN to a name with letters, digits, dots and hyphens only.',
    )
  }
  return async (place, last) => {
    const now = deps.now()
    const facts = await deps.loadPlaceFacts(place, now)
    if (facts === undefined) return undefined
    const [languages, strings] = await Promise.all([deps.loadLanguages(), deps.loadStrings()])
    const built = await buildRelease({
      facts,
      languages,
      strings,
      cutFonts,
      code: hasCodes ? await deps.findCode(facts.place.id) : undefined,
      origin: deps.origin,
      isSample: deps.isSample,
      now,
      previousCounter: counters.last(place),
    })
    const validUntil = validUntilOf(built.release, strings, now)
    if (last !== undefined && isSameContent(last.release, built.release)) {
      return { ...last, validUntil }
    }
    await counters.keep(place, built.release.counter)
    const envelope = await signRelease(built.payload, [key])
    return { ...built, counter: built.release.counter, envelope, validUntil }
  }
}

function isSameContent(one: Release, other: Release): boolean {
  const content = (release: Release) => JSON.stringify({ ...release, counter: 0, createdAt: 0 })
  return content(one) === content(other)
}

/** The earliest moment at which help changes for a reader of any of the place's languages. */
function validUntilOf({ facts, languages }: Release, strings: Strings, now: number): number {
  const speak = createSpeaker({ strings, languages })
  const ends = facts.place.languages.map(
    (tag) => helpView({ facts, languages, speak, wanted: [tag], now }).validUntil,
  )
  return Math.min(now + LONGEST_MS, ...ends.filter((end) => end !== undefined))
}
