import fc from 'fast-check'
import type { PlaceFacts, PublicHelpline, PublicService } from '#content/model/facts.ts'
import type { ResolvedHours } from '#content/model/hours.ts'
import { BUILT_IN_LANGUAGES } from '#content/model/languages.ts'
import { DAY, HOUR } from './facts.ts'

/** A spring night, an autumn night, and an ordinary week lie in it. */
const START = Date.UTC(2026, 2, 20)
const END = Date.UTC(2026, 10, 5)
const MINUTE = 60_000

export const moments = fc
  .integer({ min: START / MINUTE, max: END / MINUTE })
  .map((minute) => minute * MINUTE)

const zones = fc.constantFrom(
  'Europe/Rome',
  'Asia/Dhaka',
  'America/St_Johns',
  'Africa/Cairo',
  'UTC',
)
const tags = fc.constantFrom(...BUILT_IN_LANGUAGES.map(({ tag }) => tag))
const knowledge = fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const)
const days = fc
  .integer({ min: START / DAY - 200, max: END / DAY })
  .map((day) => new Date(day * DAY).toISOString().slice(0, 10))

/** What a reader asks for: up to three languages, some of which we do not know. */
export const wantedLanguages = fc.array(fc.oneof(tags, fc.constantFrom('ja', 'xx')), {
  maxLength: 3,
})

const publicText = fc.uniqueArray(
  fc.record({
    language: fc.oneof({ weight: 9, arbitrary: tags }, { weight: 1, arbitrary: fc.constant('ja') }),
    text: fc.constantFrom('Kurze Worte', '短句', 'كلمات', 'Words'),
  }),
  { selector: ({ language }) => language, maxLength: 3 },
)

const hours: fc.Arbitrary<ResolvedHours> = fc.record({
  zone: zones,
  always: fc.boolean(),
  weekly: fc.array(
    fc.record({
      days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      from: fc.constantFrom('06:00', '08:30'),
      to: fc.constantFrom('12:00', '24:00', '02:00'),
    }),
    { maxLength: 3 },
  ),
  open: fc
    .array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 40 })), {
      maxLength: 40,
    })
    .map((gaps) => {
      let at = START
      return gaps.map(([closed, open]): [number, number] => {
        const from = at + closed * HOUR
        at = from + open * HOUR
        return [from, at]
      })
    }),
  horizon: moments,
})

function helpFacts(id: string) {
  return {
    id: fc.constant(id),
    name: publicText,
    organization: fc.record({
      id: fc.constant(`of-${id}`),
      name: publicText,
      kind: fc.constantFrom('ngo' as const, 'police' as const),
    }),
    numbers: fc.array(
      fc.record(
        {
          dial: fc.constant(`0808 157 ${id}`),
          e164: fc.constant(`+44808157${id}`),
          channel: fc.constantFrom('voice' as const, 'text' as const, 'whatsapp' as const),
          freeFrom: fc.subarray(['XA', 'XB', 'DE']),
          reachableFromAbroad: knowledge,
          worksWithoutCredit: knowledge,
          worksWithoutSim: knowledge,
          blockedCarriers: fc.subarray(['Tel A', 'Tel B']),
        },
        {
          requiredKeys: [
            'dial',
            'channel',
            'freeFrom',
            'reachableFromAbroad',
            'worksWithoutCredit',
            'worksWithoutSim',
            'blockedCarriers',
          ],
        },
      ),
      { minLength: 1, maxLength: 2 },
    ),
    audience: fc.constantFrom('everyone' as const, 'women' as const),
    languages: fc.array(
      fc.record(
        {
          tag: tags,
          mode: fc.constantFrom('direct' as const, 'interpreter' as const),
          hours,
        },
        { requiredKeys: ['tag', 'mode'] },
      ),
      { maxLength: 4 },
    ),
    hours,
    countries: fc.subarray(['XA', 'XB'], { minLength: 1 }),
    anonymous: knowledge,
    free: knowledge,
    asksResidenceStatus: knowledge,
    contactsPolice: fc.constantFrom(
      'never' as const,
      'only-with-consent' as const,
      'danger-or-children' as const,
      'always' as const,
      'unknown' as const,
    ),
    whatHappens: publicText,
    verifiedOn: fc.option(days, { nil: undefined }),
    withdrawn: fc.boolean(),
  }
}

function dropUndefined<Facts extends { verifiedOn: string | undefined }>(facts: Facts) {
  const { verifiedOn, ...rest } = facts
  return { ...rest, ...(verifiedOn !== undefined && { verifiedOn }) }
}

const HELPLINE_IDS = ['0101', '0102', '0103', '0104']

function helpline(id: string): fc.Arbitrary<PublicHelpline> {
  return fc
    .record({
      ...helpFacts(id),
      standby: fc.option(fc.constantFrom(...HELPLINE_IDS), { nil: undefined }),
    })
    .map(({ standby, ...facts }) => ({
      ...dropUndefined(facts),
      ...(standby !== undefined && { standby }),
    }))
}

function service(id: string): fc.Arbitrary<PublicService> {
  return fc
    .record({
      ...helpFacts(id),
      kind: fc.constantFrom('legal' as const, 'medical' as const),
      approximateAddress: fc.constantFrom('12 Station Street', ''),
      coordinates: fc.constant({ lat: 45.5, lng: 13.5 }),
      directions: publicText,
    })
    .map(dropUndefined)
}

/** Facts of a place with four helplines, two services and three campaigns, all of them made up at random. */
export const arbitraryFacts: fc.Arbitrary<PlaceFacts> = fc.record({
  place: fc.record({
    id: fc.constant('place'),
    kind: fc.constantFrom('airport' as const, 'public-transport-vehicle' as const),
    slug: fc.constant('place'),
    name: publicText,
    town: publicText,
    countries: fc.constantFrom(['XA'], ['XA', 'XB'], ['DE', 'XB']),
    zone: zones,
    languages: fc.array(tags, { minLength: 1, maxLength: 3 }),
    nearestDesk: publicText,
    directions: publicText,
    privacy: fc.constant('public-hall' as const),
    listed: fc.boolean(),
    helplines: fc.shuffledSubarray(HELPLINE_IDS),
    services: fc.shuffledSubarray(['0201', '0202']),
  }),
  helplines: fc.tuple(...HELPLINE_IDS.map(helpline)),
  services: fc.tuple(service('0201'), service('0202')),
  campaigns: fc.array(
    fc
      .record({
        id: fc.uuid(),
        organizations: fc.array(
          fc.record({ id: fc.uuid(), name: publicText, kind: fc.constant('ngo' as const) }),
          { maxLength: 2 },
        ),
        messages: fc.shuffledSubarray(['message-1', 'message-2']),
        languages: fc.array(tags, { maxLength: 2 }),
        from: days,
        to: fc.option(days, { nil: undefined }),
      })
      .map(({ to, ...campaign }) => ({ ...campaign, ...(to !== undefined && { to }) })),
    { maxLength: 3 },
  ),
  messages: fc.tuple(
    ...['message-1', 'message-2'].map((id) =>
      fc.record({
        id: fc.constant(id),
        heading: publicText,
        body: publicText,
        callToAction: publicText,
        pictogram: fc.constant('way' as const),
        topic: fc.constant('doctor' as const),
        audience: fc.constant('person' as const),
        cover: fc.boolean(),
      }),
    ),
  ),
  guides: fc.array(
    fc.record({
      slug: fc.constant('rights'),
      audience: fc.constantFrom('person' as const, 'police' as const),
      title: publicText,
      summary: publicText,
    }),
    { maxLength: 2 },
  ),
})
