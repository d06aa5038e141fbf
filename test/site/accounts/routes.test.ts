import { describe, expect, test } from 'vitest'
import { makeAccount, ORIGIN, PASSWORD } from '../../content/access/people.ts'
import { openPages, visitPages } from './account-visits.ts'

const ROOT_EMAIL = 'root@harbour.example'
const VIEWER_EMAIL = 'vera@harbour.example'

describe('the pages of accounts', () => {
  test('take the first administrator in by a link that works once', async () => {
    const pages = await openPages()
    const { accounts } = pages
    const secret = accounts.recruiting.firstLink()
    const person = visitPages(pages)
    expect((await person.get(`/login/first/${secret}`)).status).toBe(200)
    const given = { name: 'Ana', email: ROOT_EMAIL, password: PASSWORD }
    expect(
      (await person.post(`/login/first/${secret}`, { ...given, password: 'short' })).status,
    ).toBe(400)
    const made = await person.post(`/login/first/${secret}`, given)
    expect(made.headers.get('location')).toBe('/account?done=welcome')
    const account = await person.get('/account?done=welcome')
    expect(await account.text()).toContain('Welcome.')
    expect((await person.get(`/login/first/${secret}`)).status).toBe(404)
    expect(accounts.recruiting.firstLink()).toBeUndefined()
    await pages.stop()
  })

  test('are kept by nobody, run no foreign script and are framed by nobody', async () => {
    const pages = await openPages()
    const person = visitPages(pages)
    for (const address of [
      '/login',
      '/login/reset',
      '/login/second',
      '/login/first/x',
      '/account/x',
    ]) {
      const { headers } = await person.get(address)
      expect(headers.get('cache-control'), address).toBe('no-store')
    }
    const policy = (await person.get('/login')).headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    await pages.stop()
  })

  test.each([null, 'https://evil.example', 'null', 'http://127.0.0.1:9999'])(
    'do nothing that a form of %s asks for',
    async (from) => {
      const pages = await openPages()
      await makeAccount(pages.accounts, VIEWER_EMAIL, [{ role: 'viewer', organizations: 'all' }])
      const person = visitPages(pages)
      const fields = { email: VIEWER_EMAIL, password: PASSWORD }
      const login = await person.post('/login', fields, from)
      expect([login.status, login.headers.getSetCookie()]).toEqual([403, []])
      await person.signIn(VIEWER_EMAIL)
      expect((await person.post('/account/name', { name: 'Evil' }, from)).status).toBe(403)
      expect((await person.post('/lake/v1/auth/logout', {}, from)).status).toBe(403)
      expect((await person.get('/account')).status).toBe(200)
      await pages.stop()
    },
  )

  test.each([
    ['/studio/structure?x=1', '/studio/structure?x=1'],
    [`${ORIGIN}/studio`, '/studio'],
    ['http://localhost:4321/studio', '/studio'],
    ['https://evil.example/studio', '/account'],
    ['//evil.example/studio', '/account'],
    [`${ORIGIN}//evil.example`, '/evil.example'],
    ['/\\evil.example', '/account'],
    ['javascript:alert(1)', '/account'],
  ])('send somebody who wanted %s to %s', async (wanted, to) => {
    const pages = await openPages()
    await makeAccount(pages.accounts, VIEWER_EMAIL, [{ role: 'viewer', organizations: 'all' }])
    const person = visitPages(pages)
    const next = { email: VIEWER_EMAIL, password: PASSWORD, next: wanted }
    expect((await person.post('/login', next)).headers.get('location')).toBe(to)
    const again = await person.get(`/login?${new URLSearchParams({ origin: wanted })}`)
    expect(again.headers.get('location')).toBe(to)
    await pages.stop()
  })

  test('show people to administrators only, and change nothing for others', async () => {
    const pages = await openPages()
    const { accounts } = pages
    await makeAccount(accounts, ROOT_EMAIL, [{ role: 'administrator', organizations: 'all' }])
    const bound = await makeAccount(accounts, 'part@harbour.example', [
      { role: 'administrator', organizations: ['org-a'] },
    ])
    const id = await makeAccount(accounts, VIEWER_EMAIL, [{ role: 'viewer', organizations: 'all' }])
    for (const email of [VIEWER_EMAIL, 'part@harbour.example']) {
      const person = visitPages(pages)
      await person.signIn(email)
      for (const address of ['/account/people', `/account/people/${id}`]) {
        const page = await person.get(address)
        expect(page.status, address).toBe(403)
        expect(await page.text()).not.toContain(ROOT_EMAIL)
      }
      for (const address of [
        '/account/people/invite',
        `/account/people/${id}/roles`,
        `/account/people/${bound}/lock`,
      ]) {
        const fields = { email: 'new@harbour.example', role: 'administrator' }
        expect((await person.post(address, fields)).status, address).toBe(403)
      }
    }
    expect(accounts.members.bindingsOf(id)).toEqual([{ role: 'viewer', organizations: 'all' }])
    await pages.stop()
  })

  test('let an administrator invite, change a role, lock and remove, never the last one', async () => {
    const pages = await openPages()
    const { accounts } = pages
    const root = await makeAccount(accounts, ROOT_EMAIL, [
      { role: 'administrator', organizations: 'all' },
    ])
    const person = visitPages(pages)
    await person.signIn(ROOT_EMAIL)
    const shown = await person.post('/account/people/invite', {
      email: VIEWER_EMAIL,
      role: 'viewer',
      organization: 'org-a',
    })
    const link = /\/login\/invitation\/[\w-]+/.exec(await shown.text())?.[0] ?? ''
    expect(await (await person.get('/account/people')).text()).toContain(VIEWER_EMAIL)

    const newcomer = visitPages(pages)
    await newcomer.post(link, { name: 'Vera', email: 'other@harbour.example', password: PASSWORD })
    const vera = accounts.members.findByEmail(VIEWER_EMAIL)
    expect(vera?.bindings).toEqual([{ role: 'viewer', organizations: ['org-a'] }])
    expect((await newcomer.get(link)).status).toBe(404)

    const at = `/account/people/${vera?.id}`
    await person.post(`${at}/roles`, {
      role: 'editor',
      organization: '*',
      until: '2999-01-01',
    })
    expect(accounts.members.bindingsOf(vera?.id ?? '')).toEqual([
      { role: 'editor', organizations: 'all', expiresAt: '2999-01-01T23:59:59Z' },
    ])
    const wrong = [{ role: 'field', organization: '*' }, { role: 'administrator' }]
    for (const fields of wrong) {
      expect((await person.post(`${at}/roles`, fields)).status).toBe(409)
    }
    expect(accounts.members.bindingsOf(vera?.id ?? '')).toMatchObject([{ role: 'editor' }])
    await person.post(`${at}/lock`, {})
    expect((await newcomer.get('/account')).headers.get('location')).toMatch(/^\/login/)
    expect((await newcomer.signIn(VIEWER_EMAIL)).status).toBe(401)
    expect((await person.post(`${at}/remove`, {})).status).toBe(409)
    await person.post(`${at}/remove`, { sure: 'yes' })
    expect(accounts.members.findByEmail(VIEWER_EMAIL)).toBeUndefined()

    for (const [action, fields] of [
      ['roles', { role: 'viewer', organization: '*' }],
      ['lock', {}],
      ['remove', { sure: 'yes' }],
    ] as const) {
      const answer = await person.post(`/account/people/${root}/${action}`, { ...fields })
      expect(answer.status, action).toBe(409)
    }
    await pages.stop()
  })

  test('write in the audit only of sessions that have ended', async () => {
    const pages = await openPages()
    await makeAccount(pages.accounts, VIEWER_EMAIL, [{ role: 'viewer', organizations: 'all' }])
    const person = visitPages(pages)
    await person.signIn(VIEWER_EMAIL)
    const count = pages.accounts.audit.entries().length
    await person.post('/account/sessions/end', { id: 'what anybody likes' })
    expect(pages.accounts.audit.entries()).toHaveLength(count)
    await pages.stop()
  })

  test('tell the Studio where to sign in, who is signed in, and end the session for it', async () => {
    const pages = await openPages()
    const id = await makeAccount(pages.accounts, VIEWER_EMAIL, [
      { role: 'viewer', organizations: 'all' },
    ])
    const person = visitPages(pages)
    const providers = await (await person.get('/lake/v2021-06-07/auth/providers')).json()
    expect(providers).toEqual({ providers: [{ name: 'waymark', title: 'Waymark', url: '/login' }] })
    expect((await person.get('/lake/v2021-06-07/auth/id')).status).toBe(401)
    await person.signIn(VIEWER_EMAIL)
    expect(await (await person.get('/lake/v2021-06-07/auth/id')).json()).toEqual({ id })
    expect((await person.post('/lake/v2021-06-07/auth/logout', {})).status).toBe(204)
    expect((await person.get('/lake/v2021-06-07/auth/id')).status).toBe(401)
    await pages.stop()
  })

  test('open nothing else of better-auth to the outside', async () => {
    const pages = await openPages()
    const person = visitPages(pages)
    for (const address of [
      'sign-up/email',
      'sign-in/email',
      'update-user',
      'delete-user',
      'get-session',
    ]) {
      expect((await person.post(`/api/auth/${address}`, {})).status, address).toBe(404)
      expect((await person.get(`/api/auth/${address}`)).status, address).toBe(404)
    }
    await pages.stop()
  })

  test('are not upset by a form that cannot be read', async () => {
    const pages = await openPages()
    const headers = { origin: ORIGIN, 'content-type': 'multipart/form-data; boundary=x' }
    const init = { method: 'POST', headers, body: 'no parts' }
    expect((await visitPages(pages).send('/login', init)).status).toBe(401)
    await pages.stop()
  })

  test('take no more than a form is long', async () => {
    const pages = await openPages()
    const send = (method: string, headers: Record<string, string>) =>
      visitPages(pages).send('/login', { method, headers: { origin: ORIGIN, ...headers } })
    expect((await send('POST', { 'content-length': '100000' })).status).toBe(413)
    expect((await send('POST', { 'transfer-encoding': 'chunked' })).status).toBe(411)
    expect((await send('DELETE', { 'transfer-encoding': 'chunked' })).status).toBe(405)
    await pages.stop()
  })
})
