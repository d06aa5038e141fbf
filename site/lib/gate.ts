import type { SanityClient } from '@sanity/client'
import { shapeGate } from '#content/gates/shape-gate.ts'
import { claimsOf, uniqueGate } from '#content/gates/unique-gate.ts'
import type { BeforeCommit } from '#content/lake/writer.ts'
import { loadClaims } from '#content/queries/load-claims.ts'
import { createLanguageGates } from './language-gates.ts'

/** All gates in one: what stands in the way of a transaction. `client` reads as the process itself. */
export function createGate(client: SanityClient): BeforeCommit {
  const languageGates = createLanguageGates(client)
  return async (proposal) => {
    const { changes, settle } = proposal
    const values = claimsOf(changes).map(({ value }) => value)
    if (values.length > 0) await settle()
    return [
      ...shapeGate({ changes }),
      ...uniqueGate(changes, await loadClaims(client, values)),
      ...(await languageGates(proposal)),
    ]
  }
}
