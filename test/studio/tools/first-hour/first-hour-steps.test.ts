import { expect, test } from 'vitest'
import { factsHash } from '#content/model/verified-facts.ts'
import { firstHourSteps } from '../../../../studio/tools/first-hour/first-hour-steps.ts'
import { type House, pairUp } from '../../../../studio/tools/first-hour/house.ts'
import type { StepName } from '../../../../studio/tools/first-hour/step.ts'

type Raw = { _id: string; _type: string; [field: string]: unknown }

const reference = (id: string) => ({ _type: 'reference', _ref: id })
const name = [{ _key: 'en', language: 'en', value: 'Harbour' }]
const organization = {
  _id: 'org-harbour',
  _type: 'organization',
  name,
  legalName: 'Harbour e.V.',
  kind: 'ngo',
}
const facts = {
  numbers: [{ _key: 'a', dial: '0808 157 0142', channel: 'voice' }],
  languages: [{ _key: 'en', tag: 'en', mode: 'direct' }],
  hours: { osm: '24/7', zone: 'Europe/Rome' },
  countries: ['XA'],
  audience: 'everyone',
  anonymous: 'yes',
  free: 'yes',
  asksResidenceStatus: 'no',
  contactsPolice: 'never',
}
const helpline = {
  _id: 'helpline-harbour',
  _type: 'helpline',
  organization: reference('org-harbour'),
  name,
  ...facts,
}
const checked = { verifiedOn: '2026-11-20', verifiedBy: 'ada', method: 'called' }
const verified = {
  ...helpline,
  verification: { ...checked, secondPerson: 'bo', factsHash: factsHash(facts) },
}
const place = {
  _id: 'place-quay',
  _type: 'place',
  kind: 'airport',
  slug: { _type: 'slug', current: 'quay' },
  name,
  countries: ['XA'],
  zone: 'Europe/Rome',
  languages: ['en'],
  privacy: 'public-hall',
  listed: true,
  helplines: [reference('helpline-harbour')],
}
const campaign = {
  _id: 'campaign-quay',
  _type: 'campaign',
  name: 'Quay',
  organizations: [reference('org-harbour')],
  places: [reference('place-quay')],
  messages: [reference('message-quay')],
  languages: ['en', 'ar', 'ti'],
  from: '2026-11-01',
}
const placement = { _id: 'placement-quay', _type: 'placement', code: 'QUAY34' }

function line(tags: string[], rest: object = {}) {
  return tags.map((language) => ({
    _key: language,
    language,
    value: { text: 'Someone keeps your passport?', origin: 'human', sourceHash: 'x', ...rest },
  }))
}

function message(tags: string[], rest: object = {}) {
  const words = line(tags, rest)
  return {
    _id: 'message-quay',
    _type: 'message',
    heading: words,
    body: words,
    callToAction: words,
  }
}

const approved = {
  approved: {
    text: 'Someone keeps your passport?',
    sourceHash: 'x',
    approvedBy: 'rea',
    approvedOn: '2026-11-20',
  },
}

function house(documents: Raw[], changedNumbers: string[] = []): House {
  const paired = pairUp(documents.map((one) => ({ _createdAt: '2026-11-01', ...one })))
  const of = (type: string) => paired.filter((one) => one.type === type)
  return {
    organization: of('organization')[0],
    places: of('place'),
    helplines: of('helpline'),
    messages: of('message'),
    campaigns: of('campaign'),
    placements: of('placement'),
    changedNumbers,
  }
}

const titleOf = (type: string, field: string) => `${type}’s ${field}`

function step(documents: Raw[], wanted: StepName, changedNumbers: string[] = []) {
  const found = firstHourSteps(house(documents, changedNumbers), titleOf).find(
    (one) => one.name === wanted,
  )
  if (found === undefined) throw new Error(`no step ${wanted}`)
  return found
}

test('a house with nothing in it has twelve steps to do and begins with the organisation', () => {
  const steps = firstHourSteps(house([]), titleOf)
  expect(steps).toHaveLength(12)
  expect(steps.every(({ state }) => state === 'to-do')).toBe(true)
  expect(steps[0]?.target).toMatchObject({ to: 'create', type: 'organization' })
})

test('a half written document says what it still needs', () => {
  const draft = { ...organization, _id: 'drafts.org-harbour', kind: undefined }
  expect(step([draft], 'organization')).toMatchObject({
    state: 'to-do',
    note: 'Still needs: organization’s kind',
  })
  expect(step([organization], 'organization').state).toBe('done')
})

