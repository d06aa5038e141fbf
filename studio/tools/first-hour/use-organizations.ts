import { useCallback } from 'react'
import { type SanityClient, useClient } from 'sanity'
import { z } from 'zod'
import { type MeAnswer, meAnswer } from '#content/model/desk.ts'
import { askDesk } from '../../desk/ask-desk.ts'
import { type Asked, useAnswer } from '../../desk/use-answer.ts'
import { useChanges } from '../../desk/use-changes.ts'
import { textOf } from '../../schemas/preview.ts'
import { type Paired, pairUp, rawDocument } from './house.ts'

const API_VERSION = '2025-02-19'
const ALL =
  '*[_type == "organization"] | order(_createdAt desc)[0...200]{_id, _type, _createdAt, name}'
const SOME = '*[_id in $ids]{_id, _type, _createdAt, name}'
const TYPES = ['organization'] as const
const UNNAMED = 'An organisation without a name yet'

/** An organisation to choose. */
export type Choice = { id: string; name: string }
/** The organisations of the person who is signed in, and the one to begin with. */
export type Organizations = { me: MeAnswer; choices: Choice[]; first: string | undefined }

/** For whom the person who is signed in works; asked for again when an organisation is added. */
export function useOrganizations(): Asked<Organizations> {
  const client = useClient({ apiVersion: API_VERSION })
  const ask = useCallback((signal: AbortSignal) => loadOrganizations(client, signal), [client])
  const asked = useAnswer(ask)
  useChanges(TYPES, asked.askAgain)
  return asked
}

async function loadOrganizations(
  client: SanityClient,
  signal: AbortSignal,
): Promise<Organizations> {
  const me = await askDesk({ path: 'me', answer: meAnswer, signal })
  const ids = me.organizations === 'all' ? [] : me.organizations
  const both = ids.flatMap((id) => [id, `drafts.${id}`])
  const query = me.organizations === 'all' ? ALL : SOME
  const found: unknown = await client.fetch(query, { ids: both }, { perspective: 'raw', signal })
  const all = pairUp(z.array(rawDocument).parse(found))
  const choices = all.map(({ id, current }) => ({ id, name: textOf(current['name']) ?? UNNAMED }))
  return { me, choices, first: firstOf(all, me) }
}

/** Somebody who works for all begins with the one made last, but with none where all came at once, as with a demo. */
export function firstOf(all: readonly Paired[], me: MeAnswer): string | undefined {
  if (me.organizations !== 'all') return me.organizations[0]
  const [newest, second] = all
  return newest?.createdAt === second?.createdAt ? undefined : newest?.id
}
