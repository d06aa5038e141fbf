import { describe, expect, test } from 'vitest'
import { demoDocuments } from '#content/demo/documents.ts'
import { matrixAnswer } from '#content/model/matrix.ts'
import { matrixCampaignOf, matrixDocumentOf } from '#content/model/matrix-document.ts'

const value = (language: string, more: Record<string, unknown>) => ({
  _key: language,
  language,
  value: { text: `in ${language}`, origin: 'human', sourceHash: 'x', ...more },
})
const approved = (text: string) => ({ approved: { text, sourceHash: 'abc', approvedBy: 'a' } })

describe('a document in the matrix', () => {
  test('tells of each text where it stands, and no words but those of the source', () => {
    const shown = matrixDocumentOf('m', {
      _id: 'drafts.m',
      _type: 'message',
      heading: [
        value('en', approved('in en')),
        value('ar', { ...approved('in ar'), withdrawn: { reason: 'wrong' } }),
        value('ti', { ...approved('older'), submittedOn: '2026-01-01' }),
        value('fr', { rejected: { reason: 'stiff' } }),
        value('de', { origin: 'machine' }),
        value('es', {}),
        value('ro', { text: '' }),
        { _key: 'broken', language: 'uk' },
        'not even an object',
      ],
    })
    expect(shown).toMatchObject({ _id: 'm', _type: 'message' })
    expect(shown['heading']).toEqual({
      source: 'in en',
      cells: ['en|a|abc', 'ar|w|abc', 'ti|i|abc', 'fr|r|', 'de|m|', 'es|d|', 'ro||', 'uk||'],
    })
    expect(shown['body']).toBeUndefined()
  })

  test('is in the shape that the Studio reads, whatever the demo holds', () => {
    const all = demoDocuments(new Date('2026-03-04T12:00:00Z')).flat()
    const campaigns = all.filter(({ _type }) => _type === 'campaign')
    const answer = {
      documents: all.map((document) => matrixDocumentOf(document._id, document)),
      campaigns: campaigns.map((campaign) => matrixCampaignOf(campaign._id, campaign)),
    }
    const read = matrixAnswer.parse(answer)
    expect(read.documents.find(({ _type }) => _type === 'guide')).toMatchObject({
      prose: expect.arrayContaining([expect.any(String)]),
      slug: expect.any(String),
    })
    expect(read.campaigns[0]?.messages).toContain('message-debt')
  })

  test('with nothing in shape shows nothing, and hinders nobody', () => {
    const shown = matrixDocumentOf('x', {
      _id: 'x',
      _type: 'lawProfile',
      name: 7,
      statements: 'no',
    })
    expect(shown).toEqual({ _id: 'x', _type: 'lawProfile', _rev: '', statements: [] })
  })
})
