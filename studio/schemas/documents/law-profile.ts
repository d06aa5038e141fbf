import { ClipboardIcon } from '@sanity/icons/Clipboard'
import { defineArrayMember, defineType } from 'sanity'
import { lawProfile as model } from '#content/model/documents/law-profile.ts'
import { authorFields } from '../author-fields.ts'
import { textOf } from '../preview.ts'
import { joined } from '../previews/joined.ts'
import { problemsOf } from '../problems.ts'
import { STARTING_TEXT } from '../starting-texts.ts'

const field = authorFields(model.shape)
const statementField = authorFields(model.shape.statements.unwrap().element.shape)
const imprintField = authorFields(model.shape.imprint.shape)

const statement = defineArrayMember({
  type: 'object',
  title: 'Required statement',
  fields: [
    statementField('text', {
      description: 'Word for word as the law has it, in each language that it asks for.',
      initialValue: STARTING_TEXT,
    }),
  ],
  preview: {
    select: { text: 'text' },
    prepare: ({ text }) => ({ title: textOf(text) ?? 'Statement without words' }),
  },
})

const imprint = defineArrayMember({
  type: 'object',
  options: { columns: 2 },
  fields: [
    imprintField('printer', {
      description: 'Name and address of who printed it have to stand on the piece.',
      initialValue: false,
    }),
    imprintField('publisher', {
      description: 'Name and address of who publishes it have to stand on the piece.',
      initialValue: false,
    }),
  ],
})

/** What the law of a place asks of a printed piece. */
export const lawProfile = defineType({
  name: 'lawProfile',
  type: 'document',
  title: 'Law profile',
  icon: ClipboardIcon,
  fields: [
    field('name', { description: 'Country or state and subject: "California, public notices".' }),
    field('country', { description: 'Whose law it is.' }),
    field('region', {
      description: 'State, province or city, where the law is of one: "Bavaria".',
    }),
    field('source', {
      description:
        'Act and section, so that somebody can read it: "California Civil Code 52.6". Have a lawyer there confirm it.',
    }),
    field('smallestPiece', {
      description: 'The smallest size that counts. Smaller pieces are refused.',
    }),
    field('smallestPoints', {
      title: 'Smallest letters',
      description: 'In points (1/72 inch), as the law says: 16 for California.',
    }),
    field('languages', { description: 'Languages that have to be on the piece.' }),
    field('statements', {
      title: 'Required statements',
      description: 'Sentences that have to stand on it.',
      kind: { type: 'array', of: [statement] },
    }),
    field('imprint', { description: 'Who has to be named at its foot.', kind: imprint }),
  ],
  validation: (rule) => rule.custom((document) => problemsOf(model, document)),
  preview: {
    select: { name: 'name', country: 'country', region: 'region' },
    prepare: ({ name, country, region }) => ({
      title: textOf(name) ?? 'Law profile without a name',
      subtitle: joined([country, region]),
      media: ClipboardIcon,
    }),
  },
})
