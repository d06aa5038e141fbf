import { defineArrayMember } from 'sanity'
import { place } from '#content/model/documents/place.ts'
import { authorFields } from '../author-fields.ts'

const field = authorFields(place.shape.coordinates.unwrap().shape)

/** A point on the map. */
export const coordinatesObject = defineArrayMember({
  type: 'object',
  options: { columns: 2 },
  fields: [
    field('lat', {
      title: 'Latitude',
      description: 'Degrees north, 45.464 for Milan. South is below zero.',
    }),
    field('lng', {
      title: 'Longitude',
      description: 'Degrees east, 9.19 for Milan. West is below zero.',
    }),
  ],
})
