import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { pino } from 'pino'
import { afterAll, beforeAll, expect } from 'vitest'
import { openTokens } from '../../../content/access/tokens.ts'
import { type Content, openContent } from '../../../site/lib/content.ts'

export const PASSPHRASE = 'five words that nobody guesses'
/** How long a test may take whose commands are processes of their own, in milliseconds. */
export const COMMANDS_MS = 120_000
/** `npm run lake`, as arguments of node. */
export const LAKE = ['--import', './site/lib/compile-cache.ts', 'site/lake/cli.ts']

/** What a command said, and the number it ended with. */
type Answer = { code: number; stdout: string; stderr: string }

/** A lake of three documents for the tests of one file, and `npm run lake` beside it. */
export function useLakeCommand() {
  let folder = ''
  let data = ''
  const open = (): Promise<Content> =>
    openContent({
      settings: { dataFolder: data, host: '127.0.0.1', reading: 'closed' },
      origin: 'http://127.0.0.1',
      log: pino({ level: 'silent' }),
      now: Date.now,
    })
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
  const envWith = (env: Record<string, string>) => ({
    ...process.env,
    WAYMARK_DATA: data,
    PORT: '1',
    WAYMARK_PASSPHRASE: PASSPHRASE,
    ...env,
  })
  return {
    /** A path in the folder of these tests. */
    file: (...names: string[]) => join(folder, ...names),
    open,
    envWith,
    run: (args: string[], env: Record<string, string> = {}) =>
      new Promise<Answer>((resolve) => {
        const command = [...LAKE, ...args]
        const child = execFile(
          process.execPath,
          command,
          { env: envWith(env) },
          (_, stdout, stderr) => resolve({ code: child.exitCode ?? -1, stdout, stderr }),
        )
      }),
    expectNoTokenLeft: () => {
      const tokens = openTokens(data)
      expect(tokens.list()).toEqual([])
      tokens.close()
    },
    /** The lake as a running server has it, and how a command finds that. */
    whileRunning: async (work: (env: Record<string, string>) => Promise<void>) => {
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
    },
  }
}
