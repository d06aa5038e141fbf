import { z } from 'zod'
import { helpFacts } from './documents/helpline.ts'
import { service } from './documents/service.ts'
import { textHash } from './text-hash.ts'

const { approximateAddress, coordinates } = service.shape
const { numbers, languages, hours, countries, audience } = helpFacts
const { anonymous, free, asksResidenceStatus, contactsPolice } = helpFacts

/**
 * What two people stand for when they verify a helpline or a service: all that is promised, where the door is, and no
 * prose.
 */
const verifiedFacts = z.object({
  numbers,
  languages,
  hours,
  countries,
  audience,
  anonymous,
  free,
  asksResidenceStatus,
  contactsPolice,
  approximateAddress,
  coordinates,
})

/**
 * Fingerprint of the facts that a verification holds for; undefined while one of them is missing or out of shape.
 * The order of languages and countries, keys of list items and the day a language was heard make no difference.
 */
export function factsHash(document: unknown): string | undefined {
  const { data } = verifiedFacts.safeParse(document)
  if (data === undefined) return undefined
  const plain = {
    ...data,
    numbers: data.numbers.map(({ _key, ...number }) => ({
      ...number,
      freeFrom: number.freeFrom.toSorted(),
      blockedCarriers: number.blockedCarriers.toSorted(),
    })),
    languages: data.languages
      .map(({ tag, mode, hours: own }) => ({ tag, mode, ...(own && { hours: own }) }))
      .toSorted((a, b) => (a.tag < b.tag ? -1 : 1)),
    countries: data.countries.toSorted(),
  }
  return textHash(canonical(plain))
}

/** JSON with its names in order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
