import pino from 'pino'
import { expect, test } from 'vitest'
import { createContentClient } from '#content/client.ts'
import { logOptions } from '../../../site/lib/log-options.ts'
import { toldFailure } from '../../../site/lib/told-failure.ts'

test('a failure of the lake is logged without the code that somebody opened', async () => {
  const answer = () => Response.json({ error: { description: 'Too many' } }, { status: 400 })
  const client = createContentClient({ lake: { fetch: async () => answer() }, token: 'any' })
  const failed: unknown = await client
    .fetch('*[code in $codes]', { codes: ['DEMO01'] })
    .catch((error: unknown) => error)
  const lines: string[] = []
  const log = pino(logOptions({ logLevel: 'info' }), {
    write: (line: string) => void lines.push(line),
  })
  log.error({ err: failed, area: 'Q' }, 'A request has failed')
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain('"statusCode":400')
  expect(lines[0]).not.toContain('DEMO01')
})

test('causes are told, and what is no error at all', () => {
  const told = toldFailure(new TypeError('outer', { cause: new Error('inner') }))
  expect(told).toMatchObject({ type: 'TypeError', message: 'outer', cause: { message: 'inner' } })
  expect(toldFailure('late')).toEqual({ type: 'string', message: 'late' })
})
