import { expect, test } from 'vitest'
import { loadPublishers } from '#content/queries/load-publishers.ts'
import { campaign, lakeWith, message, name, organization, ref } from './lake.ts'

const fund = (funder: Record<string, unknown>) => ({
  ...{ _id: 'fund', _type: 'organization', name: name('Fund'), legalName: 'Fund', kind: 'igo' },
  country: 'XB',
  responsibleRole: 'Head of information',
  funder,
})

test('who is behind a campaign is named, who is behind none is not', async () => {
  const other = { ...organization(), _id: 'other' }
  const client = await lakeWith(organization(), other, message('debt'), campaign('know'))
  expect((await loadPublishers(client)).map(({ id, legalName }) => [id, legalName])).toEqual([
    ['lantern', 'Lantern e.V.'],
  ])
})

test('who pays is named in the words of the contract, without an emblem too', async () => {
  const lost = { disclaimer: 'Paid by the Fund.', emblem: { alternative: 'The Fund' } }
  const both = campaign('know', { organizations: [ref('lantern'), ref('fund')] })
  const client = await lakeWith(organization(), message('debt'), fund(lost), both)
  const [first] = await loadPublishers(client)
  expect(first).toMatchObject({ id: 'fund', kind: 'igo', country: 'XB' })
  expect(first?.funder).toEqual({ disclaimer: 'Paid by the Fund.' })
})
