import type { SanityClient } from '@sanity/client'
import { factsHash } from '#content/model/verified-facts.ts'

/** Somebody who writes to a lake, with the id that the lake knows them by. */
export type Person = { client: SanityClient; id: string }

/** Who a client writes as. */
export async function personOf(client: SanityClient): Promise<Person> {
  const { id } = await client.users.getById('me')
  return { client, id }
}

/**
 * Two people verify a helpline or service as it stands, one after the other, as they do in the Studio.
 *
 * @param id of the version that they look at, such as `drafts.line`
 * @param now epoch ms by the clock of the server
 */
export async function verifyByTwo(
  id: string,
  [first, second]: readonly [Person, Person],
  now: number,
): Promise<void> {
  await checkFacts(id, first, now)
  await confirmFacts(id, second, now)
}

/** "I have checked it." */
export async function checkFacts(id: string, { client, id: verifiedBy }: Person, now: number) {
  const hash = factsHash(await read(client, id))
  const pendingVerification = {
    verifiedOn: new Date(now).toISOString().slice(0, 10),
    verifiedBy,
    method: 'called',
    languages: [],
    factsHash: hash,
    checkedAt: new Date(now).toISOString(),
  }
  await client.patch(id).set({ pendingVerification }).commit({ visibility: 'sync' })
}

/** "So have I." */
export async function confirmFacts(id: string, { client, id: secondPerson }: Person, now: number) {
  const { pendingVerification } = await read(client, id)
  const { languages: _languages, ...word } = { languages: [], ...Object(pendingVerification) }
  const confirmedAt = new Date(now).toISOString()
  const verification = { ...word, secondPerson, secondMethod: 'called', confirmedAt }
  await client
    .patch(id)
    .set({ verification })
    .unset(['pendingVerification'])
    .commit({ visibility: 'sync' })
}

/** Changes facts in a draft, has them verified by both, and lets the first publish them. */
export async function publishFacts(
  { id, set, now }: { id: string; set: Record<string, unknown>; now: number },
  people: readonly [Person, Person],
): Promise<void> {
  const [{ client }] = people
  const ids = { draftId: `drafts.${id}`, publishedId: id }
  await client.action({ actionType: 'sanity.action.document.edit', ...ids, patch: { set } })
  await verifyByTwo(ids.draftId, people, now)
  await client.action({ actionType: 'sanity.action.document.publish', ...ids })
}

async function read(client: SanityClient, id: string): Promise<Record<string, unknown>> {
  const document = await client.getDocument(id)
  if (document === undefined) throw new Error(`There is no ${id} to verify`)
  return document
}
