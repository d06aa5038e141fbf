import { describe, expect, test } from 'vitest'
import { factsHash } from '#content/model/verified-facts.ts'
import { openTestDesk, ownedLine, stored, type TestDesk, TODAY } from './open-test-desk.ts'

const CALLED = { version: 'published', method: 'called', languages: ['en'] } as const

const DRAFTED = { id: '0101', version: 'draft', method: 'called' } as const

async function staffed(desk: TestDesk) {
  const [ana, ben, pia, sam] = await Promise.all([
    desk.person('ana@owner.example', [{ role: 'reviewer', organizations: ['owner'] }]),
    desk.person('ben@owner.example', [{ role: 'editor', organizations: ['owner'] }]),
    desk.person('pia@partner.example', [{ role: 'reviewer', organizations: ['partner'] }]),
    desk.person('sam@stranger.example', [{ role: 'administrator', organizations: ['stranger'] }]),
  ])
  return { ana, ben, pia, sam }
}

async function open() {
  const desk = await openTestDesk(ownedLine())
  const people = await staffed(desk)
  const rev = async (id = '0101') => String((await stored(desk.client, id))['_rev'])
  const edit = async (patch: Record<string, unknown>) => {
    const { _rev, _createdAt, _updatedAt, ...document } = await stored(desk.client, '0101')
    const draft = { ...document, ...patch, _id: 'drafts.0101', _type: 'helpline' }
    await desk.clientFor(people.ben.id).createOrReplace(draft)
  }
  return { desk, ...people, rev, edit }
}

const problemOf = async (answer: Response) => {
  const { code, message } = await answer.json()
  return { status: answer.status, code, message }
}

