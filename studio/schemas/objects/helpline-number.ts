import { MobileDeviceIcon } from '@sanity/icons/MobileDevice'
import { defineArrayMember } from 'sanity'
import { helplineNumber } from '#content/model/documents/helpline.ts'
import { authorFields } from '../author-fields.ts'
import { choiceWords } from '../choice-words.ts'

const field = authorFields(helplineNumber.shape)

/** One way to reach a line. */
export const numberObject = defineArrayMember({
  type: 'object',
  title: 'Number',
  icon: MobileDeviceIcon,
  groups: [
    { name: 'number', title: 'The number', default: true },
    { name: 'reach', title: 'From where it works' },
  ],
  fields: [
    field('channel', {
      title: 'How one reaches it',
      description: 'Each way has an entry of its own, even where the number is the same.',
      group: 'number',
    }),
    field('dial', {
      title: 'As it stands on paper',
      description:
        'The digits as people of this country write and dial them, with spaces: 0808 157 0142. It is printed exactly so.',
      group: 'number',
    }),
    field('e164', {
      title: 'International form',
      description:
        'With + and the country, without spaces: +448081570142. Leave it empty where the number works in this country only.',
      group: 'number',
    }),
    field('url', {
      title: 'Address of the chat',
      description:
        'For a chat on the web: the page that opens it, beginning with https://. Empty for telephones.',
      group: 'number',
      hidden: ({ parent, value }) => parent?.channel !== 'chat' && value === undefined,
    }),
    field('freeFrom', {
      title: 'Free of charge in',
      description:
        'Countries in which a call costs nothing, from mobile telephones too. "Free" is printed there and nowhere else.',
      group: 'reach',
    }),
    field('reachableFromAbroad', {
      title: 'Works from abroad or roaming',
      description:
        'Ask the owner, or try it with a foreign card. Without an answer nothing is claimed.',
      group: 'reach',
    }),
    field('worksWithoutCredit', {
      title: 'Works without credit',
      description: 'Whether an empty prepaid card is enough.',
      group: 'reach',
    }),
    field('worksWithoutSim', {
      title: 'Works without a SIM card',
      description: 'Almost never: emergency numbers do in many countries.',
      group: 'reach',
    }),
    field('blockedCarriers', {
      title: 'Blocked by',
      description:
        'Telephone companies from which it was found not to work: Lycamobile, for example.',
      group: 'reach',
    }),
  ],
  preview: {
    select: { dial: 'dial', channel: 'channel', freeFrom: 'freeFrom' },
    prepare: ({ dial, channel, freeFrom }) => ({
      title: typeof dial === 'string' ? dial : 'No number yet',
      subtitle: [
        typeof channel === 'string' ? choiceWords(helplineNumber.shape.channel, channel) : 'How?',
        Array.isArray(freeFrom) && freeFrom.length > 0
          ? `free in ${freeFrom.join(', ')}`
          : undefined,
      ]
        .filter((one) => one !== undefined)
        .join(' · '),
    }),
  },
})
