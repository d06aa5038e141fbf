import { PinIcon } from '@sanity/icons/Pin'
import { createElement } from 'react'
import { defineType } from 'sanity'
import { place as model } from '#content/model/documents/place.ts'
import { authorFields } from '../author-fields.ts'
import { choiceWords } from '../choice-words.ts'
import { coordinatesObject } from '../objects/coordinates.ts'
import { RECORDINGS_GROUP, recordingFields } from '../objects/recording.ts'
import { textOf } from '../preview.ts'
import { joined } from '../previews/joined.ts'
import { PlaceMedia } from '../previews/place-media.tsx'
import { problemsOf } from '../problems.ts'
import { slugOfName } from '../slug-of-name.ts'
import { STARTING_NAME } from '../starting-texts.ts'

const field = authorFields(model.shape)
const VEHICLE = 'public-transport-vehicle'

/** Where people pass. */
export const place = defineType({
  name: 'place',
  type: 'document',
  title: 'Place',
  icon: PinIcon,
  groups: [
    { name: 'place', title: 'The place', default: true },
    { name: 'way', title: 'The way' },
    RECORDINGS_GROUP,
    { name: 'help', title: 'Help here' },
    { name: 'public', title: 'Who may find it' },
  ],
  fields: [
    field('kind', {
      title: 'What kind of place',
      description: 'Campaigns choose places by their kind, and pages draw its sign.',
      group: 'place',
    }),
    field('name', {
      description:
        'As the signs there say it: "Centralia main station", "Rest area Mill Wood, northbound".',
      group: 'place',
      initialValue: STARTING_NAME,
    }),
    field('slug', {
      title: 'Address',
      description:
        'The last part of its web address: centralia-station. Small letters a-z, digits and hyphens, at least three letters, as two stand for a country. Do not change it once it is printed anywhere.',
      group: ['place', 'public'],
      kind: {
        type: 'slug',
        options: {
          source: (document) => textOf(document['name']) ?? '',
          slugify: slugOfName,
          isUnique: () => true,
        },
      },
    }),
    field('town', {
      description: 'Town or region. Readers choose a place by it: we ask no telephone where it is.',
      group: 'place',
    }),
    field('countries', {
      title: 'Countries',
      description:
        'Where it is. For a line that crosses borders all of them, in the order of the journey. The emergency number follows from it.',
      group: 'place',
    }),
    field('zone', {
      title: 'In the time of',
      description: 'Whose clock hangs there. Campaigns begin and end by it.',
      group: 'place',
    }),
    field('languages', {
      title: 'Languages read here',
      description:
        'The most read first: screens and posters show them in this order. Ask those who work there.',
      group: 'place',
    }),
    field('line', {
      title: 'Line',
      description: 'For a vehicle: number or name of the line, "Night bus N12".',
      group: 'place',
      hidden: ({ document, value }) => document?.['kind'] !== VEHICLE && value === undefined,
    }),
    field('operator', {
      description:
        'The organisation that runs it and whose people may change it here. Empty: everybody’s.',
      group: 'place',
    }),
    field('nearestDesk', {
      title: 'Nearest desk with staff',
      description: 'A name as signs say it: "Traveller’s Aid, hall B". Not a shelter.',
      group: 'way',
    }),
    field('directions', {
      title: 'The way to it in words',
      description:
        'From where people stand to the desk, in words that need no map: "Down the stairs, left, the yellow door."',
      group: 'way',
    }),
    ...recordingFields(field),
    field('coordinates', {
      title: 'On the map',
      description: 'For maps of listed places. Leave it empty where being found is a danger.',
      group: 'way',
      kind: coordinatesObject,
    }),
    field('helplines', {
      description:
        'Shown here, in this order where several are open and speak the reader’s language.',
      group: 'help',
    }),
    field('services', {
      title: 'Services near',
      description: 'Doors that one can reach on foot from here.',
      group: 'help',
    }),
    field('privacy', {
      title: 'How private is it?',
      description:
        'Decides what is shown first and whether there is sound. Look at the place before you choose.',
      group: 'public',
    }),
    field('listed', {
      title: 'Listed',
      description:
        'Everybody finds it on our pages, maps and exports. Off: only who holds its code does. Leave it off for camps, workplaces and wherever a list would lead somebody who looks for people.',
      group: 'public',
      initialValue: false,
    }),
  ],
  validation: (rule) => rule.custom((document) => problemsOf(model, document)),
  preview: {
    select: { name: 'name', kind: 'kind', town: 'town', countries: 'countries', listed: 'listed' },
    prepare: ({ name, kind, town, countries, listed }) => ({
      title: textOf(name) ?? 'Place without a name',
      subtitle: joined([
        listed === true ? '● Listed' : '○ By code only',
        typeof kind === 'string' ? choiceWords(model.shape.kind, kind) : undefined,
        textOf(town),
        Array.isArray(countries) ? countries.join(' → ') : undefined,
      ]),
      media: createElement(PlaceMedia, { kind }),
    }),
  },
})
