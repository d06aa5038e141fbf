import { expect, test } from 'vitest'
import { createContentClient } from '#content/client.ts'
import { WorldFailure } from '#content/model/errors.ts'
import { reachContent } from '../../../site/lib/reach-content.ts'

const sanity = { projectId: 'abc', dataset: 'production', token: 'secret-token' }
const refusing = createContentClient({
  lake: {
    fetch: async () => Response.json({ error: 'Unauthorized', statusCode: 401 }, { status: 401 }),
  },
})

test('a hosted lake that refuses us is told by its settings, never with the token', async () => {
  const reached = reachContent(refusing, { sanity })
  await expect(reached).rejects.toBeInstanceOf(WorldFailure)
  await expect(reached).rejects.toThrow(/SANITY_PROJECT_ID "abc" and SANITY_DATASET "production"/)
  await expect(reached).rejects.not.toThrow(/secret-token/)
})

test('our own lake is not asked', async () => {
  await expect(reachContent(refusing, {})).resolves.toBeUndefined()
})
