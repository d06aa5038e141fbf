import { type House, type Paired, type RawDocument, refsOf } from './house.ts'
import { messageLanguages } from './message-languages.ts'

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
  return wanted.filter(({ published, current }) =>
    published === undefined ? true : isBehind(published, current),
  )
}

/** Helplines of the organisation that one of its places shows. */
export function listed({ places }: House): Set<string> {
  return new Set(places.flatMap(({ current }) => helpOf(current)))
}

/** Whether what was done last here is not public: a language approved, help shown at a place. */
function isBehind(published: RawDocument, current: RawDocument): boolean {
  const isNew = (has: (one: RawDocument) => string[]) =>
    has(current).some((one) => !has(published).includes(one))
  return isNew(helpOf) || isNew((one) => messageLanguages(one).approved)
}

function helpOf(place: RawDocument): string[] {
  return [...refsOf(place, 'helplines'), ...refsOf(place, 'services')]
}
