import { describe, expect, test } from 'vitest'
import { campaign, helpline, message, place, placement, ref } from '../../content/queries/lake.ts'
import { openTestDesk, organizations, ownedLine, stored } from './open-test-desk.ts'

const REASON = 'Whoever answers is not safe'

/** A line with a standby, at a listed and at an unlisted place, on paper of all sorts. */
function hangingLine() {
  const [line, other] = [
    helpline('0101', { organization: ref('owner'), standby: ref('0202'), countries: ['XB'] }),
    helpline('0202', { countries: ['XB'] }),
  ]
  const hall = place({ _id: 'hall', slug: { _type: 'slug', current: 'hall' }, listed: false })
  return [
    ...organizations(),
    other,
    line,
    place({ helplines: [ref('0101')] }),
    { ...hall, helplines: [ref('0101')] },
    place({ _id: 'far', slug: { _type: 'slug', current: 'far-away' }, helplines: [ref('0202')] }),
    message('debt'),
    campaign('know', { places: [ref('station')] }),
    placement('STAT01', { printedOn: '2026-01-02', copies: 7 }),
    placement('HALL01', {
      place: ref('hall'),
      printedFacts: [{ _key: 'a', document: ref('0202'), path: 'numbers', value: '0808 157 0202' }],
    }),
    placement('FARR01', {
      place: ref('far'),
      printedFacts: [{ _key: 'a', document: ref('0101'), path: 'numbers', value: '0808 157 0101' }],
    }),
    placement('GONE01', { state: 'gone' }),
    {
      _id: 'sticker',
      _type: 'legacyPiece',
      title: 'Old sticker',
      copies: 40,
      numbers: ['0808-1570101'],
      state: 'up',
    },
    {
      _id: 'other-sticker',
      _type: 'legacyPiece',
      title: 'Another',
      copies: 4,
      numbers: ['0808 157 0404'],
      state: 'up',
    },
  ]
}

const editorOf = (organization: string) => [
  { role: 'editor' as const, organizations: [organization] },
]

