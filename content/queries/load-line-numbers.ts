import type { SanityClient } from '@sanity/client'
import { z } from 'zod'
import { digitsOf } from '#content/model/digits.ts'

const NUMBERS_QUERY = '*[_type in ["helpline", "service"]].numbers[].dial'

const dials = z.array(z.string().nullable())

/** The digits of every number of a helpline or service, drafts and withdrawn ones too. */
export async function loadLineNumbers(client: SanityClient): Promise<ReadonlySet<string>> {
  const found = await client.fetch<unknown>(NUMBERS_QUERY, {}, { perspective: 'raw' })
  return new Set(dials.parse(found).flatMap((dial) => (dial === null ? [] : digitsOf(dial))))
}
