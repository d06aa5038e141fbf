import type { SanityClient, SanityDocument } from '@sanity/client'
import { sanityImport } from '@sanity/import'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { textHash } from '#content/model/text-hash.ts'
import type { Person } from '../../verified.ts'
import { type GatedLake, openGatedLake, written } from '../gated-lake.ts'

// A Wednesday; the demo's dates are offsets from it.
const NOON = Date.parse('2026-03-04T12:00:00Z')
const TODAY = '2026-03-04'

type Fields = Record<string, unknown>
type Harm = [
  promise: string,
  id: string,
  set: (was: SanityDocument, writer: Person) => Fields,
  refusal: RegExp,
]

/** Every way in: as the document whole, as a patch, as the Studio does it, and as an archive. */
const DOORS: Readonly<
  Record<string, (client: SanityClient, was: SanityDocument, set: Fields) => Promise<unknown>>
> = {
  mutate: (client, was, set) => client.createOrReplace({ ...written(was), ...set }),
  patch: (client, { _id }, set) => client.patch(_id).set(set).commit(),
  actions: async (client, { _id: publishedId }, patch) => {
    const ids = { draftId: `drafts.${publishedId}`, publishedId }
    await client.action([
      { actionType: 'sanity.action.document.edit', ...ids, patch: { set: patch } },
      { actionType: 'sanity.action.document.publish', ...ids },
    ])
  },
  import: (client, was, set) =>
    // An import writes references to files anew, which is another person's recording.
    sanityImport([{ ...written(was), audio: undefined, ...set }], {
      client,
      operation: 'createOrReplace',
    }),
}

let asset = ''
const image = () => ({
  _type: 'image',
  asset: { _type: 'reference', _ref: asset },
  alternative: 'A hand on a table',
  noRestraints: true,
  noInjury: true,
  notSexualised: true,
})

const HARMS: Harm[] = [
  [
    'a number that was changed and not verified',
    'helpline-open-door',
    ({ numbers }) => ({
      numbers: [{ ...numbers[0], dial: '0808 157 0900', e164: '+448081570900' }],
    }),
    /numbers changed since it was verified/,
  ],
  [
    'hours of a door that were changed and not verified',
    'service-legal-advice',
    () => ({ hours: { osm: '24/7', zone: 'Europe/Rome' } }),
    /hours changed since it was verified/,
  ],
  [
    'a door at another address than was verified',
    'service-legal-advice',
    () => ({ approximateAddress: 'Behind the goods yard' }),
    /address changed since it was verified/,
  ],
  [
    'a door at another spot of the map than was verified',
    'service-legal-advice',
    () => ({ coordinates: { lat: 45, lng: 13 } }),
    /position on the map changed since it was verified/,
  ],
  [
    'a name that bids call another number',
    'helpline-lantern',
    ({ name }) => ({ name: name.map((one: Fields) => ({ ...one, value: 'Call 07700 900 123' })) }),
    /name .*holds a number/,
  ],
  [
    'words of a message that bid call a short number',
    'message-debt',
    ({ heading }, { id }) => ({ heading: heading.map(approvedBy(id, 'اتصل بـ ١٥٢٢')) }),
    /heading holds a number, "١٥٢٢"/,
  ],
  [
    'directions to a number that a line has',
    'place-centralia-station',
    ({ directions }, { id }) => ({ directions: directions.map(approvedBy(id, 'Ring 116 006')) }),
    /directions holds a number, "116 006"/,
  ],
  [
    'words on a button that bid call a number',
    'interface-en',
    (_was, { id }) => ownWords('site.title', 'Call 0900 123 now', id),
    /"site.title" holds a number/,
  ],
  [
    'words on a button with an address',
    'interface-en',
    (_was, { id }) => ownWords('site.title', 'Go to https://evil.example', id),
    /"site.title" holds an address/,
  ],
  [
    'words on a button that draw in other words',
    'interface-en',
    (_was, { id }) => ownWords('site.title', '$t(emergency.words)', id),
    /"site.title" holds signs/,
  ],
  [
    'a line that only one person stands for',
    'helpline-lantern',
    ({ verification: { secondPerson: _second, ...rest } }) => ({ verification: rest }),
    /only one person has verified it|can only be confirmed by the second person/,
  ],
  [
    "a number with another person's confirmation",
    'helpline-lantern',
    ({ verification }) => ({ verification: { ...verification, secondPerson: 'Somebody Else' } }),
    /can only be confirmed by the second person/,
  ],
  [
    'a line that the writer alone has checked and confirmed',
    'helpline-lantern',
    ({ verification }, { id }) => ({
      verification: { ...verification, verifiedBy: id, secondPerson: id },
    }),
    /you checked this yourself/,
  ],
  [
    "a word in another person's name that it was checked",
    'helpline-lantern',
    ({ verification: { factsHash } }) => ({
      pendingVerification: {
        verifiedOn: TODAY,
        verifiedBy: 'Somebody Else',
        method: 'called',
        factsHash,
      },
    }),
    /can only be said by the person who checked/,
  ],
  [
    'a text that another person is said to have approved',
    'message-debt',
    ({ heading }) => ({ heading: heading.map(approvedBy('Somebody Else')) }),
    /an approval bears the name of somebody else/,
  ],
  [
    'other words than those approved',
    'message-debt',
    ({ heading }, { id }) => ({ heading: heading.map(approvedBy(id)) }),
    /the approved text is not the one that stands there/,
  ],
  [
    'a withdrawal in the name of somebody else',
    'helpline-chat',
    () => ({
      withdrawal: { withdrawnAt: '2026-03-04T12:00:00Z', withdrawnBy: 'Somebody', reason: 'x' },
    }),
    /a withdrawal bears the name of somebody else/,
  ],
  [
    'a message without a promised language',
    'message-debt',
    ({ callToAction }) => ({
      callToAction: callToAction.filter(({ language }: Fields) => language !== 'ar'),
    }),
    /the call to action .* not approved in Arabic \(ar\) any more.*"Know the way"/,
  ],
  [
    'a campaign in a language that nobody has approved',
    'campaign-know-the-way',
    ({ languages }) => ({ languages: [...languages, 'tr'] }),
    /promises Turkish \(tr\), and the heading of the message .* is not approved/,
  ],
  [
    'an alert in a language that it is not in',
    'alert-station-exercise',
    ({ languages }) => ({ languages: [...languages, 'tr'] }),
    /the headline .* is not approved in Turkish \(tr\)/,
  ],
  [
    'a guide that was changed since it was approved',
    'GUIDE',
    () => ({ title: 'Other words' }),
    /it was changed since it was approved/,
  ],
  [
    'a picture of somebody who has not consented',
    'message-debt',
    () => ({ image: image() }),
    /the message "Does the debt for your journey keep growing\?" cannot be published: image.consentOnFile: the picture lacks a right: .*consented/i,
  ],
  [
    'a logo without its rights',
    'org-two-lands-fund',
    () => ({ logo: { ...image(), consentOnFile: true, noInjury: false } }),
    /logo.noInjury: the picture lacks a right: .*injury/,
  ],
  [
    'a campaign without its printer',
    'campaign-three-minutes',
    () => ({ printer: ' ' }),
    /has to say who prints it: the law profile "Arvenia/,
  ],
  [
    'a campaign whose publisher has no address',
    'campaign-three-minutes',
    () => ({
      organizations: [{ _type: 'reference', _key: 'a', _ref: 'org-two-lands-fund' }],
    }),
    /has to name a publisher with an address/,
  ],
  [
    'a law profile that hanging pieces do not meet',
    'law-profile-arvenia',
    () => ({ smallestPiece: 'a3' }),
    /is A4, and the law profile .* asks for A3 at least/,
  ],
  [
    'a law profile that asks for larger type than is set',
    'law-profile-arvenia',
    () => ({ smallestPoints: 9 }),
    /smallest type is 7.9 points, .* asks for 9 points/,
  ],
]