describe('withdrawing a fact', () => {
  test('takes one person and a reason, draft and all, and names the standby', async () => {
    const desk = await openTestDesk(ownedLine(), { mail: 'sent' })
    const ana = await desk.person('ana@owner.example', editorOf('owner'))
    const ben = await desk.person('ben@owner.example', editorOf('owner'))
    await desk.person('root@house.example', [{ role: 'administrator', organizations: 'all' }])
    await desk.person('sam@stranger.example', editorOf('stranger'))
    const { _rev, _createdAt, _updatedAt, ...line } = await stored(desk.client, '0101')
    await desk.client.create({ ...line, _id: 'drafts.0101', _type: 'helpline', free: 'no' })
    const answer = await ana.post('withdraw', { id: '0101', reason: REASON })
    expect(answer.status).toBe(200)
    const told = await answer.json()
    expect(told).toMatchObject({ standby: 'Line 0202', untold: [] })
    expect(told.told.toSorted()).toEqual(['ben', 'root'])
    const withdrawal = { withdrawnBy: ana.id, reason: REASON, withdrawnAt: told.withdrawnAt }
    for (const id of ['0101', 'drafts.0101']) {
      expect((await stored(desk.client, id))['withdrawal']).toEqual(withdrawal)
    }
    expect(desk.letters.map(({ to }) => to).toSorted()).toEqual([
      'ben@owner.example',
      'root@house.example',
    ])
    expect(desk.letters[0]?.text).toContain(REASON)
    expect(desk.letters[0]?.text).toContain('Line 0202')
    const late = await ben.post('withdraw', { id: '0101', reason: 'Another' })
    expect(await late.json()).toMatchObject({
      code: 'already-withdrawn',
      message: expect.stringContaining('ana withdrew this at 2026-01-14'),
    })
  })

  test('with two at once keeps the first, and tells the other who it was', async () => {
    const desk = await openTestDesk(ownedLine())
    const ana = await desk.person('ana@owner.example', editorOf('owner'))
    const ben = await desk.person('ben@owner.example', editorOf('owner'))
    const answers = await Promise.all([
      ana.post('withdraw', { id: '0101', reason: 'one' }),
      ben.post('withdraw', { id: '0101', reason: 'two' }),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
  })

  test('names those who could not be written to, also without a mail server', async () => {
    for (const mail of ['failing', undefined] as const) {
      const desk = await openTestDesk(ownedLine(), mail ? { mail } : {})
      const ana = await desk.person('ana@owner.example', editorOf('owner'))
      await desk.person('ben@owner.example', editorOf('owner'))
      const answer = await ana.post('withdraw', { id: '0101', reason: REASON })
      expect(await answer.json()).toMatchObject({ told: [], untold: ['ben'] })
    }
  })

  test('is undone only once two people have verified it since', async () => {
    const desk = await openTestDesk(ownedLine())
    const ana = await desk.person('ana@owner.example', editorOf('owner'))
    const ben = await desk.person('ben@owner.example', editorOf('owner'))
    const order = async () => ({
      id: '0101',
      version: 'published',
      method: 'called',
      rev: (await stored(desk.client, '0101'))['_rev'],
    })
    expect((await (await ana.post('restore', { id: '0101' })).json()).code).toBe('not-withdrawn')
    await ana.post('verify', await order())
    await ana.post('withdraw', { id: '0101', reason: REASON })
    expect((await stored(desk.client, '0101'))['pendingVerification']).toBeUndefined()
    const early = await ana.post('restore', { id: '0101' })
    expect(await early.json()).toMatchObject({
      code: 'not-verified-since',
      message: expect.stringContaining('Two people'),
    })
    desk.clock.now += 60_000
    await ana.post('verify', await order())
    expect((await ana.post('restore', { id: '0101' })).status).toBe(409)
    await ben.post('confirm', await order())
    const back = await ana.post('restore', { id: '0101' })
    expect([back.status, await back.json()]).toEqual([200, { written: ['published'] }])
    expect((await stored(desk.client, '0101'))['withdrawal']).toBeUndefined()
  })
})

describe('who has followed', () => {
  test('is read from pages, screens and paper', async () => {
    const desk = await openTestDesk(hangingLine())
    const ana = await desk.person('ana@owner.example', editorOf('owner'))
    const followed = async () => (await ana.get('followed?id=0101')).json()
    const screen = await listen(desk)
    await screen.show()
    const before = await followed()
    expect(before.pages).toMatchObject([
      { place: 'Station', address: '/Q/HALL01/en' },
      { place: 'Station', address: '/en/the-station', hasFollowed: false },
      { place: 'Bellmark', address: '/en/xb' },
    ])
    expect(before.screens).toEqual([
      { place: 'Station', connected: 1, followed: 0, hasRelease: false },
    ])
    expect(before.pieces.map((piece: { id: string }) => piece.id).toSorted()).toEqual([
      'placement-FARR01',
      'placement-STAT01',
      'sticker',
    ])
    expect(before.pieces).toContainEqual(
      expect.objectContaining({
        id: 'sticker',
        copies: 40,
        bears: ['0808 157 0101'],
        isKnown: true,
      }),
    )
    const unknown = before.pieces.filter((piece: { isKnown: boolean }) => !piece.isKnown)
    expect(unknown).toMatchObject([{ id: 'placement-STAT01' }])
    await ana.post('withdraw', { id: '0101', reason: REASON })
    await expect
      .poll(async () => (await followed()).screens[0], { timeout: 60_000 })
      .toMatchObject({
        connected: 1,
        followed: 0,
        hasRelease: true,
      })
    await screen.show()
    const after = await followed()
    expect(after.screens[0]).toMatchObject({ connected: 1, followed: 1, hasRelease: true })
    expect(after.pages[1]).toMatchObject({ hasFollowed: true })
    expect(after.pieces).toHaveLength(3)
    await screen.leave()
  })

  test('of a document that is anywhere is told by places, screens and copies', async () => {
    const desk = await openTestDesk(hangingLine())
    const ana = await desk.person('ana@owner.example', editorOf('owner'))
    const reach = async (id: string) => (await ana.get(`reach?id=${id}`)).json()
    const places = async (id: string) =>
      (await reach(id)).places.map((one: { slug: string }) => one.slug).toSorted()
    const screen = await listen(desk)
    expect(await reach('0101')).toMatchObject({ screensNow: 1, placements: 2, copies: 8 })
    expect(await places('0101')).toEqual(['hall', 'the-station'])
    expect(await places('0202')).toEqual(['far-away', 'hall', 'the-station'])
    expect(await reach('debt')).toMatchObject({ places: [{ slug: 'the-station' }], copies: 7 })
    expect(await places('know')).toEqual(['the-station'])
    expect(await places('owner')).toEqual(['hall', 'the-station'])
    expect(await places('hall')).toEqual(['hall'])
    expect(await places('placement-FARR01')).toEqual(['far-away'])
    await screen.leave()
  })
})

/** A screen of the station that is connected and shows what it is told to. */
async function listen({ kiosk }: Awaited<ReturnType<typeof openTestDesk>>) {
  const address = 'http://127.0.0.1:4321/screen/events/the-station'
  const reader = (await kiosk.fetch(new Request(address)))?.body?.getReader()
  const hello = new TextDecoder().decode((await reader?.read())?.value)
  const stream = /"stream":"([^"]+)"/.exec(hello)?.[1]
  return {
    /** Swaps in what screens are handed now. */
    show: async () => {
      const counter = (await kiosk.screens.current('the-station'))?.counter
      const body = JSON.stringify({ stream, counter })
      const headers = { 'Content-Length': String(body.length) }
      await kiosk.fetch(new Request(address, { method: 'POST', headers, body }))
    },
    leave: async () => reader?.cancel(),
  }
}
