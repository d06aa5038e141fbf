import { describe, expect, test } from 'vitest'
import { authorizeBy } from '#content/access/authorize.ts'
import { readingRule } from '#content/access/reading.ts'
import { makeAccount, ORIGIN, openTestAccounts, signInAs } from './people.ts'

const none = new Headers()
const FORWARDED = ['forwarded', 'via', 'x-real-ip', 'x-forwarded-for', 'x-forwarded-host']

describe('somebody unknown', () => {
  test('reads nothing unless that is switched on', () => {
    expect(readingRule('closed', true)(none)).toBe(false)
    expect(readingRule('open', false)(none)).toBe(true)
    expect(readingRule('loopback', true)(none)).toBe(true)
    expect(readingRule('loopback', false)(none)).toBe(false)
  })

  test.each(FORWARDED)('is not on this machine where a proxy says %s', (header) => {
    expect(readingRule('loopback', true)(new Headers({ [header]: 'x' }))).toBe(false)
  })

  test('is told to sign in, or is the public reader', async () => {
    const accounts = await openTestAccounts()
    const ask = { method: 'GET', headers: none }
    expect(await authorizeBy(accounts, () => false)(ask)).toMatchObject({
      refused: 'unauthenticated',
    })
    const reader = await authorizeBy(accounts, () => true)(ask)
    expect('refused' in reader).toBe(false)
    const wrong = { ...ask, token: 'wm_wrong' }
    expect(await authorizeBy(accounts, () => true)(wrong)).toMatchObject({
      refused: 'unauthenticated',
    })
  })
})

test('a cookie changes nothing for a page of somebody else, and opens it no socket', async () => {
  const accounts = await openTestAccounts()
  await makeAccount(accounts, 'ana@harbour.example', [{ role: 'editor', organizations: 'all' }])
  const visitor = await signInAs(accounts, 'ana@harbour.example')
  const authorize = authorizeBy(accounts, () => false)
  const ask = async (method: string, more: Record<string, string>) => {
    const headers = new Headers({ ...more, cookie: visitor.headers.get('cookie') ?? '' })
    const answer = await authorize({ method, headers })
    return 'refused' in answer ? answer.refused : 'in'
  }
  expect(await ask('GET', {})).toBe('in')
  expect(await ask('POST', { origin: ORIGIN })).toBe('in')
  expect(await ask('POST', {})).toBe('forbidden')
  expect(await ask('POST', { origin: 'https://evil.example', host: '127.0.0.1:4321' })).toBe(
    'forbidden',
  )
  expect(await ask('GET', { upgrade: 'websocket', origin: 'http://127.0.0.1:9' })).toBe('forbidden')
  expect(await ask('GET', { upgrade: 'websocket', origin: ORIGIN })).toBe('in')
})
