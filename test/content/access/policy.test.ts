import fc from 'fast-check'
import { evaluateSync, parse, toJS } from 'groq-js'
import { describe, expect, test } from 'vitest'
import { type Binding, ROLES } from '../../../content/access/binding.ts'
import { identityFor, publicReader } from '../../../content/access/policy.ts'
import type { LakeDocument } from '../../../content/lake/document.ts'
import type { Grant, Identity } from '../../../content/lake/rights.ts'
import { textHash } from '../../../content/model/text-hash.ts'
import { runs } from '../../long.ts'

const NOW = new Date('2026-06-01T12:00:00Z')
const SYSTEM = { _rev: 'r', _createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-01T00:00:00Z' }

const holding = (...bindings: Binding[]) => identityFor({ id: 'somebody', bindings, now: NOW })
const document = (_id: string, attributes: Record<string, unknown>): LakeDocument => ({
  _id,
  _type: 'helpline',
  ...SYSTEM,
  ...attributes,
})

describe('an identity', () => {
  test.each([
    ['viewer', ['read', 'history']],
    ['operator', ['read']],
    ['translator', ['read', 'history', 'create', 'update', 'delete']],
    ['reviewer', ['read', 'history', 'create', 'update', 'delete']],
    ['editor', ['read', 'history', 'create', 'update', 'delete']],
    ['administrator', ['read', 'history', 'create', 'update', 'delete', 'manage']],
  ] as const)('of a %s for all covers %j and nothing more', (role, covered) => {
    const identity = holding({ role, organizations: 'all' })
    for (const need of ['read', 'history', 'create', 'update', 'delete', 'manage'] as const) {
      const isCovered = covered.some((known) => known === need)
      expect(identity.refusalOf(need) === undefined).toBe(isCovered)
    }
  })

  test.each(ROLES)('of a %s may do nothing once the role has expired', (role) => {
    const binding: Binding = { role, organizations: 'all', place: 'hall' }
    const until = (expiresAt: string) => holding({ ...binding, expiresAt }).refusalOf('read')
    expect(until('2026-06-01T12:00:01Z')).toBeUndefined()
    expect(until('2026-06-01T12:00:00Z')).toBeDefined()
    expect(holding({ ...binding, expiresAt: '2026-06-01T12:00:00Z' }).grants).toEqual([])
  })

  test('of an administrator of one organisation does not manage the lake', () => {
    const identity = holding({ role: 'administrator', organizations: ['org-a'] })
    expect(identity.refusalOf('manage')).toBeDefined()
  })

  test('of the field role without a place writes nothing', () => {
    expect(holding({ role: 'field', organizations: ['org-a'] }).refusalOf('update')).toBeDefined()
  })

  test('of an editor of two organisations moves a document between them', () => {
    const both = holding(
      { role: 'editor', organizations: ['org-a'] },
      { role: 'administrator', organizations: ['org-b'] },
    )
    const before = document('line', { organization: { _ref: 'org-a' } })
    const after = document('line', { organization: { _ref: 'org-b' } })
    expect(both.refusalOf('update', { before, after })).toBeUndefined()
  })

  test('of people with the same organisations shares one audience, whatever their role', () => {
    const [first, second] = [
      holding({ role: 'editor', organizations: ['org-b', 'org-a'] }),
      holding(
        { role: 'viewer', organizations: ['org-a'] },
        { role: 'translator', organizations: ['org-b'] },
      ),
    ]
    expect(first.audience.key).toBe(second.audience.key)
    expect(holding({ role: 'viewer', organizations: ['org-a'] }).audience.key).not.toBe(
      first.audience.key,
    )
  })
})

describe('a translator', () => {
  const identity = holding({ role: 'translator', organizations: ['org-a'] })
  const value = (text: string, more = {}) => ({ text, origin: 'human', sourceHash: 'a', ...more })
  const approved = { text: 'Hello', sourceHash: 'a', approvedBy: 'r', approvedOn: '2026-01-01' }
  const message = (heading: unknown) => document('drafts.m', { _type: 'message', heading })
  const en = { _key: 'en', language: 'en', value: value('Hello', { approved }) }
  const before = message([en])

  test.each([
    [
      'a language that was not there',
      [en, { _key: 'fr', language: 'fr', value: value('Salut') }],
      true,
    ],
    ['other words', [{ ...en, value: value('Hi', { approved }) }], true],
    [
      'a text sent to review',
      [{ ...en, value: value('Hi', { approved, submittedOn: '2026-06-01' }) }],
      true,
    ],
    ['an approval taken off', [{ ...en, value: value('Hi') }], false],
    ['a text taken back', [{ ...en, value: value('Hello', { approved, withdrawn: {} }) }], false],
    ['another language in the place of one', [{ ...en, language: 'fr' }], false],
    ['a language that is gone', [], false],
    ['something else than languages', 'Hello', false],
    ['nothing', undefined, false],
  ])('leaves in a text %s: %s', (_, heading, isAllowed) => {
    const reason = identity.refusalOf('update', { before, after: message(heading) })
    expect(reason === undefined).toBe(isAllowed)
  })

  test('throws away only drafts that hold nothing but translations', () => {
    const published = { ...message([en]), _id: 'm', topic: 'labour' }
    const draft = { ...message([{ ...en, value: value('Hi', { approved }) }]), topic: 'labour' }
    expect(identity.refusalOf('delete', { before: draft, published })).toBeUndefined()
    const withFact = { ...draft, topic: 'other' }
    expect(identity.refusalOf('delete', { before: withFact, published })).toBeDefined()
  })
})

const ORGANIZATIONS = ['org-a', 'org-b', 'org.c'] as const
const id = fc.constantFrom('line', 'org-a', 'org-b', 'org.c', 'hall', '_.lock')
const layer = fc.constantFrom('', 'drafts.', 'versions.spring.')
const reference = fc.constantFrom(...ORGANIZATIONS, 'hall').map((_ref) => ({ _ref }))
const anyDocument = fc
  .record({
    id,
    layer,
    _type: fc.constantFrom(
      'helpline',
      'service',
      'place',
      'campaign',
      'organization',
      'message',
      'system.x',
      'guide',
      'memo',
    ),
    rest: fc.record(
      {
        organization: reference,
        operator: reference,
        place: reference,
        organizations: fc.array(reference, { maxLength: 2 }),
        listed: fc.boolean(),
        approved: fc.constant({}),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ id: bare, layer: above, _type, rest }) => document(above + bare, { _type, ...rest }))

const someOrganizations = fc.oneof(fc.constant('all' as const), fc.subarray([...ORGANIZATIONS]))
const binding = fc.record({
  role: fc.constantFrom(...ROLES),
  organizations: someOrganizations,
  place: fc.constant('hall'),
})

function isGranted(grants: readonly Grant[], permission: string, one: LakeDocument): boolean {
  return grants.some(({ filter, permissions }) => {
    if (!permissions.some((known) => known === permission)) return false
    const found: unknown = toJS(evaluateSync(parse(`*[${filter}]`), { dataset: [one] }))
    return Array.isArray(found) && found.length > 0
  })
}

describe('what the Studio is told', () => {
  const holds = (identity: Identity, one: LakeDocument) => {
    const isSeen = identity.audience.see(one) !== undefined
    const mayReadHistory = identity.refusalOf('history') === undefined
    // Whether a guide is approved as it stands is more than a filter can tell.
    const isVague = one._type === 'guide' && !mayReadHistory
    expect(isGranted(identity.grants, 'history', one)).toBe(isSeen && mayReadHistory)
    if (!isVague) expect(isGranted(identity.grants, 'read', one)).toBe(isSeen)
  }

  test('of reading is what the lake does', () => {
    const everybody = fc.oneof(
      fc.array(binding, { minLength: 1, maxLength: 3 }).map((bindings) => holding(...bindings)),
      fc.constant(publicReader()),
    )
    fc.assert(fc.property(everybody, anyDocument, holds), runs(500))
  })

  test('of writing is what the lake does for editors, and never less for the others', () => {
    fc.assert(
      fc.property(binding, anyDocument, (one, before) => {
        const identity = holding(one)
        const may = identity.refusalOf('update', { before, after: before }) === undefined
        const isTold = isGranted(identity.grants, 'update', before)
        if (one.role === 'editor' || one.role === 'administrator') expect(isTold).toBe(may)
        else expect(isTold || !may).toBe(true)
      }),
      runs(500),
    )
  })
})

describe('a part of a document', () => {
  test('of a line that was withdrawn says no number, and not who withdrew it', () => {
    const line = document('line', {
      numbers: [{ _key: 'n', dial: '01632 960 001' }],
      withdrawal: { withdrawnAt: '2026-01-01T00:00:00Z', withdrawnBy: 'w', reason: 'x' },
    })
    const seen = publicReader().audience.see(line)
    expect(seen?.['withdrawal']).toEqual({ withdrawnAt: '2026-01-01T00:00:00Z' })
    expect(seen).not.toHaveProperty('numbers')
  })

  test('of a text has only what is approved and was not taken back', () => {
    const approved = { text: 'Out', sourceHash: 'a', approvedBy: 'r', approvedOn: '2026-01-01' }
    const heading = [
      { _key: 'en', language: 'en', value: { text: 'Work', origin: 'human', approved } },
      { _key: 'fr', language: 'fr', value: { text: 'Travail', origin: 'human' } },
      { _key: 'de', language: 'de', value: { text: 'x', approved, withdrawn: {} } },
    ]
    const seen = publicReader().audience.see(document('m', { _type: 'message', heading }))
    expect(seen?.['heading']).toEqual([
      {
        _key: 'en',
        language: 'en',
        value: { approved: { text: 'Out', approvedOn: '2026-01-01' } },
      },
    ])
  })

  test('of a recording goes with its words: taken back, or of a line that was withdrawn', () => {
    const approved = { text: 'Out', sourceHash: 'a', approvedBy: 'r', approvedOn: '2026-01-01' }
    const value = { text: 'Out', origin: 'human', sourceHash: 'a', approved }
    const withdrawn = { withdrawnOn: '2026-01-02', withdrawnBy: 'w', reason: 'x' }
    const heading = [
      { _key: 'en', language: 'en', value },
      { _key: 'de', language: 'de', value: { ...value, withdrawn } },
    ]
    const take = (language: string, field: string) => ({
      ...{ _key: language, field, language, sourceHash: 'a', approvedBy: 'r' },
      file: { asset: { _ref: `file-${language}-weba` } },
    })
    const heard = (attributes: Record<string, unknown>) =>
      publicReader().audience.see(document('m', attributes))
    const audio = ['en', 'de', 'fr'].map((language) => take(language, 'heading'))
    expect(heard({ _type: 'message', heading, audio })).toMatchObject({ audio: [{ _key: 'en' }] })
    const line = { whatHappens: [heading[0]], audio: [take('en', 'whatHappens')] }
    expect(heard(line)).toMatchObject({ audio: [{ _key: 'en' }] })
    const withdrawal = { withdrawnAt: '2026-01-02T00:00:00Z', withdrawnBy: 'w', reason: 'x' }
    expect(heard({ ...line, withdrawal })).not.toHaveProperty('audio')
  })

  test('of a guide is there only while it is approved as it stands', () => {
    const span = { _type: 'span', _key: 's', text: 'Keep a copy of your passport.', marks: [] }
    const body = [{ _type: 'block', _key: 'b', style: 'normal', markDefs: [], children: [span] }]
    const words = { title: 'Papers', summary: 'What is yours', body }
    const { title, summary } = words
    const hash = textHash([title, summary, span.text].join('\n'))
    const approved = { textHash: hash, approvedBy: 'r', approvedOn: '2026-01-01' }
    const see = (attributes: object) =>
      publicReader().audience.see(document('g', { _type: 'guide', ...words, ...attributes }))
    expect(see({ approved })).toMatchObject({ title, approved: { textHash: hash } })
    expect(see({ approved, title: 'Your papers' })).toBeUndefined()
    expect(see({ approved, withdrawn: { reason: 'It names a place' } })).toBeUndefined()
    expect(see({})).toBeUndefined()
  })

  test('that names nobody is the document itself', () => {
    const line = document('line', { organization: { _ref: 'org-b' } })
    expect(holding({ role: 'viewer', organizations: [] }).audience.see(line)).toBe(line)
  })
})
