import { WarningOutlineIcon } from '@sanity/icons/WarningOutline'
import { defineType } from 'sanity'
import { alert as model } from '#content/model/documents/alert.ts'
import { authorFields } from '../author-fields.ts'
import { textOf } from '../preview.ts'
import { alertState } from '../previews/alert-state.ts'
import { joined } from '../previews/joined.ts'
import { problemsOf } from '../problems.ts'
import { STARTING_TEXT } from '../starting-texts.ts'

const field = authorFields(model.shape)

/** An emergency that overrides screens. */
export const alert = defineType({
  name: 'alert',
  type: 'document',
  title: 'Alert',
  icon: WarningOutlineIcon,
  groups: [
    { name: 'say', title: 'What to do', default: true },
    { name: 'where', title: 'Where and how long' },
    { name: 'cap', title: 'How grave' },
  ],
  fields: [
    field('headline', {
      description: 'One sentence that fits a screen across a hall: "Please leave the main hall."',
      group: 'say',
      initialValue: STARTING_TEXT,
    }),
    field('instruction', {
      description:
        'What to do now, step by step: "Take the nearest door. Wait at the yellow sign."',
      group: 'say',
    }),
    field('languages', {
      description: 'Those it is shown in, one after the other, the most read first.',
      group: 'say',
    }),
    field('places', {
      description: 'Where screens show it instead of everything else. None: nowhere yet.',
      group: 'where',
    }),
    field('effective', {
      title: 'From',
      description: 'The moment screens begin to show it, in your own time.',
      group: 'where',
      initialValue: () => new Date().toISOString(),
    }),
    field('expires', {
      title: 'Until',
      description:
        'Screens stop by themselves then, also without network. Rather short: it can be renewed.',
      group: 'where',
    }),
    field('status', {
      description: 'Whether it is real. Begin with an exercise.',
      group: ['say', 'cap'],
      initialValue: 'Exercise',
    }),
    field('msgType', {
      title: 'Kind of message',
      description: 'A first alert, an update of one, or its end.',
      group: 'cap',
      initialValue: 'Alert',
    }),
    field('category', { description: 'What it is about.', group: 'cap' }),
    field('urgency', { description: 'How soon one has to act.', group: 'cap' }),
    field('severity', { description: 'How grave it is for life and things.', group: 'cap' }),
    field('certainty', { description: 'How sure it is: seen, likely, possible.', group: 'cap' }),
  ],
  validation: (rule) => rule.custom((document) => problemsOf(model, document)),
  preview: {
    select: { headline: 'headline', status: 'status', effective: 'effective', expires: 'expires' },
    prepare: ({ headline, status, effective, expires }) => ({
      title: textOf(headline) ?? 'Alert without words',
      subtitle: joined([alertState({ effective, expires }, new Date()), status]),
      media: WarningOutlineIcon,
    }),
  },
  orderings: [
    { name: 'newest', title: 'Newest first', by: [{ field: 'effective', direction: 'desc' }] },
  ],
})
