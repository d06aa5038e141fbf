import { RocketIcon } from '@sanity/icons/Rocket'
import { defineType } from 'sanity'
import { campaign as model } from '#content/model/documents/campaign.ts'
import { authorFields } from '../author-fields.ts'
import { textOf } from '../preview.ts'
import { campaignState } from '../previews/campaign-state.ts'
import { joined } from '../previews/joined.ts'
import { problemsOf } from '../problems.ts'

const field = authorFields(model.shape)

/** Who says what, where and when. */
export const campaign = defineType({
  name: 'campaign',
  type: 'document',
  title: 'Campaign',
  icon: RocketIcon,
  groups: [
    { name: 'what', title: 'What and when', default: true },
    { name: 'where', title: 'Where' },
    { name: 'law', title: 'Who and by which law' },
  ],
  fields: [
    field('name', {
      description: 'For your team only, short: "Know the way, spring". Readers never see it.',
      group: 'what',
    }),
    field('messages', {
      description:
        'What is said, the most important first: a printed piece without a message of its own bears the first. Put in one of ordinary help too, so that looking at it says nothing about anybody.',
      group: 'what',
    }),
    field('languages', {
      description:
        'Those you promise at all of its places. A text that is not approved in one of them holds publishing back.',
      group: 'what',
    }),
    field('from', {
      title: 'First day',
      description: 'From midnight at each place.',
      group: 'what',
      initialValue: () => new Date().toISOString().slice(0, 10),
    }),
    field('to', {
      title: 'Last day',
      description: 'Until the end of this day. Empty: until you end it.',
      group: 'what',
    }),
    field('placeKinds', {
      title: 'At all places of these kinds',
      description: 'New places of the kind take part by themselves.',
      group: 'where',
    }),
    field('places', {
      title: 'And at these places',
      description: 'Single places beyond the kinds.',
      group: 'where',
    }),
    field('organizations', {
      description: 'Who is behind it. Each may change it alone, and all stand in the imprint.',
      group: 'law',
    }),
    field('lawProfile', {
      description:
        'What the law there asks of a printed piece. Publishing says what is still unmet.',
      group: 'law',
    }),
    field('printer', {
      description:
        'Name and address of who prints, where the law asks for it: "Mill Press, Centralia".',
      group: 'law',
    }),
  ],
  validation: (rule) => rule.custom((document) => problemsOf(model, document)),
  preview: {
    select: { name: 'name', from: 'from', to: 'to' },
    prepare: ({ name, from, to }) => ({
      title: textOf(name) ?? 'Campaign without a name',
      subtitle: joined([campaignState({ from, to }, new Date()), joined([from, to ?? 'open end'])]),
      media: RocketIcon,
    }),
  },
  orderings: [
    { name: 'newest', title: 'Begins last', by: [{ field: 'from', direction: 'desc' }] },
    { name: 'name', title: 'Name', by: [{ field: 'name', direction: 'asc' }] },
  ],
})
