import type { Template } from 'sanity'
import { z } from 'zod'

const given = z.object({ organization: z.string() })
const parameters = [{ name: 'organization', type: 'string' }]

/** New documents that already know whose they are. */
export const ORGANIZATION_TEMPLATES: Template[] = [
  {
    id: 'helpline-of-organization',
    title: 'Helpline of an organisation',
    schemaType: 'helpline',
    parameters,
    value: (asked: unknown) => ({ organization: referenceTo(given.parse(asked).organization) }),
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

function referenceTo(id: string) {
  return { _type: 'reference', _ref: id }
}
