import type { FieldDefinition } from 'sanity'
import { describe, expect, test } from 'vitest'
import { demoDocuments } from '#content/demo/documents.ts'
import { anyDocument, DOCUMENT_TYPES } from '#content/model/documents/any-document.ts'
import { documentTypes } from '../../../studio/schemas/document-types.ts'

const documents = demoDocuments(new Date('2026-03-04T12:00:00Z')).flat()

describe('the Studio’s schema', () => {
  test('has every type of the model, in its order', () => {
    expect(documentTypes.map(({ name }) => name)).toEqual(DOCUMENT_TYPES)
  })

  test('has a field for everything in every document of the demo', () => {
    expect(
      documents.flatMap((document) => unknownFields(document, fieldsOf(document._type))),
    ).toEqual([])
  })

  test('has a field for every name that the model knows', () => {
    for (const { shape } of anyDocument.options) {
      const known = Object.keys(shape).filter((name) => !name.startsWith('_'))
      expect(fieldsOf(shape._type.value).map(({ name }) => name)).toEqual(known)
    }
  })

  test('lets references lead only to types that are there', () => {
    const targets = documentTypes.flatMap(({ fields }) => fields.flatMap(targetsIn))
    expect(targets.length).toBeGreaterThan(10)
    expect(targets.filter((type) => !DOCUMENT_TYPES.some((known) => known === type))).toEqual([])
  })
})

type Kind = {
  type: string
  fields?: readonly Kind[]
  of?: readonly Kind[]
  to?: unknown
  name?: string
}

function fieldsOf(type: string): FieldDefinition[] {
  return documentTypes.find(({ name }) => name === type)?.fields ?? []
}

/** Paths in a document that no field is for. */
function unknownFields(value: object, fields: readonly Kind[], path = ''): string[] {
  return Object.entries(value).flatMap(([name, inner]) => {
    if (name.startsWith('_')) return []
    const field = fields.find((one) => one.name === name)
    return field === undefined ? [`${path}${name}`] : unknownIn(inner, field, `${path}${name}.`)
  })
}

function unknownIn(value: unknown, kind: Kind, path: string): string[] {
  if (typeof value !== 'object' || value === null) return kind.type === 'object' ? [path] : []
  if (Array.isArray(value)) {
    if (kind.type.startsWith('internationalizedArray')) {
      return value.every((item) => 'language' in item && 'value' in item) ? [] : [path]
    }
    const [item] = kind.of ?? []
    return item === undefined ? [path] : value.flatMap((one) => unknownIn(one, item, path))
  }
  return kind.type === 'object' ? unknownFields(value, kind.fields ?? [], path) : []
}

function targetsIn(kind: Kind): unknown[] {
  const own = Array.isArray(kind.to) ? kind.to.map(({ type }) => type) : []
  return [...own, ...[...(kind.fields ?? []), ...(kind.of ?? [])].flatMap(targetsIn)]
}
