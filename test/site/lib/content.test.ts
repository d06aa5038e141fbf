import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { seedDemo } from '#content/demo/seed.ts'
import { openContent } from '../../../site/lib/content.ts'
import { temporaryFolder } from '../../browser.ts'

test('a code that hangs somewhere already is refused to another piece, and its place stays', async () => {
  const { folder, remove } = await temporaryFolder('content')
  const now = Date.now()
  const { client, stop } = await openContent({
    settings: { dataFolder: folder, host: '127.0.0.1', reading: 'closed' },
    origin: 'http://127.0.0.1:1',
    log: pino({ level: 'silent' }),
    now: () => now,
  })
  onTestFinished(async () => {
    await stop()
    await remove()
  })
  await seedDemo({ client, now: new Date(now) })
  const taken = '*[_type == "placement" && code == "DEMO01"]'
  const [piece] = await client.fetch(taken)
  const copy = client.create({ ...piece, _id: 'placement-copy' })
  await expect(copy).rejects.toThrow(/code "DEMO01" belongs to/)
  expect(await client.fetch(taken)).toHaveLength(1)
})
