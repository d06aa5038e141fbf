import { describe, expect, test } from 'vitest'
import { DOCUMENT_TYPES } from '#content/model/documents/any-document.ts'
import { documentTypes } from '../../../studio/schemas/document-types.ts'
import { mayWriteField } from '../../../studio/schemas/role-limits.ts'

const field = (name: string, isNew = false) => ({ type: 'message', name, isNew })

describe('fields by role', () => {
  test('are closed to reviewers, who decide by buttons', () => {
    expect(mayWriteField(['reviewer'], field('heading'))).toBe(false)
    expect(mayWriteField(['reviewer'], field('topic'))).toBe(false)
  })

  test('are open to translators where they are words', () => {
    expect(mayWriteField(['translator'], field('heading'))).toBe(true)
    expect(mayWriteField(['translator'], field('topic'))).toBe(false)
    expect(mayWriteField(['translator'], field('audio'))).toBe(false)
  })

  test('are open to translators in a guide that they begin, and in no other new document', () => {
    const slug = { type: 'guide', name: 'slug', isNew: true }
    expect(mayWriteField(['translator'], slug)).toBe(true)
    expect(mayWriteField(['translator'], { ...slug, isNew: false })).toBe(false)
    expect(mayWriteField(['translator'], field('topic', true))).toBe(false)
  })

  test('are open to whoever has one role that writes them', () => {
    expect(mayWriteField(['translator', 'editor'], field('topic'))).toBe(true)
  })

  test('are limited in every type', () => {
    expect(documentTypes.map(({ name }) => name).toSorted()).toEqual(DOCUMENT_TYPES.toSorted())
    for (const { fields } of documentTypes) {
      const isLimited = ({ readOnly }: { readOnly?: unknown }) =>
        readOnly === true || typeof readOnly === 'function'
      expect(fields.every(isLimited)).toBe(true)
    }
  })
})
