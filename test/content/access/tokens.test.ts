import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTokens, type Tokens } from '../../../content/access/tokens.ts'

describe('tokens', () => {
  let dataFolder: string
  let tokens: Tokens
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
    expect(tokens.identify(token)).toMatchObject({ role: 'administrator' })
    expect(other.revoke(id)).toBe(true)
    expect(tokens.identify(token)).toBeUndefined()
    expect(tokens.revoke(id)).toBe(false)
    other.close()
  })

  test('are listed by age, without what was printed', () => {
    let hour = 10
    const clocked = openTokens(':memory:', { now: () => new Date(Date.UTC(2026, 0, 1, hour++)) })
    clocked.issue({ role: 'viewer', label: 'first' })
    clocked.issue({ role: 'editor', label: 'second' })
    const list = clocked.list()
    expect(list.map(({ label, role, createdAt }) => [label, role, createdAt])).toEqual([
      ['first', 'viewer', '2026-01-01T10:00:00.000Z'],
      ['second', 'editor', '2026-01-01T11:00:00.000Z'],
    ])
    expect(JSON.stringify(list)).not.toContain('wm_')
    clocked.close()
  })
})
