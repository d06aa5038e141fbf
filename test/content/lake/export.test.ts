import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createContentClient } from '../../../content/client.ts'
import { createLake, type Lake } from '../../../content/lake/create-lake.ts'
import { almighty } from '../../../content/lake/rights.ts'

describe('the export stream', () => {
  let lake: Lake
  beforeEach(() => {
    lake = createLake({
      dataFolder: ':memory:',
      project: 'waymark',
      dataset: 'production',
      publicUrl: 'http://lake.test/lake',
      onFailure: (error) => expect.unreachable(error.message),
      authorize: async ({ token }) => {
        const all = almighty(token ?? 'nobody')
        if (token === 'root') return all
        return {
          ...all,
          audience: { key: 'few', see: (document) => (document['secret'] ? undefined : document) },
          refusalOf: (need) => (need === 'manage' ? 'not yours' : undefined),
        }
      },
    })
  })
  afterEach(() => lake.stop())

  const ask = (path: string, token = 'root') =>
    lake.fetch(
      new Request(`http://lake.test/lake/v1/${path}`, {
        headers: { authorization: `Bearer ${token}` },
      }),
    )
  const idsOf = async (answer: Response) =>
    (await answer.text())
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)._id)
  const fill = async (count: number) => {
    const client = createContentClient({ lake, token: 'root', perspective: 'raw' })
    const transaction = client.transaction()
    for (let index = 0; index < count; index += 1) {
      transaction.create({
        _id: `n${index}`,
        _type: index % 2 ? 'odd' : 'even',
        text: 'x'.repeat(999),
      })
    }
    await transaction.create({ _id: 'drafts.s', _type: 'odd', secret: true }).commit()
    return client
  }

  test('has every document in order of its id, drafts with them, or those of some types', async () => {
    await fill(4)
    expect(await idsOf(await ask('data/export/production'))).toEqual([
      'drafts.s',
      'n0',
      'n1',
      'n2',
      'n3',
    ])
    expect(await idsOf(await ask('data/export/production?types=even,none'))).toEqual(['n0', 'n2'])
  })

  test('has nothing that its reader may not see', async () => {
    await fill(2)
    expect(await idsOf(await ask('data/export/production', 'guest'))).toEqual(['n0', 'n1'])
  })

  test('is the lake as it was when asked, and made only as fast as it is read', async () => {
    const client = await fill(1000)
    const answer = await ask('data/export/production')
    await client.delete({ query: '*[_id == "n999"]' })
    await client.create({ _id: 'later', _type: 'odd' })
    const ids = await idsOf(answer)
    expect(ids).toHaveLength(1001)
    expect(ids).toContain('n999')
    const unread = (await ask('data/export/production')).body?.getReader()
    const { value } = (await unread?.read()) ?? {}
    expect(value?.byteLength).toBeLessThan(64 * 1024)
    await unread?.cancel()
  })

  test.each(['audit/production', 'backup/production'])('%s is for administrators', async (path) => {
    expect((await ask(path, 'guest')).status).toBe(403)
    const answer = await ask(path)
    expect(answer.status).toBe(200)
    await answer.body?.cancel()
  })
})
