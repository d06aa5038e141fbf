import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTokens } from '../../../content/access/tokens.ts'

describe('the token command', () => {
  let dataFolder: string
  beforeAll(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), 'waymark-cli-'))
  })
  afterAll(() => rm(dataFolder, { recursive: true }))

  const run = (...args: string[]) => runIn(dataFolder, ...args)
  const runIn = (folder: string, ...args: string[]) =>
    new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
      const child = execFile(
        process.execPath,
        ['content/access/cli.ts', ...args],
        { env: { ...process.env, WAYMARK_DATA: folder } },
        (_, stdout, stderr) => resolve({ code: child.exitCode ?? -1, stdout, stderr }),
      )
    })

  test('prints a token that a running server knows at once, lists it and revokes it', async () => {
    const running = openTokens(dataFolder)
    const printed = await run('token', '--role', 'editor', '--label', 'import of May')
    const token = printed.stdout.trim()
    const known = running.identify(token)
    expect(known).toMatchObject({
      bindings: [{ role: 'editor', organizations: 'all' }],
      label: 'import of May',
    })

    const listed = await run('tokens')
    expect(listed.stdout).toContain(`${known?.id}\teditor (all)`)
    expect(listed.stdout).not.toContain(token)

    expect((await run('revoke', known?.id ?? '')).code).toBe(0)
    expect(running.identify(token)).toBeUndefined()
    expect((await run('revoke', known?.id ?? '')).code).toBe(1)
    running.close()
  })

  test.each([
    [[], 'there is no command'],
    [['token'], '--role has to be one of administrator, editor, reviewer'],
    [['token', '--role', 'king'], '--role has to be one of'],
    [['token', '--rolle', 'editor'], '--rolle'],
    [['token', 'editor'], '"editor" is too much'],
    [['token', '--role', 'viewer', '--expires', 'soon'], '--expires takes days'],
    [['token', '--role', 'field'], 'needs a place'],
    [['revoke'], 'revoke takes the id'],
    [['lock'], 'lock takes an e-mail address'],
    [['invite', '--role', 'viewer'], '--email has to be'],
  ])('%j is answered with what is wrong and how to write it', async (args, reason) => {
    const { code, stdout, stderr } = await run(...args)
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain(reason)
    expect(stderr).toContain('npm run lake -- token --role')
  })

  test('says of a data folder that cannot be used what it has to be', async () => {
    const { code, stderr } = await runIn('/dev/null/nowhere', 'tokens')
    expect(code).toBe(1)
    expect(stderr).toMatch(/^The data folder \/dev\/null\/nowhere cannot be used: [^\n]+\n$/)
  })
})
