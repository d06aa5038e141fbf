import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openContent, seedWhereEmpty } from '../../../site/lib/content.ts'
import { readSettings, type Settings } from '../../../site/lib/settings.ts'
import { printPoster } from '../../../site/posters/cli.ts'
import { startServer } from '../../../site/server.ts'
import { temporaryFolder } from '../../browser.ts'
import { readPdf } from './read-pdf.ts'

let data: Awaited<ReturnType<typeof temporaryFolder>>
let settings: Settings

beforeAll(async () => {
  data = await temporaryFolder('posters')
  settings = readSettings({ WAYMARK_DATA: data.folder, WAYMARK_DEMO: '1' }, data.folder)
  const log = pino({ level: 'silent' })
  const content = await openContent({
    settings,
    origin: 'http://127.0.0.1:4321',
    log,
    now: Date.now,
  })
  await seedWhereEmpty(content.client, settings, Date.now(), () => {})
  await content.stop()
})
afterAll(() => data.remove())

describe('npm run posters', () => {
  it('writes the piece of a placement in the language and size that were asked for', async () => {
    const out = path.join(data.folder, 'poster.pdf')
    const file = await printPoster(
      ['--code', 'demo01', '--lang', 'ti', '--size', 'a4', '--out', out],
      settings,
    )
    expect(file).toBe(out)
    const { pages, info, widthMm } = await readPdf(await readFile(file))
    expect({ pages, widthMm, language: info.get('Language') }).toEqual({
      pages: 1,
      widthMm: 210,
      language: 'ti',
    })
  })

  it('takes the format from the name of the file', async () => {
    const out = path.join(data.folder, 'poster.svg')
    await printPoster(['--code', 'DEMO01', '--out', out], settings)
    expect(await readFile(out, 'utf8')).toMatch(/^<svg /)
  })

  it('is done by the server that has the data folder, if one does', async () => {
    const running = { ...settings, port: 0, demo: 'never' as const }
    const server = await startServer({ settings: running, say: () => {} })
    try {
      const port = Number(new URL(server.url).port)
      const out = path.join(data.folder, 'there.pdf')
      await printPoster(['--code', 'DEMO01', '--lang', 'ti', '--out', out], { ...settings, port })
      expect((await readPdf(await readFile(out))).info.get('Language')).toBe('ti')
      await expect(printPoster(['--code', 'NOSUCH'], { ...settings, port })).rejects.toMatchObject({
        name: 'Mistake',
      })
    } finally {
      await server.stop()
    }
  })

  it.each([
    [[], /--code is missing/],
    [['--colour', 'red'], /--colour/],
    [['--code', 'NOSUCH'], /--code "NOSUCH" is not known: write the six signs/],
    [['--code', 'DEMO01', '--lang', 'xx'], /--lang "xx" is not known/],
    [['--code', 'DEMO01', '--size', 'a9'], /--size "a9" is not known: write a3 or a4/],
    [['--code', 'DEMO01', '--format', 'gif'], /--format "gif" is not known/],
    [['--code', 'DEMO01', '--out', '/no/such/folder/a.pdf'], /Name another file/],
  ])('says of %j what to write instead', async (args, message) => {
    await expect(printPoster(args, settings)).rejects.toMatchObject({
      name: 'Mistake',
      message: expect.stringMatching(message),
    })
  })

  it('says where it looked for content', async () => {
    const dataFolder = path.join(data.folder, 'nothing')
    await expect(printPoster(['--code', 'DEMO01'], { ...settings, dataFolder })).rejects.toThrow(
      dataFolder,
    )
  })
})
