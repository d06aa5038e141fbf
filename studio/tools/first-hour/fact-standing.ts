import { z } from 'zod'
import { pendingVerification, verification } from '#content/model/verification.ts'
import { factsHash } from '#content/model/verified-facts.ts'
import type { Paired, RawDocument } from './house.ts'

const standing = z.object({
  verification: verification.optional(),
  pendingVerification: pendingVerification.optional(),
})

/** Whether two people stand for the facts of this version, one does, or nobody. */
export function factStanding(document: RawDocument): 'verified' | 'pending' | 'none' {
  const { data } = standing.safeParse(document)
  const hash = factsHash(document)
  if (hash === undefined || data === undefined) return 'none'
  const { verification: both, pendingVerification: first } = data
  if (both?.secondPerson !== undefined && both.factsHash === hash) return 'verified'
  return first?.factsHash === hash ? 'pending' : 'none'
}

/** The better of a helpline's two versions. */
export function bestStanding({ draft, published }: Paired): 'verified' | 'pending' | 'none' {
  const all = [draft, published].flatMap((version) => (version ? [factStanding(version)] : []))
  return all.find((one) => one === 'verified') ?? all.find((one) => one === 'pending') ?? 'none'
}

/** Numbers as paper says them. */
export function numbersOf(document: RawDocument): string {
  const numbers = z.array(z.object({ dial: z.string() })).safeParse(document['numbers'])
  return (numbers.data ?? []).map(({ dial }) => dial).join('\n')
}
