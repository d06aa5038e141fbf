/** Stands in everything that is not for everybody; no answer to somebody else may hold it. */
export const SECRET = 'Secret'

const reference = (id: string) => ({ _type: 'reference', _ref: id, _weak: true })
const name = [{ _key: 'en', language: 'en', value: 'A name' }]

/** A text that is approved in English, worked on in English and begun in French. */
export const text = (words: string) => [
  {
    _key: 'en',
    language: 'en',
    value: {
      text: `${words}, ${SECRET} in work`,
      origin: 'human',
      sourceHash: 'a1',
      approved: {
        text: words,
        sourceHash: 'a1',
        approvedBy: `${SECRET} approver`,
        approvedOn: '2026-01-01',
      },
    },
  },
  {
    _key: 'fr',
    language: 'fr',
    value: { text: `${SECRET} brouillon`, origin: 'machine', sourceHash: 'a1' },
  },
]

const helpline = (id: string, organization: string) => ({
  _id: id,
  _type: 'helpline',
  organization: reference(organization),
  name,
  numbers: [{ _key: 'n', dial: '01632 960 001', channel: 'voice' }],
  audience: 'everyone',
  whatHappens: text('We listen'),
  verification: {
    verifiedOn: '2026-01-01',
    verifiedBy: `${SECRET} verifier`,
    method: 'called',
    secondPerson: `${SECRET} second`,
  },
  note: `${SECRET} note`,
})

const place = (id: string, listed: boolean, operator?: string) => ({
  _id: id,
  _type: 'place',
  slug: { _type: 'slug', current: id },
  name,
  ...(operator && { operator: reference(operator) }),
  directions: text('Left of the stairs'),
  listed,
})

const service = (id: string, at: string) => ({
  ...helpline(id, 'org-a'),
  _type: 'service',
  kind: 'desk',
  place: reference(at),
  hours: { osm: 'Mo-Fr 08:00-18:00', zone: 'Europe/Vienna' },
})

/** One document, or a few, of every kind that rights tell apart. */
export const DOCUMENTS: { _id: string; _type: string; [attribute: string]: unknown }[] = [
  { _id: 'org-a', _type: 'organization', name, kind: 'ngo' },
  { _id: 'org-b', _type: 'organization', name, kind: 'ngo' },
  helpline('line-a', 'org-a'),
  { ...helpline('drafts.line-a', 'org-a'), whatHappens: text('We listen and explain') },
  helpline('versions.spring.line-a', 'org-a'),
  helpline('line-b', 'org-b'),
  { ...helpline('drafts.line-b', 'org-b'), audience: 'women' },
  helpline('versions.spring.line-b', 'org-b'),
  place('hall', true),
  place('stall-a', false, 'org-a'),
  place('stall-b', false, 'org-b'),
  service('desk-a', 'stall-a'),
  service('desk-elsewhere', 'hall'),
  {
    _id: 'campaign',
    _type: 'campaign',
    name: 'Spring',
    organizations: [reference('org-a'), reference('org-b')],
    places: [reference('stall-b')],
  },
  { _id: 'message', _type: 'message', heading: text('You can leave'), topic: 'labour' },
  { _id: 'drafts.message', _type: 'message', heading: text('You may leave'), topic: 'labour' },
  {
    _id: 'drafts.back',
    _type: 'message',
    heading: [
      {
        _key: 'fr',
        language: 'fr',
        value: {
          text: `${SECRET} brouillon`,
          origin: 'human',
          sourceHash: 'a1',
          rejected: { rejectedOn: '2026-01-01', rejectedBy: `${SECRET} reviewer`, reason: SECRET },
        },
      },
    ],
  },
  {
    _id: 'drafts.guide-back',
    _type: 'guide',
    language: 'fr',
    title: `${SECRET} guide`,
    sourceHash: 'a1',
    rejected: { rejectedOn: '2026-01-01', rejectedBy: `${SECRET} reviewer`, reason: SECRET },
  },
  { _id: 'piece', _type: 'placement', place: reference('stall-b'), code: 'STALL1' },
  { _id: 'guide', _type: 'guide', language: 'en', title: `${SECRET} guide`, sourceHash: 'a1' },
  {
    _id: 'image-a',
    _type: 'sanity.imageAsset',
    originalFilename: `${SECRET}.jpg`,
    url: 'http://lake.test/a',
  },
  { _id: 'memo', _type: 'memo', words: `${SECRET} memo` },
  { _id: '_.lock', _type: 'memo', words: `${SECRET} lock` },
  { _id: 'group', _type: 'system.group', words: `${SECRET} group` },
]
