import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { describe, expect, test } from 'vitest'
import { COMMANDS_MS, LAKE, useLakeCommand } from './lake-command.ts'

const NOWHERE = join(tmpdir(), 'waymark-no-lake-here')

describe('npm run lake', { timeout: COMMANDS_MS }, () => {
  const { file, open, envWith, run, expectNoTokenLeft, whileRunning } = useLakeCommand()

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
    const backup = file('refused.age')
    const { code, stderr } = await run(['backup', backup], env)
    expect(stderr).toContain(reason)
    expect({ code, isThere: existsSync(backup) }).toEqual({ code: 1, isThere: false })
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
    const env = envWith({ PORT })
    const args = [...LAKE, 'backup', file('ended.age')]
    const child = spawn(process.execPath, args, { env, stdio: 'ignore' })
    const ended = once(child, 'exit')
    await asked.promise
    child.kill(signal)
    expect(await ended).toEqual([code, null])
    expectNoTokenLeft()
    const hidden = [...(await readdir(file('data'))), ...(await readdir(file()))].filter((name) =>
      name.startsWith('.'),
    )
    expect(hidden).toEqual([])
    server.close()
    await content.stop()
  })

  test('says who has the lake where no server answers', async () => {
    await whileRunning(async () => {
      const nobody = await run(['export', file('x.tar.gz')], { PORT: '1' })
      expect(nobody.code).toBe(1)
      expect(nobody.stderr).toContain(
        'no server that may be using it answers at http://127.0.0.1:1',
      )
    })
  })
})
