import { describe, expect, test } from 'vitest'
import { factsAnswer } from '#content/model/desk.ts'
import { helpline, place, ref } from '../../content/queries/lake.ts'
import { openTestDesk, organizations, ownedLine } from './open-test-desk.ts'

const checkedOn = (verifiedOn: string) => ({
  verification: { verifiedOn, verifiedBy: 'Secret Checker', method: 'called' },
  hours: { osm: '24/7', zone: 'Europe/Rome' },
})

describe('the list of facts', () => {
  test('has those due first, and says who would come first if one lapsed', async () => {
    const desk = await openTestDesk([
      ...organizations(),
      helpline('0303', checkedOn('2026-01-10')),
      helpline('0202', checkedOn('2025-09-10')),
      helpline('0101', { ...checkedOn('2026-01-12'), standby: ref('0202') }),
      place({ helplines: [ref('0101'), ref('0202'), ref('0303')] }),
    ])
    const ana = await desk.person('ana@lantern.example', [
      { role: 'editor', organizations: ['lantern'] },
    ])
    const { today, facts } = factsAnswer.parse(await (await ana.get('facts')).json())
    expect(today).toBe('2026-01-14')
    expect(facts.map(({ id, freshness }) => [id, freshness])).toEqual([
      ['0202', 'amber'],
      ['0303', 'green'],
      ['0101', 'green'],
    ])
    const [second, third, first] = facts
    expect(first).toMatchObject({
      title: 'Line 0101',
      organization: 'Lantern',
      lapsesOn: '2026-07-11',
      standby: 'Line 0202',
      mayWithdraw: true,
      published: { numbers: ['0808 157 0101'], hours: '24/7', isVerified: false, mayVerify: true },
      ifItLapses: [{ place: 'Station', first: 'Line 0202' }],
    })
    expect(second?.ifItLapses).toEqual([{ place: 'Station', first: 'Line 0101' }])
    expect(third?.ifItLapses).toEqual([{ place: 'Station', first: 'Line 0101' }])
  })

  test('tells others what is published and no name, and lets them do nothing', async () => {
    const desk = await openTestDesk(ownedLine())
    const ana = await desk.person('ana@owner.example', [
      { role: 'editor', organizations: ['owner'] },
    ])
    const sam = await desk.person('sam@stranger.example', [
      { role: 'editor', organizations: ['stranger'] },
    ])
    const list = async (who: typeof ana) =>
      factsAnswer.parse(await (await who.get('facts')).json()).facts
    const own = (await list(ana)).find(({ id }) => id === '0101')
    const { rev = '' } = own?.published ?? {}
    await ana.post('verify', { id: '0101', version: 'published', method: 'called', rev })
    const seen = (await list(sam)).find(({ id }) => id === '0101')
    expect(seen).toMatchObject({
      mayWithdraw: false,
      published: { mayVerify: false, mayConfirm: false },
    })
    expect(JSON.stringify(seen)).not.toMatch(/ana|pending/)
    const mine = (await list(ana)).find(({ id }) => id === '0101')
    expect(mine?.published?.pending).toMatchObject({ by: 'ana', isMine: true })
  })

  test('of 500 lines at 200 places is there in two queries', async () => {
    const ids = Array.from({ length: 500 }, (_, at) => String(1000 + at))
    const places = Array.from({ length: 200 }, (_, at) =>
      place({
        _id: `place-${at}`,
        slug: { _type: 'slug', current: `place-no-${at}` },
        helplines: [0, 1, 2, 3].map((step) => ref(ids[(at * 2 + step) % 500] ?? '')),
      }),
    )
    const desk = await openTestDesk([
      ...organizations(),
      ...ids.map((id) => helpline(id)),
      ...places,
    ])
    const ana = await desk.person('ana@lantern.example', [{ role: 'editor', organizations: 'all' }])
    const before = desk.asked.length
    const { facts } = factsAnswer.parse(await (await ana.get('facts')).json())
    expect(facts).toHaveLength(500)
    expect(desk.asked.slice(before)).toHaveLength(2)
  })
})
