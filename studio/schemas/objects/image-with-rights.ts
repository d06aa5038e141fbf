import { defineArrayMember } from 'sanity'
import { imageWithRights } from '#content/model/documents/base.ts'
import { authorFields } from '../author-fields.ts'
import { PictureInput } from '../inputs/picture-input.tsx'
import { PICTURE_TYPES } from '../inputs/picture-rules.ts'

const field = authorFields(imageWithRights.shape)

/** A picture, with what has to be on file before it is shown to anybody. */
export const imageObject = defineArrayMember({
  type: 'image',
  options: { hotspot: true, accept: PICTURE_TYPES.join(',') },
  components: { input: PictureInput },
  fieldsets: [
    {
      name: 'rights',
      title: 'Four things that have to be true',
      description:
        'Tick each only if you know it. A picture that lacks one is never shown, and publishing says which.',
    },
  ],
  fields: [
    field('alternative', {
      title: 'In words',
      description:
        'What a person who cannot see it should know, in one sentence: "A woman at a ticket window, seen from behind".',
    }),
    field('noRestraints', {
      title: 'Nobody is tied, chained or caged',
      description:
        'Such pictures say that help is for others. Most people in trouble wear no chain.',
      fieldset: 'rights',
    }),
    field('noInjury', {
      title: 'No injury is shown',
      description: 'No wound, bruise or blood, made up or real.',
      fieldset: 'rights',
    }),
    field('notSexualised', {
      title: 'Nobody is shown in a sexual way',
      description: 'Neither by clothing nor by pose nor by light.',
      fieldset: 'rights',
    }),
    field('consentOnFile', {
      title: 'Consent is on file',
      description:
        'Everybody who can be recognised has agreed in writing to this use, and you know where that paper is.',
      fieldset: 'rights',
    }),
  ],
})
