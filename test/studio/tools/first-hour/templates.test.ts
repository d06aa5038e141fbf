import { expect, test } from 'vitest'
import { ORGANIZATION_TEMPLATES } from '../../../../studio/tools/first-hour/templates.ts'

test('what belongs to an organisation can be written before that organisation is published', () => {
  const values = ORGANIZATION_TEMPLATES.map(({ value }) =>
    typeof value === 'function' ? value({ organization: 'harbour' }, undefined) : value,
  )
  const weak = { _ref: 'harbour', _weak: true, _strengthenOnPublish: { type: 'organization' } }
  expect(values).toMatchObject([{ organization: weak }, { organizations: [weak] }])
})
