import { expect, test } from 'vitest'
import { helpData } from '../../../site/lib/help-data.ts'
import { readerOf } from '../../../site/lib/visit.ts'
import { ALWAYS, helpline, placeFacts, text } from '../../content/help/facts.ts'
import { languages, speak, viewOf } from '../../content/help/view.ts'

const { say } = readerOf({ services: { languages: () => languages, speak }, wanted: ['en'] })

function dataOf(...helplines: ReturnType<typeof helpline>[]) {
  const view = viewOf(placeFacts({ helplines }))
  return helpData(view.blocks, helplines, { area: view.place.name.text, say })
}

test('a helpline is said as schema.org says it: who, where, when, in which languages, by which number', () => {
  const line = helpline('a', { hours: ALWAYS })
  const [service] = JSON.parse(dataOf(line))['@graph']
  expect(service).toMatchObject({
    '@type': 'Service',
    provider: { '@type': 'NGO' },
    hoursAvailable: [{ '@type': 'OpeningHoursSpecification', opens: '00:00', closes: '23:59' }],
  })
  expect(service.hoursAvailable[0].dayOfWeek).toHaveLength(7)
  const [channel] = service.availableChannel
  expect(channel.servicePhone['@type']).toBe('ContactPoint')
  expect(channel.servicePhone.telephone).toMatch(/^\+\d+$/)
  expect(channel.availableLanguage).toEqual(line.languages.map(({ tag }) => tag))
})

test('a public body’s line is a service of government', () => {
  const line = helpline('a')
  const police = { ...line, organization: { ...line.organization, kind: 'police' as const } }
  expect(JSON.parse(dataOf(police))['@graph'][0]['@type']).toBe('GovernmentService')
})

test('nothing that an author writes ends the element', () => {
  const data = dataOf(helpline('a', { name: text('</script><script>alert(1)</script><!--', 'en') }))
  expect(data).not.toContain('<')
  expect(JSON.parse(data)['@graph'][0].name).toBe('</script><script>alert(1)</script><!--')
})

test('what the page does not show is not said', () => {
  expect(dataOf(helpline('gone', { withdrawn: true }))).toBe('')
})
