import { type House, type Paired, refsOf } from './house.ts'

/** What of a campaign is not public yet, in the order in which it can be published; empty once all is. */
export function unpublishedOf(house: House, campaign: Paired): Paired[] {
  const { organization, helplines, places, messages } = house
  const said = refsOf(campaign.current, 'messages')
  const here = refsOf(campaign.current, 'places')
  const shown = helplines.filter(({ id }) => listed(house).has(id))
  const first = shown.length > 0 ? shown : helplines.slice(0, 1)
  const wanted = [
    ...(organization ? [organization] : []),
    ...first,
    ...places.filter(({ id }) => here.includes(id)),
    ...messages.filter(({ id }) => said.includes(id)),
    campaign,
  ]
  return wanted.filter(({ published }) => published === undefined)
}

/** Helplines of the organisation that one of its places shows. */
export function listed({ places }: House): Set<string> {
  const ids = places.flatMap(({ current }) => [
    ...refsOf(current, 'helplines'),
    ...refsOf(current, 'services'),
  ])
  return new Set(ids)
}
