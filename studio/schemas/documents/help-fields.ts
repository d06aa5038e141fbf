import type { FieldDefinition, FieldGroupDefinition } from 'sanity'
import { helpFacts } from '#content/model/documents/helpline.ts'
import { authorFields } from '../author-fields.ts'
import { numberObject } from '../objects/helpline-number.ts'
import { hoursObject } from '../objects/opening-hours.ts'
import { RECORDINGS_GROUP, recordingFields } from '../objects/recording.ts'
import { spokenLanguageObject } from '../objects/spoken-language.ts'
import { pendingObject, verificationObject, withdrawalObject } from '../objects/verification.ts'
import { STARTING_NAME } from '../starting-texts.ts'

const field = authorFields(helpFacts)

/** How the form of a helpline or service is divided. */
export const HELP_GROUPS: FieldGroupDefinition[] = [
  { name: 'line', title: 'Who and how', default: true },
  { name: 'promises', title: 'What can be promised' },
  { name: 'words', title: 'Words' },
  RECORDINGS_GROUP,
  { name: 'checked', title: 'Checked' },
]

/** What a line and a door have in common, for an author. */
export const helpFields: FieldDefinition[] = [
  field('withdrawal', {
    title: 'Withdrawn',
    description:
      'Gone everywhere. To bring it back, correct the facts and have two people verify them in the Freshness tool.',
    group: ['checked', 'line'],
    kind: withdrawalObject,
    readOnly: true,
    hidden: ({ value }) => value === undefined,
  }),
  field('name', {
    description:
      'As the owner says it, short enough for a poster: "Lantern helpline". A name needs no approval.',
    group: 'line',
    initialValue: STARTING_NAME,
  }),
  field('organization', {
    title: 'Organisation',
    description:
      'Who answers. Their people may change this, and may verify it together with a partner organisation.',
    group: 'line',
  }),
  field('numbers', {
    description:
      'All ways to reach it, the best first: posters show the first. Digits are never part of a text, only here.',
    group: 'line',
    kind: { type: 'array', of: [numberObject] },
  }),
  field('hours', {
    title: 'Open',
    description: 'When somebody answers. Pages say "open now" from this, posters print it.',
    group: 'line',
    kind: hoursObject,
  }),
  field('languages', {
    title: 'Languages spoken',
    description:
      'Only what was heard to answer. Readers of a language see the lines that speak it first.',
    group: 'line',
    kind: { type: 'array', of: [spokenLanguageObject] },
  }),
  field('countries', {
    title: 'Helps people in',
    description: 'Countries in which it can do something for a person.',
    group: 'line',
  }),
  field('audience', {
    title: 'For whom',
    description: 'Others are not sent there, so that nobody is turned away.',
    group: 'line',
  }),
  field('free', {
    title: 'Is it free?',
    description:
      'Ask the owner. Only a "yes" lets pages and posters say "free", and never a word typed into a text.',
    group: 'promises',
  }),
  field('anonymous', {
    title: 'Can one stay anonymous?',
    description: 'Whether help begins without a name. "Yes" prints "no name needed".',
    group: 'promises',
  }),
  field('asksResidenceStatus', {
    title: 'Do they ask for papers or residence status?',
    description: 'Only a "no" lets us say "no papers needed".',
    group: 'promises',
  }),
  field('contactsPolice', {
    title: 'Do they contact the police?',
    description:
      'The question people fear most. Nothing is chosen for you: somebody has to have asked the owner. If nobody has, ask first.',
    group: 'promises',
  }),
  field('whatHappens', {
    title: 'What happens when you call',
    description:
      'Two or three short sentences to the caller: "A woman answers. She asks where you are. You can hang up at any time." No hours, no numbers, no promises: those come from the facts.',
    group: 'words',
  }),
  ...recordingFields(field),
  field('verification', {
    title: 'Verified by two people',
    description: 'Set in the Freshness tool. It holds for the facts as they stood then.',
    group: 'checked',
    kind: verificationObject,
    readOnly: true,
  }),
  field('pendingVerification', {
    title: 'Waiting for the second person',
    description: 'One has checked. The second confirms in the Freshness tool.',
    group: 'checked',
    kind: pendingObject,
    readOnly: true,
    hidden: ({ value }) => value === undefined,
  }),
  field('note', {
    title: 'Internal note',
    description:
      'For your team: whom to ask for, a bad line on Sundays. Readers never see it. No names of callers.',
    group: 'checked',
  }),
]
