import { afterEach, describe, expect, test } from 'vitest'
import { createContentClient, type FetchesRequests } from '#content/client.ts'
import { demoDocuments } from '#content/demo/documents.ts'
import { guideLanguages } from '#content/demo/guide-languages.ts'
import { needsSeed, seedDemo } from '#content/demo/seed.ts'
import { createLake, type Lake } from '#content/lake/create-lake.ts'
import { almighty } from '../../../content/lake/rights.ts'

const NOW = new Date('2026-03-01T12:00:00Z')
const DOCUMENTS = demoDocuments(NOW).flat()
// And the document of the one sound.
const DOCUMENT_COUNT = DOCUMENTS.length + guideLanguages(DOCUMENTS).length + 1

let lake: Lake | undefined

afterEach(async () => {
  await lake?.stop()
  lake = undefined
})

describe('the seed', () => {
  test('is wanted where nothing is, and not a second time', async () => {
    const client = clientOf(openLake())
    expect(await needsSeed(client)).toBe(true)
    await seedDemo({ client, now: NOW })
    expect(await needsSeed(client)).toBe(false)
    expect(await client.fetch('count(*)', {}, { perspective: 'raw' })).toBe(DOCUMENT_COUNT)
  })

  test('is public: the poster DEMO01 hangs at the station', async () => {
    const client = clientOf(openLake())
    await seedDemo({ client, now: NOW })
    const slug = await client.fetch(
      '*[_type == "placement" && code == "DEMO01"][0].place->slug.current',
    )
    expect(slug).toBe('centralia-station')
  })

  test.each([0, 1, 2, 5, 8])(
    'starts over cleanly when it is cut off after %i requests',
    async (requests) => {
      const opened = openLake()
      const client = clientOf(opened)
      await expect(
        seedDemo({ client: clientOf(cutAfter(requests, opened)), now: NOW }),
      ).rejects.toThrow()
      expect(await needsSeed(client)).toBe(true)
      await seedDemo({ client, now: NOW })
      expect(await needsSeed(client)).toBe(false)
      expect(await client.fetch('count(*)', {}, { perspective: 'raw' })).toBe(DOCUMENT_COUNT)
    },
  )

  test('never touches what somebody has written, even where the demo was thinned out', async () => {
    const client = clientOf(openLake())
    await seedDemo({ client, now: NOW })
    await client.delete('placement-demo01')
    expect(await needsSeed(client)).toBe(false)
  })

  test('stays away from a lake with content of its own', async () => {
    const client = clientOf(openLake())
    await client.create({ _id: 'org-real', _type: 'organization' })
    expect(await needsSeed(client)).toBe(false)
  })
})

function openLake(): Lake {
  lake = createLake({
    dataFolder: ':memory:',
    project: 'waymark',
    dataset: 'production',
    publicUrl: 'http://127.0.0.1/lake',
    authorize: async () => almighty('seeder'),
    now: () => NOW,
  })
  return lake
}

function clientOf(lake: FetchesRequests) {
  return createContentClient({ lake, token: 'any' })
}

/** A lake whose power goes: requests past the first ones do not arrive. */
function cutAfter(requests: number, lake: FetchesRequests): FetchesRequests {
  let count = 0
  return {
    async fetch(request) {
      count += 1
      if (count > requests) throw new Error('power cut')
      return lake.fetch(request)
    },
  }
}
