import { EyeOpenIcon } from '@sanity/icons/EyeOpen'
import { defineType } from 'sanity'
import { indicator as model } from '#content/model/documents/indicator.ts'
import { authorFields } from '../author-fields.ts'
import { choiceWords } from '../choice-words.ts'
import { textOf } from '../preview.ts'
import { approvedLanguages } from '../previews/approved-languages.ts'
import { joined } from '../previews/joined.ts'
import { problemsOf } from '../problems.ts'
import { STARTING_TEXT } from '../starting-texts.ts'

const field = authorFields(model.shape)

/** One sign that something may be wrong. */
export const indicator = defineType({
  name: 'indicator',
  type: 'document',
  title: 'Sign',
  icon: EyeOpenIcon,
  fields: [
    field('text', {
      description:
        'One thing that can be seen or heard, in one sentence: "Somebody else answers every question for this person." It is always shown beside the sentence that a sign proves nothing.',
      initialValue: STARTING_TEXT,
    }),
    field('dimension', {
      title: 'Belongs to',
      description:
        'After the operational indicators of the ILO. Guides for officials are ordered by it.',
    }),
  ],
  validation: (rule) => rule.custom((document) => problemsOf(model, document)),
  preview: {
    select: { text: 'text', dimension: 'dimension' },
    prepare: ({ text, dimension }) => ({
      title: textOf(text) ?? 'Sign without words',
      subtitle: joined([
        approvedLanguages(text),
        typeof dimension === 'string' ? choiceWords(model.shape.dimension, dimension) : undefined,
      ]),
      media: EyeOpenIcon,
    }),
  },
})
