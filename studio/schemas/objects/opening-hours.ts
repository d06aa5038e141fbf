import { defineArrayMember } from 'sanity'
import { openingHours } from '#content/model/hours.ts'
import { authorFields } from '../author-fields.ts'
import { HoursInput } from '../inputs/hours-input.tsx'
import { ZoneInput } from '../inputs/zone-input.tsx'

const field = authorFields(openingHours.shape)

/** Opening hours and the zone they are meant in. */
export const hoursObject = defineArrayMember({
  type: 'object',
  options: { columns: 1 },
  fields: [
    field('osm', {
      title: 'When',
      description:
        'Written as OpenStreetMap does, so that pages can say "open now". PH is a public holiday. Say it for PH too, or the line counts as open on them.',
      kind: { type: 'string', components: { input: HoursInput } },
    }),
    field('zone', {
      title: 'In the time of',
      description: 'Whose clock the hours go by: a town in the same time zone.',
      kind: { type: 'string', components: { input: ZoneInput } },
    }),
  ],
  preview: {
    select: { title: 'osm', subtitle: 'zone' },
  },
})