describe('verifying a fact', () => {
  test('takes two people: the first is kept, the second makes both stand for it', async () => {
    const { desk, ana, ben, rev } = await open()
    const first = await ana.post('verify', { id: '0101', ...CALLED, rev: await rev() })
    expect([first.status, await first.json()]).toEqual([200, { written: ['published'] }])
    const half = await stored(desk.client, '0101')
    expect(half['verification']).toBeUndefined()
    expect(half['pendingVerification']).toEqual({
      verifiedOn: TODAY,
      checkedAt: `${TODAY}T11:00:00.000Z`,
      verifiedBy: ana.id,
      method: 'called',
      languages: ['en'],
      factsHash: factsHash(half),
    })
    const sourceUrl = 'https://owner.example/help'
    const order = { id: '0101', version: 'published', method: 'website', sourceUrl }
    const second = await ben.post('confirm', { ...order, rev: await rev() })
    expect(second.status).toBe(200)
    const whole = await stored(desk.client, '0101')
    expect(whole['pendingVerification']).toBeUndefined()
    expect(whole['verification']).toEqual({
      verifiedOn: TODAY,
      checkedAt: `${TODAY}T11:00:00.000Z`,
      verifiedBy: ana.id,
      method: 'called',
      secondPerson: ben.id,
      secondMethod: 'website',
      secondSourceUrl: sourceUrl,
      confirmedAt: '2026-01-14T11:00:00.000Z',
      factsHash: factsHash(whole),
    })
    expect(whole['languages']).toMatchObject([{ tag: 'en', verifiedOn: TODAY }])
  })

  test('does both versions where they state the same, and only one where they do not', async () => {
    const { desk, ana, ben, rev, edit } = await open()
    await edit({ note: 'Other words, same facts' })
    const same = await ana.post('verify', { id: '0101', ...CALLED, rev: await rev() })
    expect((await same.json()).written).toEqual(['published', 'draft'])
    const order = { id: '0101', version: 'draft', method: 'called' }
    const both = await ben.post('confirm', { ...order, rev: await rev('drafts.0101') })
    expect((await both.json()).written).toEqual(['published', 'draft'])
    for (const id of ['0101', 'drafts.0101']) {
      expect((await stored(desk.client, id))['verification']).toMatchObject({
        secondPerson: ben.id,
      })
    }
    await edit({ numbers: [{ _key: 'a', dial: '0808 157 0303', channel: 'voice' }] })
    const changed = { id: '0101', version: 'draft', method: 'called' }
    const one = await ana.post('verify', { ...changed, rev: await rev('drafts.0101') })
    expect((await one.json()).written).toEqual(['draft'])
    expect((await stored(desk.client, '0101'))['pendingVerification']).toBeUndefined()
  })

  test('lets a partner confirm, and shows that partner no more of the draft than its facts', async () => {
    const { desk, ana, pia, sam, rev, edit } = await open()
    await edit({ numbers: [{ _key: 'a', dial: '0808 157 0303', channel: 'voice' }] })
    const seenBy = async (who: typeof pia) => {
      const { facts } = await (await who.get('facts')).json()
      return facts.find((fact: { id: string }) => fact.id === '0101')
    }
    expect((await seenBy(pia)).draft).toBeUndefined()
    const order = { id: '0101', version: 'draft', method: 'called', rev: await rev('drafts.0101') }
    expect(await problemOf(await pia.post('verify', order))).toMatchObject({ status: 403 })
    expect((await ana.post('verify', order)).status).toBe(200)
    expect(await seenBy(sam)).not.toHaveProperty('draft')
    const { draft } = await seenBy(pia)
    expect(draft).toMatchObject({
      numbers: ['0808 157 0303'],
      pending: { by: 'Owner', isMine: false, isOutdated: false },
      mayConfirm: true,
      mayVerify: false,
    })
    expect(JSON.stringify(await seenBy(pia))).not.toContain('ana')
    expect(await problemOf(await sam.post('confirm', { ...order, rev: draft.rev }))).toMatchObject({
      status: 404,
    })
    expect((await pia.post('confirm', { ...order, rev: draft.rev })).status).toBe(200)
    const { verification } = await stored(desk.client, 'drafts.0101')
    expect(verification).toMatchObject({ verifiedBy: ana.id, secondPerson: pia.id })
  })

  test('never lets one person be both', async () => {
    const { ana, rev } = await open()
    await ana.post('verify', { id: '0101', ...CALLED, rev: await rev() })
    const again = await ana.post('confirm', { id: '0101', ...CALLED, rev: await rev() })
    expect(await problemOf(again)).toMatchObject({ status: 403, code: 'same-person' })
  })

  test('does not count a word for facts that were changed since', async () => {
    const { desk, ana, ben, rev, edit } = await open()
    await edit({ free: 'unknown' })
    const order = async () => ({ ...DRAFTED, rev: await rev('drafts.0101') })
    await ana.post('verify', await order())
    await desk.clientFor(ben.id).patch('drafts.0101').set({ free: 'no' }).commit()
    const answer = await ben.post('confirm', await order())
    expect(await problemOf(answer)).toMatchObject({ status: 409, code: 'outdated' })
    const { facts } = await (await ben.get('facts')).json()
    const { draft } = facts.find((fact: { id: string }) => fact.id === '0101')
    expect(draft).toMatchObject({ pending: { isOutdated: true }, mayConfirm: false })
  })

  test('says who has changed what, to somebody who looked at an older state', async () => {
    const { desk, ana, ben, rev, edit } = await open()
    await edit({ free: 'unknown' })
    const old = await rev('drafts.0101')
    await desk.clientFor(ben.id).patch('drafts.0101').set({ free: 'no' }).commit()
    const problem = await problemOf(await ana.post('verify', { ...DRAFTED, rev: old }))
    expect(problem).toMatchObject({ status: 409, code: 'changed' })
    expect(problem.message).toContain('ben has changed free')
  })

  test('with two confirming at once lets one win and tells the other', async () => {
    const { desk, ana, ben, pia, rev } = await open()
    await ana.post('verify', { id: '0101', ...CALLED, rev: await rev() })
    const order = { id: '0101', version: 'published', method: 'called', rev: await rev() }
    const answers = await Promise.all([ben.post('confirm', order), pia.post('confirm', order)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const [late] = answers.filter(({ status }) => status === 409)
    expect(await late?.json()).toMatchObject({ code: 'already-confirmed' })
    const { verification } = await stored(desk.client, '0101')
    expect(verification).toMatchObject({ verifiedBy: ana.id })
  })

  test('keeps the first word when a second person says the same instead of confirming', async () => {
    const { ana, ben, rev } = await open()
    await ana.post('verify', { id: '0101', ...CALLED, rev: await rev() })
    const answer = await ben.post('verify', { id: '0101', ...CALLED, rev: await rev() })
    const problem = await problemOf(answer)
    expect(problem).toMatchObject({ status: 409, code: 'already-checked' })
    expect(problem.message).toContain('ana checked these facts')
  })

  test('is for nobody whose word does not count there', async () => {
    const { desk, sam, rev } = await open()
    const order = { id: '0101', ...CALLED, rev: await rev() }
    const vera = await desk.person('vera@owner.example', [
      { role: 'viewer', organizations: ['owner'] },
      { role: 'translator', organizations: ['owner'] },
    ])
    const olga = await desk.person('olga@owner.example', [
      { role: 'operator', organizations: ['owner'] },
    ])
    for (const person of [sam, vera, olga]) {
      for (const address of ['verify', 'confirm', 'withdraw', 'restore']) {
        const answer = await person.post(address, { ...order, reason: 'It is dead' })
        expect(answer.status, address).toBe(403)
      }
    }
    expect((await olga.get('facts')).status).toBe(403)
    expect((await stored(desk.client, '0101'))['_rev']).toBe(order.rev)
  })

  test('takes no order from elsewhere, from nobody, or that it cannot read', async () => {
    const { desk, ana, rev } = await open()
    const order = { id: '0101', ...CALLED, rev: await rev() }
    expect((await ana.post('verify', order, 'https://evil.example')).status).toBe(403)
    const unsigned = await desk.fetchDesk(new Request('http://127.0.0.1:4321/api/desk/facts'))
    expect(unsigned?.status).toBe(401)
    expect((await ana.post('verify', { ...order, method: 'guessed' })).status).toBe(400)
    expect((await ana.post('verify', { ...order, id: 'nothing' })).status).toBe(404)
    expect((await ana.get('followed')).status).toBe(400)
    expect((await ana.get('reach?id=nothing')).status).toBe(404)
    expect((await ana.post('verify', { ...order, rev: 'x'.repeat(300_000) })).status).toBe(413)
    const many = await Promise.all(Array.from({ length: 70 }, () => ana.get('reach?id=nothing')))
    expect(many.map(({ status }) => status)).toContain(429)
  })
})
