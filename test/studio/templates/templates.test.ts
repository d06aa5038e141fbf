import { describe, expect, test } from 'vitest'
import { DOCUMENT_TYPES } from '#content/model/documents/any-document.ts'
import { place } from '#content/model/documents/place.ts'
import { PLACE_KINDS } from '#content/model/place-kinds.ts'
import { templateOfKind } from '../../../studio/templates/place-templates.ts'
import { TEMPLATES } from '../../../studio/templates/templates.ts'

describe('what a new document can begin from', () => {
  test('has ids of its own, and types that are there', () => {
    const ids = TEMPLATES.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => DOCUMENT_TYPES.some((type) => type === id))).toEqual([])
    expect(
      TEMPLATES.every(({ schemaType }) => DOCUMENT_TYPES.some((type) => type === schemaType)),
    ).toBe(true)
  })

  test.each(PLACE_KINDS)('there is one for a %s', (kind) => {
    const template = TEMPLATES.find(({ id }) => id === templateOfKind(kind))
    expect(template?.value).toMatchObject({ kind })
  })

  test('a camp, a centre and a workplace begin unlisted', () => {
    const unlisted = ['refugee-camp', 'refugee-centre', 'workplace'].map((kind) =>
      TEMPLATES.find(({ id }) => id === `place-${kind}`),
    )
    expect(unlisted.map((one) => Object(one?.value).listed)).toEqual([false, false, false])
  })

  test('what is filled in for a toilet in Italy is in the shape of the model', () => {
    const italy = TEMPLATES.find(({ id }) => id === 'place-motorway-toilet-italy')
    const filled = place.pick({
      kind: true,
      countries: true,
      zone: true,
      languages: true,
      privacy: true,
    })
    expect(filled.safeParse(italy?.value).success).toBe(true)
  })
})