function ownWords(key: string, text: string, approvedBy: string): Fields {
  const approved = { text, sourceHash: textHash('x'), approvedBy, approvedOn: TODAY }
  const value = { text, origin: 'human', sourceHash: textHash('x'), approved }
  return { language: 'en', strings: [{ _key: 'a', key, value }] }
}

function approvedBy(name: string, words?: string) {
  return (item: Fields) => {
    if (item['language'] !== 'ar') return item
    const approved = {
      text: words ?? 'Words of nobody',
      sourceHash: textHash('x'),
      approvedBy: name,
      approvedOn: TODAY,
    }
    const text = words === undefined ? {} : { text: words }
    return { ...item, value: { ...Object(item['value']), ...text, approved } }
  }
}

describe.each(Object.entries(DOORS))('by %s', (_door, write) => {
  let lake: GatedLake
  let writer: Person
  beforeAll(async () => {
    lake = await openGatedLake(NOON)
    writer = await lake.administrator()
    await lake.content.client.create({
      _id: 'interface-en',
      _type: 'interfaceText',
      language: 'en',
    })
    const create = { width: 20, height: 20, channels: 3, background: '#FFC83D' } as const
    const bytes = await sharp({ create }).png().toBuffer()
    asset = (await writer.client.assets.upload('image', bytes))._id
  })
  afterAll(() => lake.stop())

  test.each(HARMS)(
    '%s is refused to an administrator, and nothing is kept',
    async (_p, id, set, refusal) => {
      const { client } = writer
      const known = id === 'GUIDE' ? await client.fetch('*[_type == "guide"][0]._id') : id
      const was = await client.getDocument(known)
      if (was === undefined) throw new Error(`The demo has no ${known}`)
      const everything = () => client.fetch('*[]{_id, _rev} | order(_id)')
      const before = await everything()
      await expect(write(client, was, set(was, writer))).rejects.toThrow(refusal)
      expect(await everything()).toEqual(before)
    },
  )
})
