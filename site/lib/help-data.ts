import type { PublicHelpFacts } from '#content/help/pledges.ts'
import type { Block, HelplineBlock } from '#content/help/view.ts'
import type { ResolvedHours } from '#content/model/hours.ts'
import type { Reader } from './visit.ts'

type Organization = PublicHelpFacts['organization']['kind']

// Source: schema.org 29, types and properties of the same names.
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const WHOLE_WEEK = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }]
const SERVICE: Readonly<Record<Organization, string>> = {
  state: 'GovernmentService',
  police: 'GovernmentService',
  ngo: 'Service',
  igo: 'Service',
  operator: 'Service',
}
const PROVIDER: Readonly<Record<Organization, string>> = {
  state: 'GovernmentOrganization',
  police: 'GovernmentOrganization',
  ngo: 'NGO',
  igo: 'Organization',
  operator: 'Organization',
}

/**
 * What a page shows of its helplines as JSON-LD of schema.org, to stand in a `script`; empty where it shows none.
 * `facts` are those that the blocks were made from, `area` is the place or country in words. Doors are left out: each
 * one weighs more here than a reader on a slow network can spare (50 bytes, compressed).
 */
export function helpData(
  blocks: readonly Block[],
  facts: readonly PublicHelpFacts[],
  { area, say }: { area: string } & Pick<Reader, 'say'>,
): string {
  const services = blocks.flatMap((block) => {
    if (block.kind !== 'helpline') return []
    const fact = facts.find(({ id }) => id === block.id)
    if (fact === undefined) return []
    const serviceType = say('helpline.unnamed').text
    return serviceData(block, fact, { areaServed: area, serviceType })
  })
  if (services.length === 0) return ''
  const data = { '@context': 'https://schema.org', '@graph': services }
  // Whatever an author has written, it does not end the element.
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}

function serviceData(
  block: HelplineBlock,
  { hours, organization }: PublicHelpFacts,
  said: Record<string, string>,
) {
  return {
    '@type': SERVICE[organization.kind],
    name: block.name.text,
    ...said,
    provider: { '@type': PROVIDER[organization.kind], name: block.organization.text },
    hoursAvailable: hoursData(hours),
    availableChannel: block.numbers.map(({ channel, href }) => ({
      '@type': 'ServiceChannel',
      ...(channel === 'voice' && { servicePhone: contact(href) }),
      ...(channel === 'text' && { serviceSmsNumber: contact(href) }),
      ...((channel === 'chat' || channel === 'whatsapp') && { serviceUrl: href }),
      availableLanguage: block.spoken.map(({ tag }) => tag),
    })),
  }
}

function contact(href: string) {
  return { '@type': 'ContactPoint', telephone: decodeURIComponent(href.replace(/^[a-z]+:/, '')) }
}

function hoursData({ always, weekly }: ResolvedHours) {
  return (always ? WHOLE_WEEK : weekly).map(({ days, from, to }) => ({
    '@type': 'OpeningHoursSpecification',
    dayOfWeek: days.map((day) => DAYS[day - 1]),
    opens: from,
    closes: to === '24:00' ? '23:59' : to,
  }))
}
