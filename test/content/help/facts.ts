import type {
  PlaceFacts,
  PublicHelpline,
  PublicMessage,
  PublicNumber,
  PublicService,
} from '#content/model/facts.ts'
import type { ResolvedHours } from '#content/model/hours.ts'

/** Wednesday 14 January 2026, 12:00 in Rome. */
export const NOON = Date.UTC(2026, 0, 14, 11)
export const HOUR = 3_600_000
export const DAY = 24 * HOUR

export function text(words: string, language = 'en') {
  return [{ language, text: words }]
}

export function hours(over: Partial<ResolvedHours> = {}): ResolvedHours {
  return {
    zone: 'Europe/Rome',
    always: false,
    weekly: [],
    open: [],
    horizon: NOON + 60 * DAY,
    ...over,
  }
}

export const ALWAYS = hours({ always: true, open: [[NOON - DAY, NOON + 60 * DAY]] })
export const OPEN = hours({ open: [[NOON - HOUR, NOON + 6 * HOUR]] })
export const CLOSED = hours({ open: [[NOON + 20 * HOUR, NOON + 28 * HOUR]] })

export function number(over: Partial<PublicNumber> = {}): PublicNumber {
  return {
    dial: '020 7946 0000',
    e164: '+442079460000',
    channel: 'voice',
    freeFrom: [],
    reachableFromAbroad: 'unknown',
    worksWithoutCredit: 'unknown',
    worksWithoutSim: 'unknown',
    blockedCarriers: [],
    ...over,
  }
}

/** A helpline of which nothing good is known; verified, and open now. */
export function helpline(id: string, over: Partial<PublicHelpline> = {}): PublicHelpline {
  return {
    id,
    name: text(`Line ${id}`),
    organization: { id: 'lantern', name: text('Lantern'), kind: 'ngo' },
    numbers: [number()],
    audience: 'everyone',
    languages: [],
    hours: OPEN,
    countries: ['XA'],
    anonymous: 'unknown',
    free: 'unknown',
    asksResidenceStatus: 'unknown',
    contactsPolice: 'unknown',
    whatHappens: [],
    verifiedOn: '2026-01-01',
    withdrawn: false,
    ...over,
  }
}

export function service(id: string, over: Partial<PublicService> = {}): PublicService {
  const { standby: _standby, ...facts } = helpline(id)
  return { ...facts, kind: 'legal', directions: [], ...over }
}

export function message(id: string, over: Partial<PublicMessage> = {}): PublicMessage {
  return {
    id,
    heading: text(`Message ${id}`),
    body: [],
    callToAction: [],
    pictogram: 'helping-hand',
    topic: 'debt',
    audience: 'person',
    cover: false,
    ...over,
  }
}

type Over = Partial<Omit<PlaceFacts, 'place'>> & { place?: Partial<PlaceFacts['place']> }

/** A station with the given helplines, in the given order, unless `place` says otherwise. */
export function placeFacts({ place, ...lists }: Over = {}): PlaceFacts {
  return {
    place: {
      id: 'station',
      kind: 'train-station',
      slug: 'station',
      name: text('Station'),
      town: [],
      countries: ['XA'],
      zone: 'Europe/Rome',
      languages: ['en'],
      nearestDesk: [],
      directions: [],
      privacy: 'public-hall',
      listed: true,
      helplines: (lists.helplines ?? []).map(({ id }) => id),
      services: (lists.services ?? []).map(({ id }) => id),
      ...place,
    },
    helplines: [],
    services: [],
    campaigns: [],
    messages: [],
    guides: [],
    ...lists,
  }
}