test('a new helpline already knows whose it is', () => {
  expect(step([organization], 'helpline').target).toMatchObject({
    template: 'helpline-of-organization',
    parameters: { organization: 'org-harbour' },
  })
})

test('one person’s word waits for a second, and counts no more once the facts have changed', () => {
  const pendingVerification = { ...checked, languages: [], factsHash: factsHash(facts) }
  const pending = { ...helpline, pendingVerification }
  expect(step([helpline], 'verify').state).toBe('to-do')
  expect(step([pending], 'verify').state).toBe('waiting')
  expect(step([{ ...pending, audience: 'women' }], 'verify').state).toBe('to-do')
  expect(step([verified], 'verify').state).toBe('done')
})

test('words are translated, wait for a reviewer, and are approved', () => {
  expect(step([message(['en', 'ar'])], 'translate').state).toBe('to-do')
  const three = ['en', 'ar', 'ti']
  expect(step([message(three)], 'translate').state).toBe('done')
  expect(step([message(three)], 'approve').state).toBe('to-do')
  const submitted = message(three, { submittedOn: '2026-11-20' })
  expect(step([submitted], 'approve').state).toBe('waiting')
  expect(step([message(three, approved)], 'approve').state).toBe('done')
})

test('publishing leads to what is not public yet, and then to the page, the poster and the screen', () => {
  const words = message(['en', 'ar', 'ti'], approved)
  const all = [organization, verified, place, words, campaign]
  const drafted = { ...place, _id: 'drafts.place-quay' }
  const some = [organization, verified, drafted, words, campaign]
  expect(step(some, 'publish')).toMatchObject({
    state: 'to-do',
    target: { to: 'edit', id: 'place-quay' },
  })
  expect(step(all, 'publish').state).toBe('done')
  expect(step(all, 'see').state).toBe('to-do')
  expect(step([...all, placement], 'see')).toMatchObject({
    state: 'done',
    links: [{ href: '/en/quay' }, { href: '/screen/quay' }, { href: '/posters/QUAY34' }],
  })
})

test('a helpline that no place lists is not seen by anybody', () => {
  const words = message(['en', 'ar', 'ti'], approved)
  const all = [organization, verified, { ...place, helplines: [] }, words, campaign]
  expect(step(all, 'publish')).toMatchObject({ state: 'to-do', target: { id: 'place-quay' } })
})

test('a changed number counts once it is public', () => {
  const numbers = [{ ...facts.numbers[0], dial: '0808 157 0199' }]
  const draft = { ...verified, _id: 'drafts.helpline-harbour', numbers }
  const pending = { ...checked, languages: [], factsHash: factsHash({ ...facts, numbers }) }
  expect(step([verified], 'change').state).toBe('to-do')
  const waiting = [verified, { ...draft, pendingVerification: pending }]
  expect(step(waiting, 'change').state).toBe('waiting')
  expect(step([verified], 'change', ['helpline-harbour']).state).toBe('done')
})

test('a withdrawal ends the hour', () => {
  const withdrawal = {
    withdrawnAt: '2026-11-20T10:00:00Z',
    withdrawnBy: 'ada',
    reason: 'Nobody answers',
  }
  expect(step([verified], 'withdraw').target).toMatchObject({ href: '/withdraw/helpline-harbour' })
  expect(step([{ ...verified, withdrawal }], 'withdraw').state).toBe('done')
})

test('publishing is not over while an approved language, or help at a place, is only drafted', () => {
  const all = ['en', 'ar', 'ti']
  const documents = [{ ...organization }, { ...verified }, place, campaign, message(all, approved)]
  expect(step(documents, 'publish').state).toBe('done')
  const fewer = [organization, verified, place, campaign, message(['en'], approved)]
  const drafted = { ...message(all, approved), _id: 'drafts.message-quay' }
  expect(step([...fewer, drafted], 'publish')).toMatchObject({
    state: 'to-do',
    note: 'Not public yet: message',
  })
  const bare = documents.map((one) => (one._type === 'place' ? { ...one, helplines: [] } : one))
  expect(step([...bare, { ...place, _id: 'drafts.place-quay' }], 'publish')).toMatchObject({
    state: 'to-do',
    note: 'Not public yet: place',
  })
})
