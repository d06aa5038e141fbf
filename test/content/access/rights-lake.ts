import type { Binding } from '../../../content/access/binding.ts'
import { identityFor, publicReader } from '../../../content/access/policy.ts'
import { createLake, type Lake } from '../../../content/lake/create-lake.ts'

const NOW = new Date('2026-06-01T12:00:00Z')

const forA = { organizations: ['org-a'] }

/** Somebody of every role, of one organisation where that makes a difference. */
export const PEOPLE = {
  anonymous: 'public',
  operatorOfA: [{ role: 'operator', ...forA }],
  viewerOfA: [{ role: 'viewer', ...forA }],
  translatorOfA: [{ role: 'translator', ...forA }],
  fieldAtA: [{ role: 'field', ...forA, place: 'stall-a' }],
  reviewerOfA: [{ role: 'reviewer', ...forA }],
  editorOfA: [{ role: 'editor', ...forA }],
  administratorOfA: [{ role: 'administrator', ...forA }],
  viewerOfAll: [{ role: 'viewer', organizations: 'all' }],
  editorOfAll: [{ role: 'editor', organizations: 'all' }],
  administratorOfAll: [{ role: 'administrator', organizations: 'all' }],
} as const satisfies Record<string, readonly Binding[] | 'public'>

export type Person = keyof typeof PEOPLE

/** Every person's name, in the order of the table above. */
export const NAMES = Object.keys(PEOPLE).filter((name): name is Person => name in PEOPLE)

function identityOf(person: Person) {
  const bindings = PEOPLE[person]
  return bindings === 'public' ? publicReader() : identityFor({ id: person, bindings, now: NOW })
}

/** A lake in memory where a token is the name of who asks; without one it is a stranger. */
export function openRightsLake(): Lake {
  return createLake({
    dataFolder: ':memory:',
    project: 'waymark',
    dataset: 'production',
    publicUrl: 'http://lake.test/lake',
    now: () => NOW,
    async authorize({ token }) {
      const person = NAMES.find((name) => name === token)
      if (person) return identityOf(person)
      return { refused: 'unauthenticated', message: 'A token is needed' }
    },
  })
}

/** Asks a lake as somebody. */
export function asker(lake: Lake) {
  return (person: Person | undefined, path: string, body?: unknown): Promise<Response> => {
    const headers = new Headers()
    if (person) headers.set('authorization', `Bearer ${person}`)
    const isText = typeof body === 'string'
    if (body !== undefined) headers.set('content-type', isText ? 'text/plain' : 'application/json')
    const sent =
      body === undefined ? {} : { method: 'POST', body: isText ? body : JSON.stringify(body) }
    return lake.fetch(new Request(`http://lake.test/lake/${path}`, { headers, ...sent }))
  }
}

/** Writes documents as who may do everything, in one transaction. */
export async function writeAll(
  lake: Lake,
  documents: readonly Record<string, unknown>[],
  transactionId: string,
): Promise<void> {
  const mutations = documents.map((createOrReplace) => ({ createOrReplace }))
  const answer = await asker(lake)('administratorOfAll', 'v1/data/mutate/production', {
    mutations,
    transactionId,
  })
  if (!answer.ok) throw new Error(await answer.text())
}
