import { BookIcon } from '@sanity/icons/Book'
import { defineArrayMember, defineType } from 'sanity'
import { guide as model } from '#content/model/documents/guide.ts'
import { textHash } from '#content/model/text-hash.ts'
import { authorFields } from '../author-fields.ts'
import { choiceWords } from '../choice-words.ts'
import { textOf } from '../preview.ts'
import { guideState } from '../previews/guide-state.ts'
import { joined } from '../previews/joined.ts'
import { problemsOf } from '../problems.ts'

const field = authorFields(model.shape)
const rightField = authorFields(model.shape.rights.unwrap().element.shape)
const rejectedField = authorFields(model.shape.rejected.unwrap().shape)
const withdrawnField = authorFields(model.shape.withdrawn.unwrap().shape)
const approvedField = authorFields(model.shape.approved.unwrap().shape)

const right = defineArrayMember({
  type: 'object',
  title: 'Source in law',
  fields: [
    rightField('jurisdiction', {
      title: 'Country',
      description: 'Where the right holds. EU for the Union.',
    }),
    rightField('source', {
      description: 'Act and article: "Directive 2004/81/EC, article 6". Readers see it.',
    }),
  ],
  preview: { select: { title: 'source', subtitle: 'jurisdiction' } },
})

// A translation begun from this document has not been reviewed.
const options = { documentInternationalization: { exclude: true } }

const rejected = defineArrayMember({
  type: 'object',
  options,
  fields: [
    rejectedField('reason', { description: 'What the reviewer asks to change.' }),
    rejectedField('rejectedBy', { description: 'Who gave it back.' }),
    rejectedField('rejectedOn', { description: 'The day.' }),
  ],
})

const approved = defineArrayMember({
  type: 'object',
  options,
  fields: [
    approvedField('approvedBy', { description: 'Who approved it.' }),
    approvedField('approvedOn', { description: 'The day.' }),
    approvedField('approvedAt', { description: 'The moment.', hidden: true }),
    approvedField('textHash', { description: 'Fingerprint of the words that were approved.' }),
  ],
})

const withdrawn = defineArrayMember({
  type: 'object',
  options,
  fields: [
    withdrawnField('reason', { description: 'Why nobody may read it any more.' }),
    withdrawnField('withdrawnBy', { description: 'Who withdrew it.' }),
    withdrawnField('withdrawnOn', { description: 'The day.' }),
    withdrawnField('withdrawnAt', { description: 'The moment.', hidden: true }),
  ],
})

const isMissing = ({ value }: { value?: unknown }) => value === undefined

/** Long prose: one document a language, joined by its address. */
export const guide = defineType({
  name: 'guide',
  type: 'document',
  title: 'Guide',
  icon: BookIcon,
  groups: [
    { name: 'words', title: 'Words', default: true },
    { name: 'about', title: 'Address and readers' },
    { name: 'review', title: 'Review' },
  ],
  fields: [
    field('language', {
      description: 'Set when the guide is made. For another language use "Translations" above.',
      group: ['words', 'about'],
      readOnly: ({ value }) => value !== undefined,
      initialValue: 'en',
    }),
    field('title', {
      description: 'A plain question or sentence: "When a journey turns into a trap".',
      group: 'words',
    }),
    field('summary', {
      description:
        'One sentence that says what a reader will find. It stands under the title in lists.',
      group: 'words',
    }),
    field('body', {
      title: 'Text',
      description:
        'Short paragraphs, headings that say something, at most 12 words a sentence. Text from Word may be pasted: its fonts and colours stay outside. No telephone numbers: those are added from helplines.',
      group: 'words',
    }),
    field('slug', {
      title: 'Address',
      description:
        'The last part of its web address, the same in all languages: when-a-journey-turns. Small letters a-z, digits and hyphens, at least three letters. Do not change it once it is printed anywhere.',
      group: 'about',
      kind: { type: 'slug', options: { source: 'title', isUnique: () => true } },
    }),
    field('audience', {
      title: 'For',
      description: 'Guides for officials stay apart from what a person in it reads.',
      group: 'about',
      initialValue: 'person',
    }),
    field('rights', {
      title: 'Rights it speaks of',
      description:
        'A right needs its country and source, or a reader may rely on what does not hold there.',
      group: 'about',
      kind: { type: 'array', of: [right] },
    }),
    field('origin', {
      description:
        'How these words came about. A machine’s are marked until a person has gone through them.',
      group: 'review',
      readOnly: true,
      initialValue: 'human',
    }),
    field('sourceHash', {
      description: 'Fingerprint of the text it was translated from. Set by the tools.',
      group: 'review',
      readOnly: true,
      hidden: true,
      initialValue: textHash(''),
    }),
    field('submittedOn', {
      title: 'Given to review',
      description: 'Set by the buttons of the review.',
      kind: { type: 'date', options },
      group: 'review',
      readOnly: true,
      hidden: isMissing,
    }),
    field('rejected', {
      title: 'Given back',
      description: 'Set by the reviewer. Change the text and submit it again.',
      group: ['review', 'words'],
      kind: rejected,
      readOnly: true,
      hidden: isMissing,
    }),
    field('approved', {
      title: 'Approved',
      description: 'Set by the reviewer. Readers see the guide while its words are those approved.',
      group: 'review',
      kind: approved,
      readOnly: true,
      hidden: isMissing,
    }),
    field('withdrawn', {
      description: 'Set by the reviewer. Nobody can read the guide until it is approved again.',
      group: 'review',
      kind: withdrawn,
      readOnly: true,
      hidden: isMissing,
    }),
  ],
  validation: (rule) => rule.custom((document) => problemsOf(model, document)),
  preview: {
    select: {
      title: 'title',
      language: 'language',
      audience: 'audience',
      approvedOn: 'approved.approvedOn',
      submittedOn: 'submittedOn',
      rejectedOn: 'rejected.rejectedOn',
      withdrawnOn: 'withdrawn.withdrawnOn',
    },
    prepare: ({ title, language, audience, ...review }) => ({
      title: textOf(title) ?? 'Guide without a title',
      subtitle: joined([
        guideState(review),
        language,
        typeof audience === 'string' ? choiceWords(model.shape.audience, audience) : undefined,
      ]),
      media: BookIcon,
    }),
  },
  orderings: [
    {
      name: 'address',
      title: 'Address, then language',
      by: [
        { field: 'slug.current', direction: 'asc' },
        { field: 'language', direction: 'asc' },
      ],
    },
  ],
})
