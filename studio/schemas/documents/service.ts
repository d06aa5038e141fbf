import { HomeIcon } from '@sanity/icons/Home'
import { defineType } from 'sanity'
import { service as model } from '#content/model/documents/service.ts'
import { authorFields } from '../author-fields.ts'
import { coordinatesObject } from '../objects/coordinates.ts'
import { helpPreview } from '../previews/help-preview.ts'
import { problemsOf } from '../problems.ts'
import { HELP_GROUPS, helpFields } from './help-fields.ts'

const field = authorFields(model.shape)

/** A door one can walk through. It has no field for the address of a shelter. */
export const service = defineType({
  name: 'service',
  type: 'document',
  title: 'Service',
  icon: HomeIcon,
  groups: [...HELP_GROUPS, { name: 'door', title: 'The door' }],
  fields: [
    field('kind', {
      title: 'What kind of door',
      description:
        'Shelters are not among them: where people hide must not be found by those who look for them.',
      group: ['line', 'door'],
    }),
    ...helpFields,
    field('place', {
      title: 'At the place',
      description:
        'The station, camp or centre it is in, if it is in one. Its page then shows the way.',
      group: 'door',
    }),
    field('approximateAddress', {
      title: 'Street or landmark',
      description:
        'For doors that are public anyway: "Mill Lane, beside the library". Never the address of a shelter or of a person.',
      group: 'door',
    }),
    field('coordinates', {
      title: 'On the map',
      description: 'Of the street, rounded to three digits. Only for doors that are public anyway.',
      group: 'door',
      kind: coordinatesObject,
    }),
    field('directions', {
      title: 'The way in words',
      description:
        'From the nearest stop to the door, in words that need no map: "Out of the north door, left, the blue house."',
      group: 'door',
    }),
  ],
  validation: (rule) => rule.custom((document) => problemsOf(model, document)),
  preview: helpPreview('Service without a name', HomeIcon),
})
