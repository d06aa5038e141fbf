import { DatabaseSync } from 'node:sqlite'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { authorizeBy } from '#content/access/authorize.ts'
import { browser, makeAccount, openTestAccounts, PASSWORD, signInAs } from './people.ts'
import { totp } from './totp.ts'

const EMAIL = 'ana@harbour.example'
const EDITOR = [{ role: 'editor', organizations: 'all' }] as const

afterEach(() => {
  vi.useRealTimers()
})

function setClock(moment: number) {
  vi.useFakeTimers({ toFake: ['Date'], now: moment })
}

const NOON = Date.parse('2026-03-04T12:00:00Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE

describe('signing in', () => {
  test('by password gives a session whose cookie no script reads', async () => {
    const accounts = await openTestAccounts()
    const id = await makeAccount(accounts, EMAIL, EDITOR)
    const visitor = browser(accounts)
    const step = await accounts.signIn.withPassword({ email: EMAIL, password: PASSWORD }, visitor)
    if (step.state !== 'in') throw new Error(step.state)
    expect(step.account).toBe(id)
    const [cookie] = step.cookies
    expect(cookie).toMatch(/^waymark\.session_token=.*; HttpOnly; SameSite=Lax/)
    visitor.keep(step.cookies)
    expect(await accounts.sessions.find(visitor.headers)).toMatchObject({ account: id })
  })

  test('over HTTPS gives a cookie that never travels without it', async () => {
    const accounts = await openTestAccounts({ origin: 'https://waymark.example' })
    await makeAccount(accounts, EMAIL, EDITOR)
    const step = await accounts.signIn.withPassword(
      { email: EMAIL, password: PASSWORD },
      browser(accounts),
    )
    expect('cookies' in step && step.cookies[0]).toMatch(
      /^__Secure-waymark\.session_token=.*Secure/,
    )
    const visitor = await signInAs(accounts, EMAIL)
    expect(await accounts.sessions.find(visitor.headers)).toBeDefined()
  })

  test('says the same of a wrong password, an unknown account and a locked one', async () => {
    const accounts = await openTestAccounts()
    await makeAccount(accounts, EMAIL, EDITOR)
    const locked = await makeAccount(accounts, 'locked@harbour.example', EDITOR)
    await accounts.staff.lock(locked, { actor: 'test' })
    const tryIt = (email: string, password: string) =>
      accounts.signIn.withPassword({ email, password }, browser(accounts))
    const refused = { state: 'refused', cookies: [] }
    expect(await tryIt(EMAIL, 'something else entirely')).toEqual(refused)
    expect(await tryIt('nobody@harbour.example', PASSWORD)).toEqual(refused)
    expect(await tryIt('locked@harbour.example', PASSWORD)).toEqual(refused)
    expect(await tryIt('no address', PASSWORD)).toEqual(refused)
  })

  test.each([EMAIL, 'nobody@harbour.example'])(
    'to %s makes wait after five failures, longer each time, the right password too',
    async (email) => {
      setClock(NOON)
      const accounts = await openTestAccounts()
      await makeAccount(accounts, EMAIL, EDITOR)
      const tryIt = (password: string) =>
        accounts.signIn.withPassword({ email, password }, browser(accounts))
      for (let count = 0; count < 5; count++) {
        expect(await tryIt('wrong and long enough')).toMatchObject({ state: 'refused' })
      }
      expect(await tryIt(PASSWORD)).toEqual({ state: 'wait', seconds: 60 })
      setClock(NOON + MINUTE)
      expect(await tryIt('wrong and long enough')).toMatchObject({ state: 'refused' })
      expect(await tryIt(PASSWORD)).toEqual({ state: 'wait', seconds: 120 })
      setClock(NOON + 3 * MINUTE)
      const last = await tryIt(PASSWORD)
      expect(last.state).toBe(email === EMAIL ? 'in' : 'refused')
    },
  )

  test('takes no more guesses where they all come at once', async () => {
    const accounts = await openTestAccounts()
    await makeAccount(accounts, EMAIL, EDITOR)
    const guesses = Array.from({ length: 12 }, () =>
      accounts.signIn.withPassword(
        { email: EMAIL, password: 'wrong and long enough' },
        browser(accounts),
      ),
    )
    const states = (await Promise.all(guesses)).map(({ state }) => state)
    expect(states.filter((state) => state === 'refused')).toHaveLength(5)
    expect(states.filter((state) => state === 'wait')).toHaveLength(7)
  })

  test('half, up to the second step, counts neither as a failure nor as an end of them', async () => {
    setClock(NOON)
    const accounts = await openTestAccounts()
    await makeAccount(accounts, EMAIL, EDITOR)
    const first = await signInAs(accounts, EMAIL)
    const start = await accounts.factors.startTotp(PASSWORD, first)
    const code = totp(new URL(start?.uri ?? '').searchParams.get('secret') ?? '')
    await accounts.factors.confirmTotp(code, { actor: 'test' }, first)
    const tryIt = async (password: string) =>
      (await accounts.signIn.withPassword({ email: EMAIL, password }, browser(accounts))).state
    for (let count = 0; count < 4; count++) expect(await tryIt('wrong, wrong')).toBe('refused')
    for (let count = 0; count < 3; count++) expect(await tryIt(PASSWORD)).toBe('second')
    expect(await tryIt('wrong, wrong')).toBe('refused')
    expect(await tryIt(PASSWORD)).toBe('wait')
  })

  test('from one address to many accounts is slowed too', async () => {
    const accounts = await openTestAccounts()
    const visitor = browser(accounts)
    const states = []
    for (let count = 0; count < 22; count++) {
      const email = `guess-${count}@harbour.example`
      const { state } = await accounts.signIn.withPassword({ email, password: PASSWORD }, visitor)
      states.push(state)
    }
    expect(states.slice(0, 20)).not.toContain('wait')
    expect(states.at(-1)).toBe('wait')
  })

  test('asks for the code of the app where one is set up; that code and a backup code work once', async () => {
    const accounts = await openTestAccounts()
    const id = await makeAccount(accounts, EMAIL, EDITOR)
    const first = await signInAs(accounts, EMAIL)
    const start = await accounts.factors.startTotp(PASSWORD, first)
    if (start === undefined) throw new Error('not started')
    const code = () => totp(new URL(start.uri).searchParams.get('secret') ?? '')
    const by = { actor: id }
    expect(await accounts.factors.confirmTotp('000000', by, first)).toBeUndefined()
    const cookies = await accounts.factors.confirmTotp(code(), by, first)
    const before = first.headers.get('cookie') ?? ''
    first.keep(cookies ?? [])
    expect(await accounts.sessions.find(new Headers({ cookie: before }))).toBeUndefined()
    expect(await accounts.sessions.find(first.headers)).toBeDefined()

    const reachSecond = async () => {
      const visitor = browser(accounts)
      const step = await accounts.signIn.withPassword({ email: EMAIL, password: PASSWORD }, visitor)
      if (step.state !== 'second') throw new Error(step.state)
      visitor.keep(step.cookies)
      expect(await accounts.sessions.find(visitor.headers)).toBeUndefined()
      return visitor
    }
    const withApp = await reachSecond()
    expect(await accounts.signIn.withCode('000000', withApp)).toMatchObject({ state: 'refused' })
    const used = code()
    expect(await accounts.signIn.withCode(used, withApp)).toMatchObject({ state: 'in' })
    const onlooker = await reachSecond()
    const replayed = await accounts.signIn.withCode(used, onlooker)
    expect(replayed).toEqual({ state: 'refused', cookies: [] })

    const backup = start.codes[0] ?? ''
    expect(await accounts.signIn.withCode(backup, await reachSecond())).toMatchObject({
      state: 'in',
    })
    const again = await accounts.signIn.withCode(backup, await reachSecond())
    expect(again).toMatchObject({ state: 'refused' })
  })
})

test('a password alone opens nothing where there is a passkey', async () => {
  const accounts = await openTestAccounts()
  const id = await makeAccount(accounts, EMAIL, EDITOR)
  const database = new DatabaseSync(`${accounts.dataFolder}/access.sqlite`)
  database
    .prepare(
      `INSERT INTO passkey (id, name, publicKey, userId, credentialID, counter, deviceType, backedUp)
       VALUES ('p', 'Telephone', '', ?, 'c', 0, 'singleDevice', 0)`,
    )
    .run(id)
  database.close()
  const visitor = browser(accounts)
  const step = await accounts.signIn.withPassword({ email: EMAIL, password: PASSWORD }, visitor)
  expect(step).toEqual({ state: 'second', method: 'passkey', cookies: [] })
  expect(await accounts.sessions.list(id)).toEqual([])
  await accounts.staff.dropSecondFactors(id, { actor: 'test' })
  await signInAs(accounts, EMAIL)
})

describe('a session', () => {
  test('ends when nobody has used it for half a day, and after a week in any case', async () => {
    setClock(NOON)
    const accounts = await openTestAccounts()
    await makeAccount(accounts, EMAIL, EDITOR)
    const idle = await signInAs(accounts, EMAIL)
    const busy = await signInAs(accounts, EMAIL)
    for (let hours = 11; hours < 168; hours += 11) {
      setClock(NOON + hours * HOUR)
      expect(await accounts.sessions.find(busy.headers), `${hours} h`).toBeDefined()
    }
    expect(await accounts.sessions.find(idle.headers)).toBeUndefined()
    setClock(NOON + 169 * HOUR)
    expect(await accounts.sessions.find(busy.headers)).toBeUndefined()
  })

  test('is not kept awake by a connection that stays open in a browser nobody uses', async () => {
    setClock(NOON)
    const accounts = await openTestAccounts()
    await makeAccount(accounts, EMAIL, EDITOR)
    const { headers } = await signInAs(accounts, EMAIL)
    const authorize = authorizeBy(accounts, () => false)
    const look = { method: 'GET', headers, isAgain: true }
    setClock(NOON + 11 * HOUR)
    expect(await authorize(look)).toHaveProperty('id')
    setClock(NOON + 12 * HOUR)
    expect(await authorize(look)).toMatchObject({ refused: 'unauthenticated' })
  })

  test('can be ended one by one and all at once, by its owner only', async () => {
    const accounts = await openTestAccounts()
    const id = await makeAccount(accounts, EMAIL, EDITOR)
    const other = await makeAccount(accounts, 'ben@harbour.example', EDITOR)
    const [here, there, far] = [
      await signInAs(accounts, EMAIL),
      await signInAs(accounts, EMAIL),
      await signInAs(accounts, EMAIL),
    ]
    const session = await accounts.sessions.find(there.headers)
    expect(await accounts.sessions.end(other, session?.id ?? '')).toBe(false)
    expect(await accounts.sessions.end(id, session?.id ?? '')).toBe(true)
    expect(await accounts.sessions.find(there.headers)).toBeUndefined()
    const mine = await accounts.sessions.find(here.headers)
    await accounts.sessions.endAll(id, mine?.id)
    expect(await accounts.sessions.find(far.headers)).toBeUndefined()
    expect(await accounts.sessions.find(here.headers)).toBeDefined()
  })

  test('ends with all others, however many there are and were', async () => {
    const accounts = await openTestAccounts()
    const id = await makeAccount(accounts, EMAIL, EDITOR)
    await signInAs(accounts, EMAIL)
    const database = new DatabaseSync(`${accounts.dataFolder}/access.sqlite`)
    onTestFinished(() => database.close())
    const count = () => database.prepare('SELECT count(*) AS count FROM session').get()?.['count']
    const columns = 'userId, createdAt, ipAddress, userAgent'
    const copies = (updatedAt: string, expiresAt: string) =>
      database.exec(
        `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 120)
         INSERT INTO session (id, token, updatedAt, expiresAt, ${columns})
         SELECT hex(randomblob(9)), hex(randomblob(9)), ${updatedAt}, ${expiresAt}, ${columns}
         FROM n, (SELECT * FROM session LIMIT 1)`,
      )
    copies("'2020-01-01T00:00:00.000Z'", "'2020-01-08T00:00:00.000Z'")
    const here = await signInAs(accounts, EMAIL)
    expect(count()).toBe(2)
    copies('updatedAt', 'expiresAt')
    const last = await signInAs(accounts, EMAIL)
    const [lastOne] = await accounts.sessions.list(id)
    expect(lastOne).toEqual(await accounts.sessions.find(last.headers))

    const mine = await accounts.sessions.find(here.headers)
    await accounts.sessions.endAll(id, mine?.id)
    expect(await accounts.sessions.find(here.headers)).toBeDefined()
    expect(count()).toBe(1)
    copies('updatedAt', 'expiresAt')
    expect(await accounts.sessions.end(id, mine?.id ?? '')).toBe(true)
    await accounts.sessions.endAll(id)
    expect(count()).toBe(0)
  })

  test('keeps neither address nor browser', async () => {
    const accounts = await openTestAccounts()
    await makeAccount(accounts, EMAIL, EDITOR)
    const visitor = browser(accounts)
    visitor.headers.set('user-agent', 'Netscape Navigator')
    await accounts.signIn.withPassword({ email: EMAIL, password: PASSWORD }, visitor)
    const database = new DatabaseSync(`${accounts.dataFolder}/access.sqlite`, { readOnly: true })
    const rows = database.prepare('SELECT ipAddress, userAgent FROM session').all()
    database.close()
    expect(rows).toEqual([{ ipAddress: '', userAgent: '' }])
  })

  test('has an id for the log of the lake, which tells nothing of the cookie', async () => {
    const accounts = await openTestAccounts()
    const id = await makeAccount(accounts, EMAIL, EDITOR)
    const { headers } = await signInAs(accounts, EMAIL)
    const [session] = await accounts.sessions.list(id)
    const answer = await authorizeBy(accounts, () => false)({ method: 'GET', headers })
    expect(answer).toMatchObject({ id, session: session?.id })
    expect(headers.get('cookie')).not.toContain(session?.id)
  })

  test('of an account whose role has gone, or that is locked, opens nothing from that moment on', async () => {
    const accounts = await openTestAccounts()
    await makeAccount(accounts, 'root@harbour.example', [
      { role: 'administrator', organizations: 'all' },
    ])
    const id = await makeAccount(accounts, EMAIL, EDITOR)
    const { headers } = await signInAs(accounts, EMAIL)
    const authorize = authorizeBy(accounts, () => false)
    const may = async (need: 'read' | 'create') => {
      const answer = await authorize({ method: 'GET', headers })
      return 'refused' in answer ? answer.refused : answer.refusalOf(need) === undefined
    }
    expect(await may('create')).toBe(true)
    accounts.staff.bind(id, [{ role: 'viewer', organizations: 'all' }], { actor: 'test' })
    expect([await may('read'), await may('create')]).toEqual([true, false])
    accounts.staff.bind(id, [], { actor: 'test' })
    expect(await may('read')).toBe(false)
    await accounts.staff.lock(id, { actor: 'test' })
    expect(await may('read')).toBe('unauthenticated')
  })
})
