import { EarthGlobeIcon } from '@sanity/icons/EarthGlobe'
import { defineArrayMember, defineType } from 'sanity'
import { country as model } from '#content/model/documents/country.ts'
import { authorFields } from '../author-fields.ts'
import { countryChoices } from '../inputs/countries.ts'
import { problemsOf } from '../problems.ts'
import { STARTING_NAME } from '../starting-texts.ts'

const field = authorFields(model.shape)
const authorityField = authorFields(model.shape.accessibilityBody.unwrap().shape)

const authority = defineArrayMember({
  type: 'object',
  options: { collapsible: true },
  fields: [
    authorityField('name', {
      description: 'In its own language first: people look for that name on doors and letters.',
      initialValue: STARTING_NAME,
    }),
    authorityField('url', {
      title: 'Web page',
      description: 'Where people complain, beginning with https://. Readers see its name only.',
    }),
    authorityField('contact', {
      title: 'Where to write',
      description: 'An e-mail address, or the words for an envelope.',
    }),
  ],
})

/** What holds in one country: where readers leave to, and which authorities watch over these pages. */
export const country = defineType({
  name: 'country',
  type: 'document',
  title: 'Country',
  icon: EarthGlobeIcon,
  fields: [
    field('code', {
      title: 'Country',
      description: 'One document each. Its name in every language is known already.',
    }),
    field('exit', {
      title: 'Where "Leave this page" leads',
      description:
        'A page that nobody wonders at, such as the weather: https://www.yr.no/en. Public, known to everybody, with nothing after the path. Left empty, it is the weather.',
    }),
    field('dataProtectionAuthority', {
      title: 'Data protection authority',
      description: 'Whom people may complain to about their data. The privacy page names it.',
      kind: authority,
    }),
    field('accessibilityBody', {
      title: 'Who watches over accessibility',
      description:
        'Whom people may turn to if our answer does not help. The accessibility statement names it.',
      kind: authority,
    }),
    field('accessibilityLaw', {
      title: 'Law on accessibility',
      description:
        'As it is cited: "Legge 9 gennaio 2004, n. 4" in Italy. In the European Union each country has its own for Directive (EU) 2016/2102.',
    }),
  ],
  validation: (rule) => rule.custom((document) => problemsOf(model, document)),
  preview: {
    select: { code: 'code', exit: 'exit' },
    prepare: ({ code, exit }) => ({
      title: countryChoices().find(({ value }) => value === code)?.title ?? 'Which country?',
      subtitle: [code, hostOf(exit)].filter((part) => part !== undefined).join(' · '),
      media: EarthGlobeIcon,
    }),
  },
})

function hostOf(address: unknown): string | undefined {
  return typeof address === 'string' ? URL.parse(address)?.hostname : undefined
}
