import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { readArchive } from '../../content/exchange/read-archive.ts'
import { COMMANDS_MS, useLakeCommand } from './lake-command.ts'

describe('npm run lake', { timeout: COMMANDS_MS }, () => {
  const { file, run, expectNoTokenLeft, whileRunning } = useLakeCommand()

  const everything = async (name: string, env: Record<string, string>) => {
    const archive = file(`${name}.tar.gz`)
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

    const backup = file(`${name}.age`)
    expect(await run(['backup', backup], env)).toMatchObject({ code: 0 })
    const restored = file(`restored-${name}`)
    const elsewhere = { WAYMARK_DATA: restored, PORT: '1' }
    expect(await run(['restore', backup], elsewhere)).toMatchObject({ code: 0 })
    expect(await run(['verify'], elsewhere)).toMatchObject({ code: 0 })
    expectNoTokenLeft()
  }

  test('moves, backs up and proves a lake that is at rest', () => everything('resting', {}))

  test('does the same with one that a server is working with', () =>
    whileRunning((env) => everything('running', env)))

  test('imports into a folder without a lake, and verify says what is damaged there later', async () => {
    const WAYMARK_DATA = file('damaged')
    const archive = file('to-damage.tar.gz')
    await run(['export', archive])
    const imported = await run(['import', archive], { WAYMARK_DATA })
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
})
