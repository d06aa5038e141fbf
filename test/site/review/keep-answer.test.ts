import { expect, test } from 'vitest'
import { keepAnswer } from '../../../site/review/keep-answer.ts'
import { storedVersions } from '../../../site/review/stored-versions.ts'
import { openReviewing, WORDS } from './reviewing.ts'

test('an answer that only one version takes is kept there, and the log says so', async () => {
  const { client } = await openReviewing()
  const published = await client.getDocument('papers')
  if (published === undefined) throw new Error('BUG: the message is there')
  const { _rev, _createdAt, _updatedAt, ...words } = published
  await client.create({ ...words, _id: 'drafts.papers', _type: 'message' })
  const versions = await storedVersions(client, 'papers')
  await client.delete('drafts.papers')
  const lines: string[] = []
  const log = { warn: (_what: unknown, line?: unknown) => void lines.push(String(line)) }
  const answered = { versions, field: 'body', language: 'ti', block: { text: WORDS } } as const
  const review = { _key: 'a', verdict: 'wrong', on: '2026-06-01' } as const
  expect(await keepAnswer(client, answered, review, log)).toBe(true)
  expect(lines).toEqual(['An answer is kept in one version of two'])
  const [kept] = await storedVersions(client, 'papers')
  expect(kept?.['textReviews']).toHaveLength(1)
})
