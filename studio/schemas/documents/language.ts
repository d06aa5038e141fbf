import { TranslateIcon } from '@sanity/icons/Translate'
import { defineType } from 'sanity'
import { language as model } from '#content/model/documents/language.ts'
import { authorFields } from '../author-fields.ts'
import { textOf } from '../preview.ts'
import { joined } from '../previews/joined.ts'
import { problemsOf } from '../problems.ts'

const field = authorFields(model.shape)

/** A language that authors add or change. */
export const language = defineType({
  name: 'language',
  type: 'document',
  title: 'Language',
  icon: TranslateIcon,
  fields: [
    field('englishName', { description: 'How your team calls it: Tigrinya.' }),
    field('ownName', {
      description: 'How its readers call it, in their script: ትግርኛ. They find themselves by it.',
    }),
    field('tag', {
      title: 'Tag',
      description:
        'Its short name after BCP 47: ti, sr-Latn for Serbian in Latin letters, de-simple for plain German. Do not change it once texts are written in it.',
      kind: { type: 'string' },
    }),
    field('script', {
      description: 'Four letters after ISO 15924: Latn, Arab, Cyrl, Ethi, Beng, Deva.',
      initialValue: 'Latn',
    }),
    field('direction', {
      title: 'Read from',
      description: 'Left to right, or right to left as Arabic, Persian and Urdu.',
      initialValue: 'ltr',
    }),
    field('font', {
      description: 'A font that has all its letters. If one is missing, saving says which.',
      initialValue: 'Noto Sans',
    }),
    field('fallback', {
      title: 'If a text is missing, try',
      description:
        'Languages that its readers read as well, best first; then the place’s, then English. Ask native readers, and never choose the language of the other side of a war or a ban.',
    }),
    field('plainVariant', {
      title: 'Its plain variant',
      description: 'Where easy words are kept as a language of their own: en-simple for English.',
    }),
    field('audioOnly', {
      title: 'Heard, not read',
      description:
        'For languages whose speakers seldom read them: texts are recorded, and buttons play them.',
      initialValue: false,
    }),
  ],
  validation: (rule) => rule.custom((document) => problemsOf(model, document)),
  preview: {
    select: { englishName: 'englishName', ownName: 'ownName', tag: 'tag', audioOnly: 'audioOnly' },
    prepare: ({ englishName, ownName, tag, audioOnly }) => ({
      title: textOf(englishName) ?? 'Language without a name',
      subtitle: joined([ownName, tag, audioOnly === true ? 'heard, not read' : undefined]),
      media: TranslateIcon,
    }),
  },
})
