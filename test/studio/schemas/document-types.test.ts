import type { FieldDefinition } from 'sanity'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { demoDocuments } from '#content/demo/documents.ts'
import { anyDocument, DOCUMENT_TYPES } from '#content/model/documents/any-document.ts'
import { helpFacts, helplineNumber } from '#content/model/documents/helpline.ts'
import { SPOKEN_FIELDS } from '#content/model/spoken-texts.ts'
import { translatedValue } from '#content/model/translation.ts'
import { documentTypes } from '../../../studio/schemas/document-types.ts'
import { typeName, unwrap } from '../../../studio/schemas/unwrap.ts'
import { TEMPLATES } from '../../../studio/templates/templates.ts'

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

  test.each(anyDocument.options.map((model) => [model.shape._type.value, model] as const))(
    'has a field for every name that the model knows in a %s, objects within it included',
    (type, model) => {
      expect(pathsOf(fieldsOf(type)).toSorted()).toEqual(modelPaths(model).toSorted())
    },
  )

  test.each(DOCUMENT_TYPES)('tells an author of a %s what each field is for', (type) => {
    expect(silentFields(fieldsOf(type))).toEqual([])
  })

  test.each(DOCUMENT_TYPES)('names only divisions of the form that a %s has', (type) => {
    const definition = documentTypes.find(({ name }) => name === type)
    const known = (definition?.groups ?? []).map(({ name }) => name)
    const named = fieldsOf(type).flatMap(({ group }) => group ?? [])
    expect(named.filter((group) => !known.includes(group))).toEqual([])
    expect(known.filter((group) => !named.includes(group))).toEqual([])
  })

  test('never answers for somebody who has to be asked', () => {
    const facts = [...Object.values(helpFacts), ...Object.values(helplineNumber.shape)]
    expect(facts.length).toBeGreaterThan(10)
    const asked = ['free', 'anonymous', 'asksResidenceStatus', 'contactsPolice', 'privacy']
    const ofNumbers = ['reachableFromAbroad', 'worksWithoutCredit', 'worksWithoutSim']
    const fields = DOCUMENT_TYPES.flatMap((type) => everyField(fieldsOf(type)))
    const answered = fields.filter(
      ({ name, initialValue }) =>
        [...asked, ...ofNumbers].includes(name ?? '') && initialValue !== undefined,
    )
    expect(answered).toEqual([])
    const begun = TEMPLATES.flatMap(({ schemaType, value }) =>
      schemaType === 'place' ? [] : Object.keys(Object(value)),
    )
    expect(begun.filter((name) => asked.includes(name))).toEqual([])
  })

  test('has no field for the address of a shelter', () => {
    const kinds = everyField(fieldsOf('service')).find(({ name }) => name === 'kind')
    expect(JSON.stringify(kinds?.options)).not.toMatch(/shelter|safe.?house|refuge/i)
    const names = DOCUMENT_TYPES.flatMap((type) => everyField(fieldsOf(type))).map(
      ({ name }) => name,
    )
    expect(names.filter((name) => /address|street/i.test(name ?? '')).toSorted()).toEqual([
      'approximateAddress',
      'registeredAddress',
    ])
  })

  test('shows what tools fill in, and lets nobody type it', () => {
    const filled = ['verification', 'pendingVerification', 'withdrawal', 'textReviews', 'approved']
    const open = DOCUMENT_TYPES.flatMap((type) =>
      [...fieldsOf(type)].filter(({ name }) => [...filled, 'printedFacts'].includes(name)),
    ).filter(({ readOnly }) => readOnly !== true)
    expect(open).toEqual([])
  })

  test('lets every text that is read aloud be recorded', () => {
    for (const type of Object.keys(SPOKEN_FIELDS)) {
      const audio = fieldsOf(type).find(({ name }) => name === 'audio')
      expect(audio).toMatchObject({ group: 'recordings' })
      // The input for recordings is itself closed where its field is.
      expect([audio?.hidden, isClosedTo('editor', audio)]).toEqual([undefined, false])
    }
  })

  test('lets references lead only to types that are there', () => {
    const targets = documentTypes.flatMap(({ fields }) => fields.flatMap(targetsIn))
    expect(targets.length).toBeGreaterThan(10)
    expect(targets.filter((type) => !DOCUMENT_TYPES.some((known) => known === type))).toEqual([])
  })
})

/** Paths of the model that an author has fields for: objects and lists of them are looked into, texts are not. */
function modelPaths(schema: z.core.$ZodType, path = ''): string[] {
  const inner = unwrap(schema).schema
  if (inner instanceof z.ZodArray) return modelPaths(inner.element, path)
  if (!(inner instanceof z.ZodObject) || isWhole(inner)) return []
  return Object.entries(inner.shape)
    .filter(([name]) => !name.startsWith('_') && name !== 'asset')
    .flatMap(([name, field]) => [`${path}${name}`, ...modelPaths(field, `${path}${name}.`)])
}

/** What the Studio has one kind of field for. */
function isWhole(schema: z.ZodObject): boolean {
  const type = typeName(schema)
  if (type === 'reference' || type === 'block' || type === 'slug') return true
  return 'language' in schema.shape && 'value' in schema.shape ? true : schema === translatedValue
}

function pathsOf(fields: readonly Kind[], path = ''): string[] {
  return fields.flatMap((field) => {
    const inner = [...(field.fields ?? []), ...(field.of ?? []).flatMap((one) => one.fields ?? [])]
    return [`${path}${field.name}`, ...pathsOf(inner, `${path}${field.name}.`)]
  })
}

function everyField(fields: readonly Kind[]): Kind[] {
  return fields.flatMap((field) => [
    field,
    ...everyField(field.fields ?? []),
    ...(field.of ?? []).flatMap((one) => everyField(one.fields ?? [])),
  ])
}

function silentFields(fields: readonly Kind[]): unknown[] {
  return everyField(fields)
    .filter(({ description }) => typeof description !== 'string' || description.length < 5)
    .map(({ name }) => name)
}

function isClosedTo(role: string, field: FieldDefinition | undefined): unknown {
  const currentUser = { id: 'a', email: '', name: '', role, roles: [{ name: role, title: role }] }
  const asked = { currentUser, document: undefined, parent: undefined, value: undefined, path: [] }
  return typeof field?.readOnly === 'function' ? field.readOnly(asked) : field?.readOnly
}

type Kind = {
  description?: unknown
  initialValue?: unknown
  options?: unknown
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
