import type { PartnersOf } from '#content/access/may-confirm.ts'
import { loadStoredFacts } from '#content/queries/load-all-facts.ts'
import type { DeskRooms } from './context.ts'
import { DeskMistake } from './problem.ts'
import { ownerIdOf } from './standby-of.ts'
import { nameOf, readFacts, type StoredFact } from './stored-fact.ts'

/** A fact as it is now, whose it is, and who may confirm for whom. */
export type FoundFact = {
  fact: StoredFact
  owner: { id: string; name: string }
  partnersOf: PartnersOf
}

/** Reads one helpline or service. Throws DeskMistake 404 where there is none. */
export async function findFact(
  { client }: Pick<DeskRooms, 'client'>,
  id: string,
): Promise<FoundFact> {
  const { documents, organizations } = await loadStoredFacts(client, id)
  const [fact] = readFacts(documents)
  if (fact === undefined) {
    throw new DeskMistake(
      404,
      'no-fact',
      'There is no such helpline or service. Open the list anew.',
    )
  }
  const owner = ownerIdOf(fact)
  const partners = new Map(organizations.map((it) => [it.id, it.partners]))
  const name = nameOf(organizations.find((it) => it.id === owner)?.name) ?? owner
  return { fact, owner: { id: owner, name }, partnersOf: (one) => partners.get(one) ?? [] }
}
