import { expect, test } from 'vitest'
import { BUILT_IN_LANGUAGES } from '#content/model/languages.ts'
import { createPageCache } from '../../../site/lib/page-cache.ts'
import { createPageServer } from '../../../site/lib/serve-page.ts'
import { SCAN_OF } from '../../../site/lib/stored-page.ts'

function serving(status = 200) {
  const scans: string[] = []
  const now = () => 0
  const serve = createPageServer({
    pageCache: createPageCache({ maxBytes: 1_000_000, now }),
    languages: () => BUILT_IN_LANGUAGES,
    offered: () => ['en'],
    countScan: (code) => scans.push(code),
  })
  const ask = (path: string, headers: Record<string, string> = {}) =>
    serve(new Request(`http://localhost${path}`, { headers }), async () => ({
      response: new Response('help', { status, headers: { [SCAN_OF]: 'DEMO01' } }),
      validUntil: 1_000,
    }))
  return { scans, ask }
}

test('each opening of a code is counted, from the cache too, under the code that is printed', async () => {
  const { scans, ask } = serving()
  await ask('/Q/DEMO01')
  await ask('/Q/DEMO01')
  await ask('/Q/DEM001')
  expect(scans).toEqual(['DEMO01', 'DEMO01', 'DEMO01'])
})

test('nobody is told under which code a page is counted', async () => {
  const { ask } = serving()
  const answer = await ask('/Q/DEMO01')
  expect(answer.headers.has(SCAN_OF)).toBe(false)
})

test('a page fetched ahead, and one that is not there, are not counted', async () => {
  const { scans, ask } = serving()
  await ask('/Q/DEMO01', { 'sec-purpose': 'prefetch' })
  const missing = serving(404)
  await missing.ask('/Q/DEMO01')
  expect([...scans, ...missing.scans]).toEqual([])
})
