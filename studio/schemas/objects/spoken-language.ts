import { TranslateIcon } from '@sanity/icons/Translate'
import { defineArrayMember } from 'sanity'
import { spokenLanguage } from '#content/model/documents/helpline.ts'
import { BUILT_IN_LANGUAGES, findLanguage } from '#content/model/languages.ts'
import { authorFields } from '../author-fields.ts'
import { hoursObject } from './opening-hours.ts'

const field = authorFields(spokenLanguage.shape)

/** A language in which a line answers. */
export const spokenLanguageObject = defineArrayMember({
  type: 'object',
  title: 'Language',
  icon: TranslateIcon,
  fields: [
    field('tag', {
      title: 'Language',
      description:
        'Dari and Persian, Kurmanji and Sorani are different languages: enter what is spoken.',
    }),
    field('mode', {
      title: 'How',
      description: 'An interpreter takes a moment to join the call, and readers are told so.',
    }),
    field('hours', {
      title: 'Hours in this language',
      description: 'Only where they differ from those of the line.',
      kind: hoursObject,
    }),
    field('verifiedOn', {
      title: 'Last heard to answer',
      description: 'Set in the Freshness tool, when somebody has called and was answered in it.',
      readOnly: true,
    }),
  ],
  preview: {
    select: { tag: 'tag', mode: 'mode', hours: 'hours.osm' },
    prepare: ({ tag, mode, hours }) => ({
      title:
        findLanguage(BUILT_IN_LANGUAGES, String(tag ?? ''))?.englishName ?? String(tag ?? 'Which?'),
      subtitle: [mode === 'interpreter' ? 'through an interpreter' : 'spoken on the line', hours]
        .filter((one) => typeof one === 'string')
        .join(' · '),
    }),
  },
})
