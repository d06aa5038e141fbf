import { expect, test } from 'vitest'
import type { Binding } from '#content/access/binding.ts'
import { scansAnswer } from '#content/model/desk.ts'
import { WEEK_MS } from '#content/model/iso-week.ts'
import { shortCode } from '#content/model/short-code.ts'
import { campaign, message, place, placement, ref } from '../../content/queries/lake.ts'
import { openTestDesk, organizations, type TestDesk } from './open-test-desk.ts'

const EVERYBODY: Binding[] = [{ role: 'administrator', organizations: 'all' }]
const of = (role: Binding['role'], ...ids: string[]): Binding[] => [{ role, organizations: ids }]

/** A campaign of two organisations with three pieces that hang, and one of a stranger's. */
async function openHung() {
  const desk = await openTestDesk([
    ...organizations(),
    message('debt'),
    place(),
    { ...place({ listed: false }), _id: 'camp', slug: { _type: 'slug', current: 'the-camp' } },
    campaign('know', { name: 'Know', organizations: [ref('owner'), ref('partner')] }),
    campaign('other', { name: 'Other', organizations: [ref('stranger')] }),
    placement('AAAAAA', { spot: 'Hall' }),
    placement('CCCCCC', { place: ref('camp') }),
    placement('DDDDDD', { place: ref('camp'), state: 'ordered' }),
    placement('EEEEEE', { place: ref('camp') }),
    placement('FFFFFF', { campaign: ref('other') }),
  ])
  count(desk, 'AAAAAA', 40)
  count(desk, 'CCCCCC', 7)
  count(desk, 'EEEEEE', 6)
  count(desk, 'FFFFFF', 12)
  const ask = async (who: string, bindings: Binding[], address = 'scans') => {
    const { get } = await desk.person(`${who}@owner.example`, bindings)
    return get(address)
  }
  return { ...desk, ask }
}

function count({ counts }: Pick<TestDesk, 'counts'>, code: string, scans: number): void {
  for (let scan = 0; scan < scans; scan += 1) counts.add(shortCode.parse(code))
}

async function read(response: Response) {
  return scansAnswer.parse(await response.json())
}

test('the week that runs is told to nobody, and when it will be', async () => {
  const { ask } = await openHung()
  expect(await read(await ask('all', EVERYBODY))).toMatchObject({
    nextOn: '2026-01-19',
    chosen: { id: 'know', weeks: [] },
  })
})

test('a closed week is told place by place, small figures and what would tell them never', async () => {
  const { ask, clock } = await openHung()
  clock.now += WEEK_MS
  const response = await ask('all', EVERYBODY, 'scans?campaign=know')
  const words = await response.clone().text()
  const answer = await read(response)
  expect(answer.campaigns).toEqual([
    { id: 'know', name: 'Know' },
    { id: 'other', name: 'Other' },
  ])
  expect(answer.chosen?.weeks).toEqual([
    {
      week: '2026-W03',
      figure: { state: 'held-back' },
      places: [
        {
          id: 'camp',
          name: 'Station',
          figure: { state: 'held-back' },
          placements: [
            {
              code: 'CCCCCC',
              figure: { state: 'small' },
              id: 'placement-CCCCCC',
              spot: 'Secret Spot',
            },
            {
              code: 'EEEEEE',
              figure: { state: 'small' },
              id: 'placement-EEEEEE',
              spot: 'Secret Spot',
            },
          ],
        },
        {
          id: 'station',
          name: 'Station',
          figure: { state: 'told', scans: 40 },
          placements: [
            {
              code: 'AAAAAA',
              figure: { state: 'told', scans: 40 },
              id: 'placement-AAAAAA',
              spot: 'Hall',
            },
          ],
        },
      ],
    },
  ])
  expect(words.match(/"scans":\d+/g)).toEqual(['"scans":40', '"scans":40'])
})

test('what is told does not change with what is moved, renamed or deleted later', async () => {
  const { ask, client, clock } = await openHung()
  clock.now += WEEK_MS
  const before = (await read(await ask('all', EVERYBODY))).chosen?.weeks
  await client
    .patch('placement-CCCCCC')
    .set({ campaign: ref('other') })
    .commit()
  await client.delete('placement-EEEEEE')
  const after = (await read(await ask('again', EVERYBODY))).chosen?.weeks
  const figures = (weeks: typeof before) =>
    JSON.stringify(
      weeks?.map(({ places }) =>
        places.map(({ placements }) => placements.map(({ code, figure }) => [code, figure])),
      ),
    )
  expect(figures(after)).toBe(figures(before))
  expect(after?.[0]?.places[0]?.placements[1]).toEqual({
    code: 'EEEEEE',
    figure: { state: 'small' },
  })
  const other = (await read(await ask('other', EVERYBODY, 'scans?campaign=other'))).chosen
  expect(other?.weeks[0]?.places.flatMap(({ placements }) => placements)).toHaveLength(1)
})

test('everybody who may see a campaign gets the same answer, whoever else may', async () => {
  const { ask, clock } = await openHung()
  clock.now += WEEK_MS
  const whole = (await read(await ask('all', EVERYBODY))).chosen
  for (const [who, bindings] of [
    ['viewer', of('viewer', 'owner')],
    ['translator', of('translator', 'partner')],
    ['editor', of('editor', 'partner', 'stranger')],
  ] as const) {
    const theirs = await read(await ask(who, bindings, 'scans?campaign=know'))
    expect(theirs.chosen, who).toEqual(whole)
  }
})

test('somebody of another organisation gets nothing of it', async () => {
  const { ask, clock } = await openHung()
  clock.now += WEEK_MS
  const stranger = of('viewer', 'stranger')
  const answer = await read(await ask('stranger', stranger))
  expect(answer.campaigns).toEqual([{ id: 'other', name: 'Other' }])
  expect(answer.chosen?.id).toBe('other')
  const refused = await ask('refused', stranger, 'scans?campaign=know')
  expect(refused.status).toBe(403)
  expect(await refused.text()).not.toMatch(/AAAAAA|40/)
  const nobody = await read(await ask('none', of('editor', 'lantern')))
  expect(nobody).toMatchObject({ campaigns: [] })
  expect(nobody.chosen).toBeUndefined()
  expect((await ask('operator', of('operator', 'owner'))).status).toBe(403)
  expect((await ask('unknown', stranger, 'scans?campaign=no+such+id')).status).toBe(400)
})

test('unsigned, nobody is told', async () => {
  const { fetchDesk } = await openHung()
  const response = await fetchDesk(new Request('http://127.0.0.1:4321/api/desk/scans'))
  expect(response?.status).toBe(401)
})
