import type { Template } from 'sanity'
import { z } from 'zod'
import { STARTING_NAME } from '../../schemas/starting-texts.ts'

const given = z.object({ organization: z.string() })
const parameters = [{ name: 'organization', type: 'string' }]

/** New documents that already know whose they are. */
export const ORGANIZATION_TEMPLATES: Template[] = [
  {
    id: 'helpline-of-organization',
    title: 'Helpline of an organisation',
    schemaType: 'helpline',
    parameters,
    value: (asked: unknown) => ({
      name: STARTING_NAME,
      organization: referenceTo(given.parse(asked).organization),
      numbers: [{ _key: 'voice', channel: 'voice', freeFrom: [], blockedCarriers: [] }],
    }),
  },
  {
    id: 'campaign-of-organization',
    title: 'Campaign of an organisation',
    schemaType: 'campaign',
    parameters,
    value: (asked: unknown) => ({
      organizations: [{ _key: 'first', ...referenceTo(given.parse(asked).organization) }],
    }),
  },
]

// The organisation is a draft as yet: the lake lets nothing refer to it firmly before it is published.
function referenceTo(id: string) {
  const mark = { type: 'organization' }
  return { _type: 'reference', _ref: id, _weak: true, _strengthenOnPublish: mark }
}
