import { DatabaseSync } from 'node:sqlite'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { makeAccount, openTestAccounts, PASSWORD } from './people.ts'

const HOUR = 3_600_000
const NOON = Date.parse('2026-03-04T12:00:00Z')
const person = { name: 'Ana', email: 'ana@harbour.example', password: PASSWORD }

afterEach(() => {
  vi.useRealTimers()
})

function setClock(moment: number) {
  vi.useFakeTimers({ toFake: ['Date'], now: moment })
}

describe('the first link', () => {
  test('works once, for a day, and the last one made only', async () => {
    setClock(NOON)
    const { recruiting } = await openTestAccounts()
    const older = recruiting.firstLink() ?? ''
    const newer = recruiting.firstLink() ?? ''
    expect(await recruiting.accept('first', older, person)).toBe('void')
    setClock(NOON + 24 * HOUR)
    expect(await recruiting.accept('first', newer, person)).toBe('void')
    const fresh = recruiting.firstLink() ?? ''
    const other = { ...person, email: 'ben@harbour.example' }
    expect(await recruiting.accept('first', fresh, person)).toBe('done')
    expect(await recruiting.accept('first', fresh, other)).toBe('void')
  })

  test('makes one account of two that ask at once', async () => {
    const { recruiting, members } = await openTestAccounts()
    const secret = recruiting.firstLink() ?? ''
    const other = { ...person, email: 'ben@harbour.example' }
    const outcomes = await Promise.all([
      recruiting.accept('first', secret, person),
      recruiting.accept('first', secret, other),
    ])
    expect(outcomes.toSorted()).toEqual(['done', 'void'])
    expect(members.list()).toHaveLength(1)
  })

  test('is made again once nobody is left who administers', async () => {
    const { recruiting, members } = await openTestAccounts()
    await recruiting.accept('first', recruiting.firstLink() ?? '', person)
    expect(recruiting.firstLink()).toBeUndefined()
    const id = members.findByEmail(person.email)?.id ?? ''
    members.setBindings(id, [
      { role: 'administrator', organizations: 'all', expiresAt: '2020-01-01T00:00:00Z' },
    ])
    expect(recruiting.firstLink()).toBeDefined()
  })
})

describe('an invitation', () => {
  test('gives the account of its address its roles, and nothing to another address', async () => {
    const { recruiting, members } = await openTestAccounts()
    const bindings = [{ role: 'translator', organizations: ['org-a'] }] as const
    const secret = recruiting.invite('New@Harbour.example', bindings, { actor: 'test' }) ?? ''
    expect(await recruiting.accept('invitation', secret, person)).toBe('done')
    expect(members.findByEmail(person.email)).toBeUndefined()
    expect(members.findByEmail('new@harbour.example')).toMatchObject({ bindings })
  })

  test('ends after a week, when it is withdrawn, and when there is a newer one', async () => {
    setClock(NOON)
    const { recruiting } = await openTestAccounts()
    const by = { actor: 'test' }
    const invite = () => recruiting.invite('new@harbour.example', [], by) ?? ''
    const [older, newer] = [invite(), invite()]
    expect(recruiting.find('invitation', older)).toBeUndefined()
    expect(recruiting.find('invitation', newer)).toBeDefined()
    expect(recruiting.withdraw('new@harbour.example', by)).toBe(true)
    expect(recruiting.find('invitation', newer)).toBeUndefined()
    const last = invite()
    setClock(NOON + 168 * HOUR)
    expect(recruiting.find('invitation', last)).toBeUndefined()
  })

  test('still works where making the account has failed', async () => {
    const accounts = await openTestAccounts()
    const { recruiting, members, dataFolder } = accounts
    const first = recruiting.firstLink() ?? ''
    const secret = recruiting.invite(person.email, [], { actor: 'test' }) ?? ''
    const outcomes = await Promise.all([
      recruiting.accept('first', first, person),
      recruiting.accept('invitation', secret, person),
    ])
    expect(outcomes.toSorted()).toEqual(['done', 'taken'])
    const [ofFirst] = outcomes
    const left =
      ofFirst === 'taken' ? recruiting.find('first', first) : recruiting.find('invitation', secret)
    expect(left).toBeDefined()

    const database = new DatabaseSync(`${dataFolder}/access.sqlite`)
    onTestFinished(() => database.close())
    const other = { ...person, email: 'ben@harbour.example' }
    const second = recruiting.invite(other.email, [], { actor: 'test' }) ?? ''
    const before = recruiting.find('invitation', second)
    database.exec(
      `CREATE TRIGGER broken BEFORE INSERT ON account BEGIN SELECT RAISE(ABORT, 'no room'); END`,
    )
    await expect(recruiting.accept('invitation', second, other)).rejects.toThrow()
    expect(members.findByEmail(other.email)).toBeUndefined()
    expect(recruiting.find('invitation', second)).toEqual(before)
    database.exec('DROP TRIGGER broken')
    expect(await recruiting.accept('invitation', second, other)).toBe('done')
  })

  test('is not made for somebody who has an account', async () => {
    const accounts = await openTestAccounts()
    await makeAccount(accounts, 'ben@harbour.example', [])
    const again = accounts.recruiting.invite('Ben@harbour.example', [], { actor: 'test' })
    expect(again).toBeUndefined()
  })
})
