import type { Template } from 'sanity'
import { PLACE_KINDS, type PlaceKind } from '#content/model/place-kinds.ts'
import { STARTING_NAME } from '../schemas/starting-texts.ts'

// Where one is alone, and where a list of places would lead somebody who looks for people.
const PRIVATE: readonly PlaceKind[] = ['motorway-toilet']
const UNLISTED: readonly PlaceKind[] = ['refugee-camp', 'refugee-centre', 'workplace']

const TITLES: Readonly<Record<PlaceKind, string>> = {
  airport: 'New airport',
  'train-station': 'New train station',
  'bus-station': 'New bus station',
  'public-transport-vehicle': 'New bus or train line',
  'motorway-toilet': 'New motorway toilet',
  'refugee-camp': 'New refugee camp',
  'refugee-centre': 'New refugee centre',
  'migration-hotspot': 'New meeting point on a route',
  'border-crossing': 'New border crossing',
  workplace: 'New workplace',
}

const KINDS: readonly Template[] = PLACE_KINDS.map((kind) => ({
  id: `place-${kind}`,
  title: TITLES[kind],
  schemaType: 'place',
  value: begin(kind),
}))

/** Places to begin with, by kind; and one whose country is filled in too. */
export const PLACE_TEMPLATES: readonly Template[] = [
  ...KINDS,
  {
    id: 'place-motorway-toilet-italy',
    title: 'New motorway toilet in Italy',
    schemaType: 'place',
    value: {
      ...begin('motorway-toilet'),
      countries: ['IT'],
      zone: 'Europe/Rome',
      languages: ['it', 'en', 'ro', 'ar', 'uk'],
    },
  },
]

/** The template for a place of this kind. */
export function templateOfKind(kind: PlaceKind): string | undefined {
  return KINDS.find(({ id }) => id === `place-${kind}`)?.id
}

function begin(kind: PlaceKind) {
  return {
    kind,
    name: STARTING_NAME,
    privacy: PRIVATE.includes(kind) ? 'private-stall' : 'public-hall',
    listed: !UNLISTED.includes(kind),
  }
}
