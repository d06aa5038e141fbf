import { text } from './rights-documents.ts'
import type { Person } from './rights-lake.ts'

/** Whoever edits what is of organisation A. */
export const EDITORS: Person[] = [
  'editorOfA',
  'administratorOfA',
  'editorOfAll',
  'administratorOfAll',
]
const OF_ALL: Person[] = ['editorOfAll', 'administratorOfAll']
/** Mutations of one document. */
export const patch = (id: string, operations: Record<string, unknown>) => ({
  mutations: [{ patch: { id, ...operations } }],
})
/** An action of the Studio. */
export const action = (name: string, body: Record<string, unknown>) => ({
  actions: [{ actionType: `sanity.action.document.${name}`, ...body }],
})
const approval = (words: string) => ({
  set: {
    'whatHappens[_key=="fr"].value.approved': {
      text: words,
      sourceHash: 'a1',
      approvedBy: 'r',
      approvedOn: '2026-06-01',
    },
  },
})
/** A reference to a document. */
export const ref = (id: string) => ({ _type: 'reference', _ref: id })

/** What may be written, and by whom: everybody else is refused it. */
export const WRITES: [promise: string, body: Record<string, unknown>, allowed: Person[]][] = [
  ['a fact in an own draft', patch('drafts.line-a', { set: { audience: 'men' } }), EDITORS],
  ['a fact in an own document', patch('line-a', { set: { audience: 'men' } }), EDITORS],
  ["a fact in another's document", patch('line-b', { set: { audience: 'men' } }), OF_ALL],
  ["a fact in another's draft", patch('drafts.line-b', { set: { audience: 'men' } }), OF_ALL],
  ['a fact in commons', patch('message', { set: { topic: 'sexual' } }), EDITORS],
  ['a fact of a joint campaign', patch('campaign', { set: { name: 'Summer' } }), EDITORS],
  ['what belongs to the lake', patch('_.lock', { set: { words: 'x' } }), ['administratorOfAll']],
  ['a document of the system', patch('group', { set: { words: 'x' } }), ['administratorOfAll']],
  [
    'a translation in a draft',
    patch('drafts.line-a', { set: { 'whatHappens[_key=="fr"].value.text': 'Nous' } }),
    [...EDITORS, 'translatorOfA'],
  ],
  [
    'a translation in what is published',
    patch('line-a', { set: { 'whatHappens[_key=="fr"].value.text': 'Nous' } }),
    EDITORS,
  ],
  [
    'a language more in a draft',
    patch('drafts.line-a', {
      insert: {
        after: 'whatHappens[-1]',
        items: [
          {
            _key: 'de',
            language: 'de',
            value: {
              text: 'Wir',
              origin: 'human',
              sourceHash: 'a1',
              submittedOn: '2026-06-01',
            },
          },
        ],
      },
    }),
    [...EDITORS, 'translatorOfA'],
  ],
  [
    'a language more that approves itself',
    patch('drafts.line-a', {
      insert: {
        after: 'whatHappens[-1]',
        items: [{ ...text('Wir')[0], _key: 'de', language: 'de' }],
      },
    }),
    EDITORS,
  ],
  [
    'the approval of a translation',
    patch('drafts.line-a', approval('Secret brouillon')),
    [...EDITORS, 'reviewerOfA'],
  ],
  ['other words as an approval', patch('drafts.line-a', approval('Anything')), EDITORS],
  [
    'a verification',
    patch('drafts.line-a', { set: { 'verification.verifiedOn': '2026-06-01' } }),
    [...EDITORS, 'reviewerOfA'],
  ],
  [
    'a first word that a line was checked',
    patch('drafts.line-a', { set: { pendingVerification: { verifiedOn: '2026-06-01' } } }),
    [...EDITORS, 'reviewerOfA'],
  ],
  [
    'a first word about what is published',
    patch('line-a', { set: { pendingVerification: { verifiedOn: '2026-06-01' } } }),
    [...EDITORS, 'reviewerOfA'],
  ],
  [
    'a text given back with a reason',
    patch('drafts.line-a', {
      set: { 'whatHappens[_key=="fr"].value.rejected': { rejectedBy: 'r', reason: 'x' } },
      unset: ['whatHappens[_key=="fr"].value.submittedOn'],
    }),
    [...EDITORS, 'reviewerOfA'],
  ],
  [
    'a text submitted again that was given back',
    patch('drafts.back', {
      set: {
        'heading[_key=="fr"].value.text': 'Mieux',
        'heading[_key=="fr"].value.submittedOn': '2026-06-01',
      },
      unset: ['heading[_key=="fr"].value.rejected'],
    }),
    [...EDITORS, 'translatorOfA'],
  ],
  [
    'a guide submitted again that was given back',
    patch('drafts.guide-back', {
      set: { title: 'Mieux', submittedOn: '2026-06-01' },
      unset: ['rejected'],
    }),
    [...EDITORS, 'translatorOfA'],
  ],
  [
    'the withdrawal of a text that is public, whatever its draft says by now',
    patch('line-a', {
      set: {
        'whatHappens[_key=="en"].value.withdrawn': {
          withdrawnOn: '2026-06-01',
          withdrawnBy: 'r',
          reason: 'It names a place',
        },
      },
    }),
    [...EDITORS, 'reviewerOfA'],
  ],
  [
    'other words in what is public, with a withdrawal',
    patch('line-a', {
      set: {
        'whatHappens[_key=="en"].value.text': 'We run',
        'whatHappens[_key=="en"].value.withdrawn': { reason: 'x' },
      },
    }),
    EDITORS,
  ],
  [
    'a guide withdrawn with a reason',
    patch('drafts.guide-back', { set: { withdrawn: { withdrawnBy: 'r', reason: 'Danger' } } }),
    [...EDITORS, 'reviewerOfA'],
  ],
  [
    'a guide given back with a reason',
    patch('drafts.guide-back', { set: { 'rejected.reason': 'Still not' } }),
    [...EDITORS, 'reviewerOfA'],
  ],
  [
    'a publication',
    action('publish', { draftId: 'drafts.line-a', publishedId: 'line-a' }),
    [...EDITORS, 'reviewerOfA'],
  ],
  [
    "a publication for another's",
    action('publish', { draftId: 'drafts.line-b', publishedId: 'line-b' }),
    OF_ALL,
  ],
  [
    'the end of a publication',
    action('unpublish', { draftId: 'drafts.hall', publishedId: 'hall' }),
    EDITORS,
  ],
  [
    'the end of a draft that only translates',
    action('discard', { draftId: 'drafts.message' }),
    EDITORS,
  ],
  [
    'a deletion',
    action('delete', {
      publishedId: 'line-a',
      includeDrafts: ['drafts.line-a', 'versions.spring.line-a'],
    }),
    EDITORS,
  ],
  ["a deletion of another's", { mutations: [{ delete: { id: 'line-b' } }] }, OF_ALL],
  [
    'a new document of their own',
    { mutations: [{ create: { _id: 'new', _type: 'helpline', organization: ref('org-a') } }] },
    EDITORS,
  ],
  [
    "a new document of another's",
    { mutations: [{ create: { _id: 'new', _type: 'helpline', organization: ref('org-b') } }] },
    OF_ALL,
  ],
  [
    'a new organisation',
    { mutations: [{ create: { _id: 'org-c', _type: 'organization' } }] },
    OF_ALL,
  ],
  ['a document given away', patch('line-a', { set: { organization: ref('org-b') } }), OF_ALL],
  ['a document taken', patch('line-b', { set: { organization: ref('org-a') } }), OF_ALL],
  [
    "a draft over another's document",
    {
      mutations: [
        {
          create: {
            _id: 'versions.summer.line-b',
            _type: 'helpline',
            organization: ref('org-a'),
          },
        },
      ],
    },
    OF_ALL,
  ],
  [
    'a copy of what is seen in part, taken in the same breath',
    {
      mutations: [
        { createOrReplace: { _id: 'line-b', _type: 'helpline', organization: ref('org-b') } },
        { patch: { id: 'line-b', set: { organization: ref('org-a') } } },
      ],
    },
    OF_ALL,
  ],
  [
    'an id that is taken out of sight, then deleted',
    {
      mutations: [
        { createOrReplace: { _id: 'drafts.line-b', _type: 'memo' } },
        { delete: { id: 'drafts.line-b' } },
      ],
    },
    OF_ALL,
  ],
  [
    'the way in a place',
    action('edit', {
      draftId: 'drafts.stall-a',
      publishedId: 'stall-a',
      patch: { set: { 'directions[_key=="en"].value.text': 'Right of the stairs' } },
    }),
    [...EDITORS, 'translatorOfA', 'fieldAtA'],
  ],
  [
    'the hours of a service at a place',
    action('edit', {
      draftId: 'drafts.desk-a',
      publishedId: 'desk-a',
      patch: { set: { 'hours.osm': '24/7', approximateAddress: 'Room 4' } },
    }),
    [...EDITORS, 'fieldAtA'],
  ],
  [
    'the hours of a service elsewhere',
    action('edit', {
      draftId: 'drafts.desk-elsewhere',
      publishedId: 'desk-elsewhere',
      patch: { set: { 'hours.osm': '24/7' } },
    }),
    EDITORS,
  ],
  [
    'the numbers of a service at a place',
    action('edit', {
      draftId: 'drafts.desk-a',
      publishedId: 'desk-a',
      patch: { set: { 'numbers[0].dial': '01632 960 002' } },
    }),
    EDITORS,
  ],
  [
    'what a query finds, which is what they see',
    { mutations: [{ patch: { query: '*[note match "Secret*"]', set: { audience: 'men' } } }] },
    EDITORS,
  ],
  [
    'a guide in another language',
    {
      mutations: [
        { create: { _id: 'drafts.guide-fr', _type: 'guide', language: 'fr', title: 'Titre' } },
      ],
    },
    [...EDITORS, 'translatorOfA'],
  ],
  [
    'the list of languages of a guide, one more in it',
    {
      mutations: [
        {
          createIfNotExists: {
            _id: 'languages',
            _type: 'translation.metadata',
            schemaTypes: ['guide'],
            translations: [{ _key: 'en', language: 'en', value: ref('guide') }],
          },
        },
      ],
    },
    [...EDITORS, 'translatorOfA'],
  ],
  [
    'the list of languages of a guide, one taken off',
    patch('guide-languages', { unset: ['translations[0]'] }),
    EDITORS,
  ],
]
