import { DocumentIcon } from '@sanity/icons/Document'
import { defineArrayMember, defineType } from 'sanity'
import { placement as model } from '#content/model/documents/placement.ts'
import { makeShortCode } from '#content/model/short-code.ts'
import { authorFields } from '../author-fields.ts'
import { textOf } from '../preview.ts'
import { joined } from '../previews/joined.ts'
import { placementState } from '../previews/placement-state.ts'
import { problemsOf } from '../problems.ts'

const field = authorFields(model.shape)
const factField = authorFields(model.shape.printedFacts.unwrap().element.shape)

const printedFact = defineArrayMember({
  type: 'object',
  fields: [
    factField('document', { description: 'Whose fact it is.' }),
    factField('path', { description: 'Which field of it.' }),
    factField('value', { description: 'What was printed.' }),
  ],
  preview: { select: { title: 'value', subtitle: 'path' } },
})

/** One physical thing: a piece of a campaign at a place. */
export const placement = defineType({
  name: 'placement',
  type: 'document',
  title: 'Placement',
  icon: DocumentIcon,
  groups: [
    { name: 'piece', title: 'The piece', default: true },
    { name: 'state', title: 'How it stands' },
  ],
  fields: [
    field('campaign', { description: 'Whose message it bears.', group: 'piece' }),
    field('place', {
      description: 'Where it hangs. Its code leads to the help for this place.',
      group: 'piece',
    }),
    field('piece', { title: 'Size', description: 'What is printed.', group: 'piece' }),
    field('message', {
      description: 'Which message it bears. Empty: the first of the campaign.',
      group: 'piece',
    }),
    field('copies', {
      description: 'How many hang here under this code.',
      group: 'piece',
      initialValue: 1,
    }),
    field('spot', {
      description: 'For whoever has to find it again: "Door 3, inside, eye level".',
      group: 'piece',
    }),
    field('code', {
      title: 'Code',
      description:
        'Printed beside the QR sign and made for you, without letters that look alike. Keep it: it is how paper finds its page. Publishing refuses one that is taken.',
      group: 'piece',
      initialValue: () => makeShortCode(Math.random),
      readOnly: ({ document, value }) =>
        value !== undefined && document?.['printedOn'] !== undefined,
    }),
    field('state', {
      description:
        'Ordered, up, checked, damaged, gone. Whoever walks past changes it, so that everybody knows what still hangs.',
      group: ['piece', 'state'],
      initialValue: 'ordered',
    }),
    field('printedOn', {
      description: 'The day of the print. From then on its code stays as it is.',
      group: 'state',
    }),
    field('printedHash', {
      title: 'Print',
      description: 'Fingerprint of what was printed. Set when it is ordered.',
      group: 'state',
      readOnly: true,
      hidden: true,
    }),
    field('printedFacts', {
      title: 'Facts printed on it',
      description: 'Set when it is printed, so that it can be found when one of them changes.',
      group: 'state',
      kind: { type: 'array', of: [printedFact] },
      readOnly: true,
      hidden: ({ value }) => !Array.isArray(value) || value.length === 0,
    }),
  ],
  validation: (rule) => rule.custom((document) => problemsOf(model, document)),
  preview: {
    select: {
      code: 'code',
      state: 'state',
      spot: 'spot',
      piece: 'piece',
      copies: 'copies',
      place: 'place.name',
    },
    prepare: ({ code, state, spot, piece, copies, place }) => ({
      title: joined([code ?? 'No code', textOf(place)]),
      subtitle: joined([
        placementState(state),
        typeof piece === 'string' ? `${copies ?? 1} × ${piece.toUpperCase()}` : undefined,
        spot,
      ]),
      media: DocumentIcon,
    }),
  },
})
