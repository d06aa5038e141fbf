import { UsersIcon } from '@sanity/icons/Users'
import { defineArrayMember, defineType } from 'sanity'
import { organization as model } from '#content/model/documents/organization.ts'
import { authorFields } from '../author-fields.ts'
import { choiceWords } from '../choice-words.ts'
import { imprintHints } from '../imprint-hints.ts'
import { imageObject } from '../objects/image-with-rights.ts'
import { textOf } from '../preview.ts'
import { problemsOf } from '../problems.ts'
import { STARTING_NAME } from '../starting-texts.ts'

const field = authorFields(model.shape)
const funderField = authorFields(model.shape.funder.unwrap().shape)

const funder = defineArrayMember({
  type: 'object',
  options: { collapsible: true, collapsed: true },
  fields: [
    funderField('emblem', {
      description: 'The emblem that the contract asks for, as the funder hands it out.',
      kind: imageObject,
    }),
    funderField('disclaimer', {
      description:
        'The sentence that the contract asks for, word for word: "Funded by … Views are …".',
    }),
  ],
})

/** Who is behind a campaign, a helpline, a place. */
export const organization = defineType({
  name: 'organization',
  type: 'document',
  title: 'Organisation',
  icon: UsersIcon,
  groups: [
    { name: 'public', title: 'What readers see', default: true },
    { name: 'legal', title: 'For the law' },
    { name: 'partners', title: 'Partners and money' },
  ],
  fields: [
    field('name', {
      description:
        'As people know you. Translate it only where you use a translated name yourselves.',
      group: 'public',
      initialValue: STARTING_NAME,
    }),
    field('legalName', {
      title: 'Full legal name',
      description: 'As registered. It stands in the imprint of posters and pages.',
      group: ['public', 'legal'],
    }),
    field('kind', {
      title: 'What it is',
      description: 'Readers are told when a line is run by the police or another authority.',
      group: 'public',
    }),
    field('url', {
      title: 'Web site',
      description: 'Beginning with https://. Readers are warned before they leave our pages.',
      group: 'public',
    }),
    field('logo', {
      description:
        'Printed small at the foot of posters. Never on tear-offs that somebody carries away.',
      group: 'public',
      kind: imageObject,
    }),
    field('country', {
      description: 'Where it is registered. Its authorities are named on your legal pages.',
      group: 'legal',
    }),
    field('registeredAddress', {
      description: 'Of the office, for the imprint. Not of a shelter.',
      group: 'legal',
    }),
    field('responsibleRole', {
      description: 'A role, never a person: "Head of public information". It is public.',
      group: 'legal',
    }),
    field('dataProtectionContact', {
      description: 'Where people ask about their data: privacy@your-house.example.',
      group: 'legal',
    }),
    field('accessibilityContact', {
      title: 'Where people report a barrier',
      description: 'For what cannot be read or used: access@your-house.example.',
      group: 'legal',
    }),
    field('accessibilityTestedOn', {
      title: 'Accessibility last tested on',
      description:
        'The day you last went through the pages: by keyboard, with a screen reader, at 200 % text. Your accessibility statement gives it as your word. Once a year at least.',
      group: 'legal',
    }),
    field('partners', {
      title: 'Partner organisations',
      description:
        'Their people may be the second to confirm your facts, and readers gain: a fact seen by two houses.',
      group: 'partners',
    }),
    field('funder', {
      description: 'Only where a contract asks for an emblem or a sentence on everything.',
      group: 'partners',
      kind: funder,
    }),
  ],
  validation: (rule) => [
    rule.custom((document) => problemsOf(model, document)),
    rule.custom(imprintHints).warning(),
  ],
  preview: {
    select: { name: 'name', legalName: 'legalName', kind: 'kind', logo: 'logo' },
    prepare: ({ name, legalName, kind, logo }) => ({
      title: textOf(name) ?? textOf(legalName) ?? 'Organisation without a name',
      subtitle: typeof kind === 'string' ? choiceWords(model.shape.kind, kind) : 'Of which kind?',
      media: logo ?? UsersIcon,
    }),
  },
})
