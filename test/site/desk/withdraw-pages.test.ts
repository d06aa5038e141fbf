import { describe, expect, test } from 'vitest'
import { openTestDesk, ownedLine, stored } from './open-test-desk.ts'

async function open() {
  const desk = await openTestDesk(ownedLine())
  const ana = await desk.person('ana@owner.example', [
    { role: 'reviewer', organizations: ['owner'] },
  ])
  return { desk, ana }
}

describe('the page for telephones', () => {
  test('sends who is not signed in to sign in, and back', async () => {
    const { desk } = await open()
    const answer = await desk.fetchDesk(new Request('http://127.0.0.1:4321/withdraw/0101'))
    expect(answer?.status).toBe(303)
    expect(answer?.headers.get('location')).toBe('/login?next=%2Fwithdraw%2F0101')
  })

  test('finds a fact by its name or digits, and lists nothing that is not theirs', async () => {
    const { ana } = await open()
    const list = async (q = '') => (await ana.send(`/withdraw?q=${q}`)).text()
    expect(await list()).toContain('Line 0101')
    expect(await list()).not.toContain('Line 0202')
    expect(await list('08081570101')).toContain('Line 0101')
    expect(await list('nothing')).toContain('Nothing here fits')
    expect((await ana.send('/withdraw/0202')).status).toBe(403)
    expect((await ana.send('/withdraw/nothing')).status).toBe(404)
  })

  test('withdraws with one form, and then shows who has followed', async () => {
    const { desk, ana } = await open()
    const page = await (await ana.send('/withdraw/0101')).text()
    expect(page).toContain('0808 157 0101')
    expect(page).toContain('Line 0202 takes over.')
    const none = await ana.form('/withdraw/0101', { own: ' ' })
    expect([none.status, await none.text()]).toEqual([400, expect.stringContaining('Choose why')])
    const sent = await ana.form('/withdraw/0101', {
      reason: 'unsafe',
      own: 'A man asks for papers',
    })
    expect(sent.status).toBe(303)
    expect((await stored(desk.client, '0101'))['withdrawal']).toMatchObject({
      withdrawnBy: ana.id,
      reason: 'Whoever answers is not safe. A man asks for papers',
    })
    const after = await (await ana.send(sent.headers.get('location') ?? '')).text()
    expect(after).toContain('It is withdrawn.')
    expect(after).not.toContain('<form method="post" action="/withdraw')
    const list = await ana.send('/withdraw/0101/followers')
    expect(await list.text()).toContain('/en/the-station')
    const late = await ana.form('/withdraw/0101', { reason: 'dead' })
    expect(late.headers.get('location')).toBe('/withdraw/0101')
  })

  test('takes no form from another page, and none that is too large', async () => {
    const { desk, ana } = await open()
    const foreign = await ana.form('/withdraw/0101', { reason: 'dead' }, 'https://evil.example')
    expect(foreign.status).toBe(403)
    expect((await ana.form('/withdraw/0101', { own: 'x'.repeat(20_000) })).status).toBe(413)
    expect((await stored(desk.client, '0101'))['withdrawal']).toBeUndefined()
  })

  test('is kept by nobody, framed by nobody, and runs no script but ours', async () => {
    const { ana } = await open()
    for (const address of ['/withdraw', '/withdraw/0101']) {
      const { headers } = await ana.send(address)
      expect(headers.get('cache-control')).toBe('no-store')
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toMatch(/unsafe|script-src/)
    }
  })

  test('is for nobody without a say in it', async () => {
    const { desk } = await open()
    const vera = await desk.person('vera@owner.example', [
      { role: 'viewer', organizations: ['owner'] },
    ])
    const olga = await desk.person('olga@owner.example', [
      { role: 'operator', organizations: 'all' },
    ])
    for (const person of [vera, olga]) {
      expect((await person.send('/withdraw')).status).toBe(403)
      expect((await person.send('/withdraw/0101')).status).toBe(403)
      expect((await person.form('/withdraw/0101', { reason: 'dead' })).status).toBe(403)
      expect((await person.send('/withdraw/0101/followers')).status).toBe(403)
    }
  })
})
