import { expect, test } from 'vitest'
import { matrixAnswer } from '#content/model/matrix.ts'
import { campaign, message } from '../../content/queries/lake.ts'
import { openTestDesk, organizations, ownedLine } from './open-test-desk.ts'

const drafted = (id: string, text: string) => ({
  ...message(id),
  _id: `drafts.${id}`,
  heading: [{ _key: 'en', language: 'en', value: { text, origin: 'human', sourceHash: 'x' } }],
})

test('the matrix shows drafts over what is published, and others’ drafts to nobody else', async () => {
  const [line] = ownedLine()
  const desk = await openTestDesk([
    ...organizations(),
    ...ownedLine(),
    { ...line, _id: 'drafts.0101', _type: 'helpline', whatHappens: [] },
    message('plain'),
    drafted('plain', 'A new heading'),
    campaign('spring', { messages: [] }),
  ])
  const read = async (email: string, organization: string, query = '') => {
    const one = await desk.person(email, [{ role: 'editor', organizations: [organization] }])
    return matrixAnswer.parse(await (await one.get(`matrix${query}`)).json())
  }
  const owner = await read('ana@owner.example', 'owner')
  expect(owner.documents.find(({ _id }) => _id === 'plain')).toMatchObject({
    heading: { source: 'A new heading', cells: ['en|d|'] },
  })
  expect(owner.campaigns.map(({ _id }) => _id)).toEqual(['spring'])
  expect(owner.documents.find(({ _id }) => _id === '0101')?._rev).toMatch(/./)

  const some = await read('bea@stranger.example', 'stranger', '?ids=plain,none')
  expect(some.documents.map(({ _id }) => _id)).toEqual(['plain'])
})

test('the matrix refuses a list of ids that is none, in words', async () => {
  const desk = await openTestDesk(organizations())
  const ana = await desk.person('ana@owner.example', [{ role: 'editor', organizations: 'all' }])
  const answer = await ana.get(`matrix?ids=${'a,'.repeat(300)}`)
  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({ code: 'matrix-ids' })
})
