import type { SanityClient } from '@sanity/client'
import { isTokenId } from '#content/access/token-id.ts'
import { attestationGate, idsForAttestations } from '#content/gates/attestation-gate.ts'
import { guideGate } from '#content/gates/guide-gate.ts'
import { languageGate } from '#content/gates/language-gate.ts'
import { lawGate } from '#content/gates/law-gate.ts'
import { publishedAfter } from '#content/gates/published.ts'
import type { ProposedChange, Refusal } from '#content/gates/refusal.ts'
import { shapeGate } from '#content/gates/shape-gate.ts'
import { needsLines, strayNumberGate } from '#content/gates/stray-number-gate.ts'
import { claimsOf, uniqueGate } from '#content/gates/unique-gate.ts'
import { verifiedGate } from '#content/gates/verified-gate.ts'
import { loadClaims } from '#content/queries/load-claims.ts'
import { concernedBy, loadGateRelations } from '#content/queries/load-gate-relations.ts'
import { loadGateStanding } from '#content/queries/load-gate-standing.ts'
import { loadLineNumbers } from '#content/queries/load-line-numbers.ts'
import { HOUSE_ID } from './house.ts'
import { createLanguageGates } from './language-gates.ts'

/** A transaction, and who asks for it. Fits what the lake hands over. */
export type GateCase = {
  changes: readonly ProposedChange[]
  identity: { id: string }
  /** Has to be called before anything is read. */
  settle: () => Promise<void>
}

/** What stands in the way of a transaction; nothing lets it pass. */
export type Gate = (proposal: GateCase) => Promise<Refusal[]>

/** All gates in one. `client` reads as the process itself; `now` is epoch ms. */
export function createGate(client: SanityClient, now: () => number): Gate {
  const languageGates = createLanguageGates(client)
  return async (proposal) => {
    const { changes, identity, settle } = proposal
    const values = claimsOf(changes).map(({ value }) => value)
    // The process itself seeds, imports and restores what others have said: nobody else may.
    const isHouse = identity.id === HOUSE_ID
    const familyIds = isHouse ? [] : idsForAttestations(changes)
    // To wait for the disk is dear: only where something is read.
    const isAsking = !isHouse && needsLines(changes)
    const isReading = isAsking || values.length + familyIds.length + concernedBy(changes).length > 0
    if (isReading) await settle()
    const [taken, related, standing, lines] = await Promise.all([
      loadClaims(client, values),
      loadGateRelations(client, changes),
      loadGateStanding(client, familyIds),
      isAsking ? loadLineNumbers(client) : undefined,
    ])
    const writer = { writer: identity.id, isRobot: isTokenId(identity.id) }
    const words = { changes, ...writer, standing, now: now() }
    const published = publishedAfter(related, changes)
    return [
      ...(isHouse ? [] : attestationGate(words)),
      ...shapeGate({ changes }),
      ...uniqueGate(changes, taken),
      ...verifiedGate(changes),
      ...(isHouse ? [] : strayNumberGate(changes, lines)),
      ...guideGate(changes),
      ...languageGate(changes, published),
      ...lawGate(changes, published),
      ...(await languageGates(proposal)),
    ]
  }
}
