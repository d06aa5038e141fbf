import { describe, expect, test } from 'vitest'
import type { SendMail } from '#content/access/mail.ts'
import { makeAccount } from '../../content/access/people.ts'
import { openPages, visitPages } from './account-visits.ts'

const VIEWER_EMAIL = 'vera@harbour.example'

describe('the pages for a lost password', () => {
  test('send a link for a lost password, and say the same where nobody has the address', async () => {
    const letters: Parameters<SendMail>[0][] = []
    const pages = await openPages({ sendMail: async (letter) => void letters.push(letter) })
    await makeAccount(pages.accounts, VIEWER_EMAIL, [{ role: 'viewer', organizations: 'all' }])
    const person = visitPages(pages)
    await person.signIn(VIEWER_EMAIL)
    const known = await visitPages(pages).post('/login/reset', { email: VIEWER_EMAIL })
    const unknown = await visitPages(pages).post('/login/reset', { email: 'no@harbour.example' })
    expect(await known.text()).toBe(await unknown.text())
    await expect.poll(() => letters.map(({ to }) => to)).toEqual([VIEWER_EMAIL])
    const link = /\/login\/reset\/[\w-]+/.exec(letters[0]?.text ?? '')?.[0] ?? ''
    const password = 'quite another one, and long'
    expect((await person.post(link, { password: 'vera vera vera' })).status).toBe(400)
    expect((await person.post(link, { password })).headers.get('location')).toBe('/login')
    expect((await person.post(link, { password })).status).toBe(404)
    expect((await person.get('/account')).headers.get('location')).toMatch(/^\/login/)
    expect((await person.post('/login', { email: VIEWER_EMAIL, password })).status).toBe(303)
    await pages.stop()
  })

  test('send no second letter for a lost password within five minutes, and leave the first one be', async () => {
    const letters: Parameters<SendMail>[0][] = []
    const pages = await openPages({ sendMail: async (letter) => void letters.push(letter) })
    const other = 'wim@harbour.example'
    const viewer = [{ role: 'viewer', organizations: 'all' }] as const
    await makeAccount(pages.accounts, VIEWER_EMAIL, viewer)
    await makeAccount(pages.accounts, other, viewer)
    for (const email of [VIEWER_EMAIL, VIEWER_EMAIL, ` ${VIEWER_EMAIL.toUpperCase()}`, other]) {
      const answer = await visitPages(pages).post('/login/reset', { email })
      expect(answer.status).toBe(200)
    }
    await expect.poll(() => letters.map(({ to }) => to)).toEqual([VIEWER_EMAIL, other])
    const link = /\/login\/reset\/[\w-]+/.exec(letters[0]?.text ?? '')?.[0] ?? ''
    expect((await visitPages(pages).get(link)).status).toBe(200)
    await pages.stop()
  })
})
