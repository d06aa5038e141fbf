import type { Template } from 'sanity'
import { STARTING_NAME } from '../schemas/starting-texts.ts'

const NAME = { name: STARTING_NAME }
const AROUND_THE_CLOCK = { osm: '24/7' }

/** Lines and doors to begin with. What has to be asked of the owner is left open in each. */
export const HELP_TEMPLATES: readonly Template[] = [
  {
    id: 'helpline-ngo',
    title: 'New helpline of an NGO',
    schemaType: 'helpline',
    value: {
      ...NAME,
      audience: 'everyone',
      numbers: [{ _key: 'voice', channel: 'voice', freeFrom: [], blockedCarriers: [] }],
    },
  },
  {
    id: 'helpline-night',
    title: 'New helpline around the clock',
    schemaType: 'helpline',
    value: {
      ...NAME,
      audience: 'everyone',
      hours: AROUND_THE_CLOCK,
      numbers: [{ _key: 'voice', channel: 'voice', freeFrom: [], blockedCarriers: [] }],
    },
  },
  {
    id: 'helpline-chat',
    title: 'New chat line',
    schemaType: 'helpline',
    value: {
      ...NAME,
      audience: 'everyone',
      numbers: [{ _key: 'chat', channel: 'chat', freeFrom: [], blockedCarriers: [] }],
    },
  },
  {
    id: 'helpline-children',
    title: 'New line for children and young people',
    schemaType: 'helpline',
    value: {
      ...NAME,
      audience: 'children',
      numbers: [{ _key: 'voice', channel: 'voice', freeFrom: [], blockedCarriers: [] }],
    },
  },
  {
    id: 'service-counselling',
    title: 'New counselling room',
    schemaType: 'service',
    value: { ...NAME, kind: 'counselling', audience: 'everyone' },
  },
  {
    id: 'service-desk',
    title: 'New desk with staff at a station',
    schemaType: 'service',
    value: { ...NAME, kind: 'desk', audience: 'everyone' },
  },
]
