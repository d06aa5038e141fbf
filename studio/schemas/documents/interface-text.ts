import { StringIcon } from '@sanity/icons/String'
import { defineArrayMember, defineType } from 'sanity'
import { interfaceText as model } from '#content/model/documents/interface-text.ts'
import { BUILT_IN_LANGUAGES, findLanguage } from '#content/model/languages.ts'
import { authorFields } from '../author-fields.ts'
import { textOf } from '../preview.ts'
import { counted } from '../previews/joined.ts'
import { problemsOf } from '../problems.ts'

const field = authorFields(model.shape)
const stringField = authorFields(model.shape.strings.unwrap().element.shape)

const words = defineArrayMember({
  type: 'object',
  title: 'Words',
  fields: [
    stringField('key', {
      title: 'Where',
      description: 'Which button or sentence it is.',
      readOnly: true,
    }),
    stringField('value', {
      title: 'Words',
      description: 'What stands there in this language. Keep what is in double braces as it is.',
      kind: { type: 'translatedValue' },
    }),
  ],
  preview: {
    select: { key: 'key', value: 'value' },
    prepare: ({ key, value }) => ({
      title: textOf(value) ?? 'No words',
      subtitle: String(key ?? ''),
    }),
  },
})

/** The words on our own buttons in one language, as far as authors changed them. */
export const interfaceText = defineType({
  name: 'interfaceText',
  type: 'document',
  title: 'Interface text',
  icon: StringIcon,
  fields: [
    field('language', {
      description:
        'One document a language. The Translations tool makes it with the first word you change.',
      readOnly: ({ value }) => value !== undefined,
    }),
    field('strings', {
      title: 'Words changed',
      description:
        'What was written in place of the built-in words. Use the Translations tool to add to them.',
      kind: { type: 'array', of: [words] },
    }),
  ],
  validation: (rule) => rule.custom((document) => problemsOf(model, document)),
  preview: {
    select: { language: 'language', strings: 'strings' },
    prepare: ({ language, strings }) => ({
      title:
        findLanguage(BUILT_IN_LANGUAGES, String(language))?.englishName ??
        textOf(language) ??
        'Which language?',
      subtitle: counted(strings, 'text changed', 'texts changed') ?? 'Nothing changed yet',
      media: StringIcon,
    }),
  },
})
