import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { serve } from '@hono/node-server'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTokens } from '../../../content/access/tokens.ts'
import { type Content, openContent } from '../../../site/lib/content.ts'
import { readArchive } from '../../content/exchange/read-archive.ts'

const PASSPHRASE = 'five words that nobody guesses'
const COMMAND_MS = 120_000

const NOWHERE = join(tmpdir(), 'waymark-no-lake-here')

describe('npm run lake', { timeout: COMMAND_MS }, () => {
  let folder: string
  let data: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-lake-cli-'))
    data = join(folder, 'data')
    const content = await open()
    for (const [index, id] of ['a', 'b', 'c'].entries()) {
      await content.client.create({ _id: `system.${id}`, _type: 'system.note', index })
    }
    await content.client.patch('system.a').set({ title: '=formula' }).commit()
    await content.stop()
  })
  afterAll(() => rm(folder, { recursive: true }))

  const open = (): Promise<Content> =>
    openContent({
      settings: { dataFolder: data, host: '127.0.0.1', reading: 'closed' },
      origin: 'http://127.0.0.1',
      log: pino({ level: 'silent' }),
      now: Date.now,
    })
  const run = (args: string[], env: Record<string, string> = {}) =>
    new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
      const child = execFile(
        process.execPath,
        ['site/lake/cli.ts', ...args],
        {
          env: {
            ...process.env,
            WAYMARK_DATA: data,
            PORT: '1',
            WAYMARK_PASSPHRASE: PASSPHRASE,
            ...env,
          },
        },
        (_, stdout, stderr) => resolve({ code: child.exitCode ?? -1, stdout, stderr }),
      )
    })
  const expectNoTokenLeft = () => {
    const tokens = openTokens(data)
    expect(tokens.list()).toEqual([])
    tokens.close()
  }
  /** The lake as a running server has it, and how a command finds that. */
  const whileRunning = async (work: (env: Record<string, string>) => Promise<void>) => {
    const content = await open()
    const answer = (request: Request) => content.lake?.fetch(request) ?? new Response()
    const server = serve({ fetch: answer, port: 0, hostname: '127.0.0.1' })
    await once(server, 'listening')
    const address = server.address()
    try {
      await work({ PORT: String(typeof address === 'object' ? address?.port : '') })
    } finally {
      server.close()
      await content.stop()
    }
  }

  const everything = async (name: string, env: Record<string, string>) => {
    const archive = join(folder, `${name}.tar.gz`)
    const exported = await run(['export', archive], env)
    expect(exported).toMatchObject({ code: 0 })
    expect(exported.stdout).toContain('3 documents and 0 assets')
    expect((await readArchive(archive)).documents).toHaveLength(3)

    const refused = await run(['import', archive], env)
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toMatch(/3 of the documents are there already/)
    expect(await run(['import', archive, '--replace'], env)).toMatchObject({ code: 0 })

    const verified = await run(['verify'], env)
    expect(verified).toMatchObject({ code: 0 })
    expect(verified.stdout).toMatch(/documents +3 held against the log\n/)

    const audited = await run(['audit', '--document', 'system.a', '--format', 'csv'], env)
    expect(audited).toMatchObject({ code: 0 })
    expect(audited.stdout).toMatch(/^"at","who"/)
    expect(audited.stdout).toContain('"edited","system.note","system.a","title"')

    const backup = join(folder, `${name}.age`)
    expect(await run(['backup', backup], env)).toMatchObject({ code: 0 })
    const restored = join(folder, `restored-${name}`)
    const elsewhere = { WAYMARK_DATA: restored, PORT: '1' }
    expect(await run(['restore', backup], elsewhere)).toMatchObject({ code: 0 })
    expect(await run(['verify'], elsewhere)).toMatchObject({ code: 0 })
    expectNoTokenLeft()
  }

  test('moves, backs up and proves a lake that is at rest', () => everything('resting', {}))

  test('does the same with one that a server is working with', () =>
    whileRunning((env) => everything('running', env)))

  test('imports into a folder without a lake, and verify says what is damaged there later', async () => {
    const WAYMARK_DATA = join(folder, 'damaged')
    const file = join(folder, 'to-damage.tar.gz')
    await run(['export', file])
    const imported = await run(['import', file], { WAYMARK_DATA })
    expect(imported).toMatchObject({ code: 0, stdout: '3 documents and 0 assets came in.\n' })
    const database = new DatabaseSync(join(WAYMARK_DATA, 'lake.sqlite'))
    database.exec(`DELETE FROM documents WHERE id = 'system.b'`)
    database.close()
    const { code, stdout } = await run(['verify'], { WAYMARK_DATA })
    expect(code).toBe(1)
    expect(stdout).toContain(
      '1 things are not as they should be:\n  Document "system.b" is missing',
    )
  })

  test('hands tokens on to the room that has them', async () => {
    const { code, stdout } = await run(['token', '--role', 'viewer'])
    expect({ code, isToken: stdout.startsWith('wm_') }).toEqual({ code: 0, isToken: true })
    const listed = await run(['tokens'])
    const [id = ''] = listed.stdout.split('\t')
    expect(await run(['revoke', id])).toMatchObject({ code: 0 })
    const unknown = await run(['fly'])
    expect(unknown.code).toBe(2)
    expect(unknown.stderr).toContain('there is no command "fly"')
    expect(unknown.stderr).toContain('npm run lake -- export')
  })

  test.each([
    [['audit', '--from', 'yesterday'], 1, 'a time is written as'],
    [['import', 'nowhere.tar.gz'], 1, 'There is no file nowhere.tar.gz'],
    [['restore', 'nowhere.age'], 1, 'is not empty'],
    [['export', '/nowhere/at/all.tar.gz'], 1, 'cannot be written'],
  ])('%j is answered with what is wrong', async (args, code, reason) => {
    const answer = await run(args)
    expect(answer.stderr).toContain(reason)
    expect(answer).toMatchObject({ code, stdout: '' })
    expect(answer.stderr).not.toMatch(/^\s+at /m)
    expectNoTokenLeft()
  })

  test.each([
    [{ WAYMARK_DATA: NOWHERE }, `There is no lake in ${NOWHERE}`],
    [{ WAYMARK_PASSPHRASE: 'short' }, 'The passphrase is too short'],
    [
      { SANITY_PROJECT_ID: 'abc', SANITY_DATASET: 'production', SANITY_TOKEN: 'x' },
      'The content is kept by Sanity',
    ],
  ])('a backup with %j is refused, and nothing is written', async (env, reason) => {
    const file = join(folder, 'refused.age')
    const { code, stderr } = await run(['backup', file], env)
    expect(stderr).toContain(reason)
    expect({ code, isThere: existsSync(file) }).toEqual({ code: 1, isThere: false })
    expect(existsSync(NOWHERE)).toBe(false)
  })

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('a command that %s ends leaves no token and no copy behind', async (signal, code) => {
    const content = await open()
    const asked = Promise.withResolvers<void>()
    const never = () => {
      asked.resolve()
      return new Promise<Response>(() => {})
    }
    const server = serve({ fetch: never, port: 0, hostname: '127.0.0.1' })
    await once(server, 'listening')
    const address = server.address()
    const PORT = String(typeof address === 'object' ? address?.port : '')
    const env = { ...process.env, WAYMARK_DATA: data, PORT, WAYMARK_PASSPHRASE: PASSPHRASE }
    const args = ['site/lake/cli.ts', 'backup', join(folder, 'ended.age')]
    const child = spawn(process.execPath, args, { env, stdio: 'ignore' })
    const ended = once(child, 'exit')
    await asked.promise
    child.kill(signal)
    expect(await ended).toEqual([code, null])
    expectNoTokenLeft()
    const hidden = [...(await readdir(data)), ...(await readdir(folder))].filter((name) =>
      name.startsWith('.'),
    )
    expect(hidden).toEqual([])
    server.close()
    await content.stop()
  })

  test('says who has the lake where no server answers', async () => {
    await whileRunning(async () => {
      const nobody = await run(['export', join(folder, 'x.tar.gz')], { PORT: '1' })
      expect(nobody.code).toBe(1)
      expect(nobody.stderr).toContain(
        'no server that may be using it answers at http://127.0.0.1:1',
      )
    })
  })
})
