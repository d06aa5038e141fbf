import { ArchiveIcon } from '@sanity/icons/Archive'
import { defineType } from 'sanity'
import { legacyPiece as model } from '#content/model/documents/legacy-piece.ts'
import { authorFields } from '../author-fields.ts'
import { textOf } from '../preview.ts'
import { joined } from '../previews/joined.ts'
import { placementState } from '../previews/placement-state.ts'
import { problemsOf } from '../problems.ts'

const field = authorFields(model.shape)

/** A poster that was made elsewhere, kept so that it can be found when a number changes. */
export const legacyPiece = defineType({
  name: 'legacyPiece',
  type: 'document',
  title: 'Piece made elsewhere',
  icon: ArchiveIcon,
  fields: [
    field('title', { description: 'So that you know it again: "Blue sticker at the lift, 2023".' }),
    field('place', { description: 'Where it hangs, if that is a place we know.' }),
    field('spot', { description: 'For whoever has to find it: "Shelters 1 to 6".' }),
    field('copies', { description: 'How many hang there. A guess is better than nothing.' }),
    field('numbers', {
      title: 'Numbers on it',
      description:
        'Every telephone number, digit by digit as printed: 0808 157 0263. When one of them is withdrawn, this piece is on the list of what to take down.',
    }),
    field('state', { description: 'Up, checked, damaged or gone.' }),
    field('madeBy', { description: 'Who made it, if it says so: "Lantern".' }),
    field('putUpOn', { description: 'Since when it hangs, as far as anybody knows.' }),
  ],
  validation: (rule) => rule.custom((document) => problemsOf(model, document)),
  preview: {
    select: { title: 'title', place: 'place.name', state: 'state', copies: 'copies' },
    prepare: ({ title, place, state, copies }) => ({
      title: textOf(title) ?? 'Piece without a title',
      subtitle: joined([
        placementState(state),
        typeof copies === 'number' ? `${copies} copies` : undefined,
        textOf(place),
      ]),
      media: ArchiveIcon,
    }),
  },
})
