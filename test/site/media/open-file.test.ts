import { expect, test } from 'vitest'
import { fileOpener } from '../../../site/media/open-file.ts'

const ASSET = `file-${'a'.repeat(40)}-weba`

test('asks a hosted lake for the part that is wanted, and says nothing of who wants it', async () => {
  const asked: Request[] = []
  const open = fileOpener(
    undefined,
    { projectId: 'zp7mbokg', dataset: 'production', token: 'secret' },
    async (request) => {
      asked.push(request)
      return new Response(null, { status: 206 })
    },
  )
  const headers = { range: 'bytes=0-1', cookie: 'a=b', 'accept-language': 'ti', 'user-agent': 'x' }
  await open(ASSET, new Request('http://127.0.0.1/media/x', { headers }))
  const [request] = asked
  expect(request?.url).toBe(
    `https://cdn.sanity.io/files/zp7mbokg/production/${'a'.repeat(40)}.weba`,
  )
  expect([...(request?.headers ?? [])]).toEqual([['range', 'bytes=0-1']])
})

test.each(['image-abc-1x1-png', `file-${'a'.repeat(40)}-../x`, ''])(
  'opens nothing by an id such as "%s"',
  async (id) => {
    const open = fileOpener({ fetch: () => Promise.reject(new Error('asked')) }, undefined)
    expect((await open(id, new Request('http://127.0.0.1/'))).status).toBe(404)
  },
)
