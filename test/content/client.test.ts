import { Readable } from 'node:stream'
import { afterAll, describe, expect, test } from 'vitest'
import { authorizeByToken } from '../../content/access/authorize.ts'
import { openTokens } from '../../content/access/tokens.ts'
import { createContentClient } from '../../content/client.ts'
import { createLake } from '../../content/lake/create-lake.ts'

describe('the content client', () => {
  const tokens = openTokens(':memory:')
  const lake = createLake({
    dataFolder: ':memory:',
    project: 'waymark',
    dataset: 'production',
    publicUrl: 'http://lake.test/lake',
    authorize: authorizeByToken(tokens),
  })
  const { token } = tokens.issue({ role: 'editor' })
  afterAll(() => lake.stop())

  test('sees what is published unless it asks for more', async () => {
    const writer = createContentClient({ lake, token, perspective: 'raw' })
    await writer.create({ _id: 'a', _type: 'place' })
    await writer.create({ _id: 'drafts.b', _type: 'place' })
    const seen = (perspective?: 'drafts' | 'raw') =>
      createContentClient({ lake, token, ...(perspective && { perspective }) }).fetch('*._id')
    expect(await seen()).toEqual(['a'])
    expect(await seen('drafts')).toEqual(['a', 'b'])
    expect(await seen('raw')).toEqual(['a', 'drafts.b'])
  })

  test('uploads a stream in process', async () => {
    const client = createContentClient({ lake, token })
    const words = Readable.from([Buffer.from('spoken '), Buffer.from('words')])
    const asset = await client.assets.upload('file', words, { filename: 'words.txt' })
    expect(asset).toMatchObject({ size: 12, extension: 'txt' })
  })

  test('gives up a request that is aborted, before or after it was sent', async () => {
    const stuck = createContentClient({ lake: { fetch: () => new Promise(() => {}) }, token })
    const aborter = new AbortController()
    const early = stuck.fetch('*', {}, { signal: AbortSignal.abort() })
    const late = stuck.fetch('*', {}, { signal: aborter.signal })
    aborter.abort()
    for (const attempt of [early, late]) {
      await expect(attempt).rejects.toMatchObject({ name: 'AbortError' })
    }
  })

  test('talks to the hosted Content Lake where a project is given', () => {
    const sanity = { projectId: 'abc123', dataset: 'live', token: 'hosted' }
    const config = createContentClient({ sanity }).config()
    expect(config).toMatchObject({ ...sanity, perspective: 'published', useCdn: false })
    expect(config.url).toMatch(/^https:\/\/abc123\.api\.sanity\.io\//)
  })

  test('cannot be made for nothing', () => {
    expect(() => createContentClient({})).toThrow('BUG:')
  })
})
