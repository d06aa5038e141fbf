import type { PlaceFacts, PublicHelpline, PublicText } from '#content/model/facts.ts'

const DAY_MS = 86_400_000

/** A moment that tests count from. */
export const NOON = Date.UTC(2031, 4, 5, 12)

/** A made-up place with one helpline open day and night, in the languages that are hard to draw. */
export function stationFacts(
  options: { dial?: string; now?: number; languages?: string[] } = {},
): PlaceFacts {
  const now = options.now ?? NOON
  return {
    place: {
      id: 'place-station',
      kind: 'train-station',
      slug: 'test-station',
      name: text({ en: 'Test station', ar: 'محطة الاختبار' }),
      town: text({ en: 'Testville' }),
      countries: ['XA'],
      zone: 'Europe/Rome',
      languages: options.languages ?? ['en', 'ar', 'ti'],
      nearestDesk: text({ en: 'Desk beside platform 1' }),
      directions: [],
      privacy: 'public-hall',
      listed: true,
      helplines: ['helpline-one'],
      services: [],
    },
    helplines: [helpline({ dial: options.dial ?? '0808 157 0101', now })],
    services: [],
    campaigns: [
      {
        id: 'campaign-one',
        organizations: [organization],
        messages: ['message-papers', 'message-doctor'],
        languages: [],
        from: new Date(now - 30 * DAY_MS).toISOString().slice(0, 10),
      },
    ],
    messages: [
      message('message-papers', {
        en: 'Someone keeps your passport?',
        ar: 'هل يحتفظ أحد بجواز سفرك؟',
        ti: 'ፓስፖርትኩም ሓደ ሰብ ሒዝዎ ድዩ?',
      }),
      message('message-doctor', { en: 'You can see a doctor', ar: 'يمكنك زيارة الطبيب' }),
    ],
    guides: [],
  }
}

const organization = {
  id: 'organization-one',
  name: text({ en: 'Open Hand' }),
  kind: 'ngo',
} as const

function message(id: string, heading: Record<string, string>): PlaceFacts['messages'][number] {
  return {
    id,
    heading: text(heading),
    body: text({ en: 'That is a crime. We can help you.' }),
    callToAction: [],
    pictogram: 'papers-taken',
    topic: 'debt',
    audience: 'person',
    cover: false,
  }
}

function helpline({ dial, now }: { dial: string; now: number }): PublicHelpline {
  return {
    id: 'helpline-one',
    name: text({ en: 'Open Hand helpline' }),
    organization,
    numbers: [
      {
        dial,
        channel: 'voice',
        freeFrom: [],
        reachableFromAbroad: 'unknown',
        worksWithoutCredit: 'yes',
        worksWithoutSim: 'unknown',
        blockedCarriers: [],
      },
    ],
    audience: 'everyone',
    languages: [
      { tag: 'en', mode: 'direct' },
      { tag: 'ti', mode: 'interpreter' },
    ],
    hours: { zone: 'Europe/Rome', always: true, weekly: [], open: [], horizon: now + 60 * DAY_MS },
    countries: ['XA'],
    anonymous: 'yes',
    free: 'yes',
    asksResidenceStatus: 'no',
    contactsPolice: 'never',
    whatHappens: text({ en: 'A person listens to you.' }),
    verifiedOn: new Date(now - 10 * DAY_MS).toISOString().slice(0, 10),
    withdrawn: false,
  }
}

function text(byLanguage: Record<string, string>): PublicText {
  return Object.entries(byLanguage).map(([language, words]) => ({ language, text: words }))
}
