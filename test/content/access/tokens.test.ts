import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTokens } from '../../../content/access/tokens.ts'

describe('tokens', () => {
  let dataFolder: string
  let tokens: ReturnType<typeof openTokens>
  beforeEach(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), 'waymark-access-'))
    tokens = openTokens(dataFolder)
  })
  afterEach(async () => {
    tokens.close()
    await rm(dataFolder, { recursive: true })
  })

  test('are known again by what was printed, and by nothing else', () => {
    const { token, ...record } = tokens.issue({ role: 'editor', label: 'import' })
    expect(token).toMatch(/^wm_[A-Za-z0-9_-]{43}$/)
    expect(tokens.identify(token)).toEqual(record)
    expect(tokens.identify(`${token}x`)).toBeUndefined()
    expect(tokens.identify(record.id)).toBeUndefined()
  })

  test('never stand in the file', async () => {
    const { token } = tokens.issue({ role: 'viewer' })
    tokens.close()
    const bytes = await readFile(join(dataFolder, 'access.sqlite'), 'latin1')
    expect(bytes).toContain('viewer')
    expect(bytes).not.toContain(token)
    expect(bytes).not.toContain(token.slice(3))
    tokens = openTokens(dataFolder)
  })

  test('made or revoked through another connection count at once', () => {
    const other = openTokens(dataFolder)
    const { token, id } = other.issue({ role: 'administrator' })
    expect(tokens.identify(token)).toMatchObject({
      bindings: [{ role: 'administrator', organizations: 'all' }],
    })
    expect(other.revoke(id)).toBe(true)
    expect(tokens.identify(token)).toBeUndefined()
    expect(tokens.revoke(id)).toBe(false)
    other.close()
  })

  test('hold for the organisations they were made for, until their end', () => {
    let now = new Date('2026-03-04T12:00:00Z')
    const clocked = openTokens(':memory:', { now: () => now })
    const bindings = [{ role: 'translator' as const, organizations: ['org-a'] }]
    const { token } = clocked.issue({ bindings, expiresAt: '2026-03-05T12:00:00.000Z' })
    expect(clocked.identify(token)).toMatchObject({ bindings })
    now = new Date('2026-03-05T12:00:00Z')
    expect(clocked.identify(token)).toBeUndefined()
    expect(clocked.list()).toHaveLength(1)
    clocked.close()
  })

  test('of the first version still count', () => {
    tokens.close()
    const file = join(dataFolder, 'access.sqlite')
    rmSync(file)
    const old = new DatabaseSync(file)
    old.exec(
      'CREATE TABLE tokens (id TEXT PRIMARY KEY, hash TEXT NOT NULL UNIQUE, role TEXT NOT NULL, label TEXT NOT NULL, createdAt TEXT NOT NULL) STRICT',
    )
    const hash = createHash('sha256').update('wm_old').digest('hex')
    old
      .prepare('INSERT INTO tokens VALUES (?, ?, ?, ?, ?)')
      .run('token-old', hash, 'editor', '', '2026-01-01T00:00:00.000Z')
    old.close()
    tokens = openTokens(dataFolder)
    expect(tokens.identify('wm_old')).toMatchObject({
      bindings: [{ role: 'editor', organizations: 'all' }],
    })
  })

  test('are listed by age, without what was printed', () => {
    let hour = 10
    const clocked = openTokens(':memory:', { now: () => new Date(Date.UTC(2026, 0, 1, hour++)) })
    clocked.issue({ role: 'viewer', label: 'first' })
    clocked.issue({ role: 'editor', label: 'second' })
    const list = clocked.list()
    expect(
      list.map(({ label, bindings, createdAt }) => [label, bindings[0]?.role, createdAt]),
    ).toEqual([
      ['first', 'viewer', '2026-01-01T10:00:00.000Z'],
      ['second', 'editor', '2026-01-01T11:00:00.000Z'],
    ])
    expect(JSON.stringify(list)).not.toContain('wm_')
    clocked.close()
  })
})
