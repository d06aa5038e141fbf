import { createSchema, defineField, defineType } from 'sanity'
import { expect, test } from 'vitest'
import { fieldTitle } from '../../../studio/schemas/field-title.ts'

const dial = defineField({ name: 'dial', type: 'string', title: 'As it stands on paper' })
const schema = createSchema({
  name: 'waymark',
  types: [
    defineType({
      name: 'place',
      type: 'document',
      fields: [
        defineField({ name: 'privacy', type: 'string', title: 'How private is it?' }),
        defineField({
          name: 'callToAction',
          type: 'array',
          of: [{ type: 'string' }],
          title: 'What to do',
        }),
        defineField({ name: 'numbers', type: 'array', of: [{ type: 'object', fields: [dial] }] }),
      ],
    }),
  ],
})
const title = (path: string, type: string | undefined = 'place') =>
  fieldTitle(schema, { type, path })

test('a field is called as its form calls it, and not as the model does', () => {
  expect(title('privacy')).toBe('How private is it?')
  expect(title('callToAction[_key=="ti"].value.text')).toBe('What to do')
})

test('a field of one of several is called with its number, where it has one', () => {
  expect(title('numbers[0].dial')).toBe('Numbers, 1, As it stands on paper')
  expect(title('numbers[_key=="ab"].dial')).toBe('Numbers, As it stands on paper')
})

test('what no form knows is told in words', () => {
  expect(title('lawProfile')).toBe('Law profile')
  expect(title('privacy', 'something-else')).toBe('Privacy')
  expect(fieldTitle(schema, { type: undefined, path: 'numbers[1].freeFrom' })).toBe(
    'Numbers, 2, Free from',
  )
})
