import type { SanityClient } from '@sanity/client'
import { z } from 'zod'
import type { PublicHelpline } from '#content/model/facts.ts'
import { layersOf } from './layers-of.ts'
import { onePerId } from './one-per-id.ts'
import { helplinesOf, withStandbys } from './projections.ts'
import { readHelplines } from './read-help.ts'
import type { Report } from './read-result.ts'
import { resolveHelpline } from './resolve-help.ts'

const RESERVE_QUERY = withStandbys(helplinesOf('count(countries[@ in $countries]) > 0'))

/**
 * The helplines of these countries, for a place where none of its own is left standing:
 * the emergency number stands beside a helpline, never instead of one.
 */
export async function loadReserve(
  client: SanityClient,
  countries: readonly string[],
  now: number,
  report: Report,
): Promise<PublicHelpline[]> {
  const found: unknown = await client.fetch(RESERVE_QUERY, { countries }, layersOf(client))
  return onePerId(readHelplines(z.array(z.unknown()).parse(found), report)).map((it) =>
    resolveHelpline(it, now, report),
  )
}
