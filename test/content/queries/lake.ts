import type { SanityClient } from '@sanity/client'
import { onTestFinished } from 'vitest'
import { createContentClient } from '#content/client.ts'
import { createLake } from '#content/lake/create-lake.ts'
import type { Mistake } from '#content/model/errors.ts'
import { textHash } from '#content/model/text-hash.ts'
import { almighty } from '../../../content/lake/rights.ts'

/** Wednesday 14 January 2026, 12:00 in Rome. */
export const NOON = Date.UTC(2026, 0, 14, 11)

export type Fields = { _id: string; _type: string; [field: string]: unknown }

/** A real lake in memory, gone after the test, with these documents in it. No gate holds anything back. */
export async function lakeWith(...documents: Fields[]): Promise<SanityClient> {
  const lake = createLake({
    dataFolder: ':memory:',
    project: 'waymark',
    dataset: 'production',
    publicUrl: 'http://127.0.0.1/lake',
    authorize: async () => almighty('test'),
  })
  onTestFinished(() => lake.stop())
  const client = createContentClient({ lake })
  const transaction = client.transaction()
  for (const document of documents) transaction.create(document)
  if (documents.length > 0) await transaction.commit()
  return client
}

/** What loaders could not show. */
export function reports() {
  const told: Mistake[] = []
  return { told, report: (mistake: Mistake) => void told.push(mistake) }
}

export const ref = (id: string) => ({ _type: 'reference', _ref: id, _key: id })

export const name = (value: string, language = 'en') => [{ _key: language, language, value }]

/** A text approved by somebody whose name must stay inside. */
export function approved(text: string, language = 'en') {
  const approval = { text, sourceHash: '', approvedBy: 'Secret Reviewer', approvedOn: '2026-01-01' }
  const value = { text, origin: 'human', sourceHash: '', approved: approval }
  return { _key: language, language, value }
}

export function organization(): Fields {
  return {
    _id: 'lantern',
    _type: 'organization',
    name: name('Lantern'),
    legalName: 'Lantern e.V.',
    kind: 'ngo',
    dataProtectionContact: 'Secret Contact',
  }
}

export function helpline(id: string, over: Record<string, unknown> = {}): Fields {
  return {
    _id: id,
    _type: 'helpline',
    organization: ref('lantern'),
    name: name(`Line ${id}`),
    numbers: [{ _key: 'a', dial: `0808 157 ${id}`, channel: 'voice' }],
    audience: 'everyone',
    languages: [{ _key: 'en', tag: 'en', mode: 'direct' }],
    hours: { osm: 'Mo-Fr 08:00-18:00', zone: 'Europe/Rome' },
    countries: ['XA'],
    anonymous: 'yes',
    free: 'yes',
    asksResidenceStatus: 'no',
    contactsPolice: 'never',
    whatHappens: [approved('A person answers.')],
    verification: {
      verifiedOn: '2026-01-01',
      verifiedBy: 'Secret Checker',
      method: 'called',
      secondPerson: 'Secret Second',
    },
    note: 'Secret Note',
    ...over,
  }
}

export const WITHDRAWAL = {
  withdrawal: {
    withdrawnAt: '2026-01-10T10:00:00Z',
    withdrawnBy: 'Secret Person',
    reason: 'Secret Reason',
  },
}

export function place(over: Record<string, unknown> = {}): Fields {
  return {
    _id: 'station',
    _type: 'place',
    kind: 'train-station',
    slug: { _type: 'slug', current: 'the-station' },
    name: name('Station'),
    countries: ['XA'],
    zone: 'Europe/Rome',
    languages: ['en', 'ti'],
    privacy: 'public-hall',
    listed: true,
    helplines: [],
    services: [],
    ...over,
  }
}

export function message(id: string): Fields {
  return {
    _id: id,
    _type: 'message',
    heading: [approved(`Message ${id}`)],
    body: [approved('A body.')],
    callToAction: [],
    pictogram: 'way',
    topic: 'debt',
    audience: 'person',
    cover: false,
  }
}

export function campaign(id: string, over: Record<string, unknown> = {}): Fields {
  return {
    _id: id,
    _type: 'campaign',
    name: 'Secret Campaign',
    organizations: [ref('lantern')],
    places: [],
    messages: [ref('debt')],
    languages: ['en'],
    from: '2026-01-01',
    ...over,
  }
}

export function placement(code: string, over: Record<string, unknown> = {}): Fields {
  return {
    _id: `placement-${code}`,
    _type: 'placement',
    campaign: ref('know'),
    place: ref('station'),
    piece: 'a3',
    code,
    copies: 1,
    spot: 'Secret Spot',
    state: 'up',
    ...over,
  }
}

/** One language of a guide, approved as it stands. */
export function guide(language: string, words: string, over: Record<string, unknown> = {}): Fields {
  const [title, summary] = [`Title ${language}`, `Summary ${language}`]
  return {
    _id: `guide-${language}`,
    _type: 'guide',
    slug: { _type: 'slug', current: 'your-rights' },
    language,
    title,
    summary,
    audience: 'person',
    body: [
      {
        _type: 'block',
        _key: 'a',
        style: 'normal',
        markDefs: [],
        children: [{ _type: 'span', _key: 'b', text: words, marks: [] }],
      },
    ],
    origin: 'human',
    sourceHash: '',
    approved: {
      textHash: textHash([title, summary, words].join('\n')),
      approvedBy: 'Secret Reviewer',
      approvedOn: '2026-01-01',
    },
    ...over,
  }
}
