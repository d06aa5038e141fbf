import { describe, expect, test } from 'vitest'
import type { LakeDocument } from '../../../content/lake/document.ts'
import { createDocumentStore } from '../../../content/lake/document-store.ts'
import { runQuery } from '../../../content/lake/query.ts'
import { createViews } from '../../../content/lake/views.ts'

const at = '2026-01-01T00:00:00Z'

function place(_id: string, attributes: Record<string, unknown>): LakeDocument {
  return { _id, _type: 'place', _rev: 'r', _createdAt: at, _updatedAt: at, ...attributes }
}

const SQUARE = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
      [0, 0],
    ],
  ],
}

const view = createViews(
  createDocumentStore([
    place('oslo', { spot: { _type: 'geopoint', lat: 59.913889, lng: 10.752222 } }),
    place('paris', { spot: { lat: 48.8589, lng: 2.3469 }, words: ['a', null, null, 'a'] }),
    place('a.b.c', { area: SQUARE }),
    place('nowhere', { spot: { lat: '1', lng: 2 } }),
  ]),
).of('raw')

function ask(query: string, params: Record<string, unknown> = {}) {
  const sanity = { projectId: 'waymark', dataset: 'production' }
  return runQuery({ query, params, view, identity: 'ada', now: new Date(at), sanity })
}

describe('geo functions', () => {
  test('give the distance of two points in metres', async () => {
    const stockholm = { lat: 59.329444, lng: 18.068611 }
    const metres = await ask('geo::distance(*[_id == "oslo"][0].spot, $stockholm)', { stockholm })
    // On a sphere: 416,761 m on the ellipsoid.
    expect(metres).toBeCloseTo(416_295, 0)
  })
  test('find what is near, and order by it', async () => {
    const near = '*[geo::distance(spot, geo::latLng(50, 3)) < $metres] | order(_id)._id'
    expect(await ask(near, { metres: 200_000 })).toEqual(['paris'])
    const ordered = '*[defined(spot.lat)] | order(geo::distance(spot, geo::latLng(60, 10)))._id'
    expect(await ask(ordered)).toEqual(['oslo', 'paris', 'nowhere'])
  })
  test('see the document around a projection', async () => {
    const query = `*[_id == "paris"]{"far": *[_id == "oslo" && geo::distance(spot, ^.spot) > 1000000]._id}`
    expect(await ask(query)).toEqual([{ far: ['oslo'] }])
  })
  test.each([
    ['geo::contains($square, geo::latLng(5, 5))', true],
    ['geo::contains($square, geo::latLng(5, 15))', false],
    ['geo::contains(geo::latLng(5, 5), $square)', false],
    ['geo::intersects($square, geo($line))', true],
    ['geo::intersects($square, geo::latLng(5, 15))', false],
    ['*[geo::contains(area, geo::latLng(1, 1))]._id', ['a.b.c']],
  ])('%s is %j', async (query, expected) => {
    const line = {
      type: 'LineString',
      coordinates: [
        [5, 5],
        [15, 5],
      ],
    }
    expect(await ask(query, { square: SQUARE, line })).toEqual(expected)
  })
  test('geo() gives GeoJSON', async () => {
    expect(await ask('geo({"lat": 1.5, "lng": -2e-7})')).toEqual({
      type: 'Point',
      coordinates: [-2e-7, 1.5],
    })
    expect(await ask('geo($square)', { square: SQUARE })).toEqual(SQUARE)
  })
  test.each([
    'null',
    '"bob"',
    '{"lat": "1", "lng": 2}',
    '{"lat": 91, "lng": 2}',
    '{"type": "LineString", "coordinates": [1, 2]}',
    '{"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 1]]]}',
    '{"type": "Point:0", "coordinates": [1, 2]}',
  ])('%s is no shape', async (value) => {
    expect(await ask(`[geo(${value}), geo::distance(${value}, geo::latLng(1, 2))]`)).toEqual([
      null,
      null,
    ])
  })
  test('leave the word alone in strings, comments and names', async () => {
    expect(await ask('{"geo(": "geo(\\"", // geo(\n "b": \'geo (\'}')).toEqual({
      'geo(': 'geo("',
      b: 'geo (',
    })
    await expect(ask('geo::near(1)')).rejects.toThrow('Undefined function: near')
    await expect(ask('geo::distance(1)')).rejects.toThrow('two arguments')
  })
})

describe('what groq-js lacks', () => {
  test('a path is in a path', async () => {
    expect(await ask('*[path(_id) in path("a.**")]._id')).toEqual(['a.b.c'])
    expect(await ask('[path("a.b") in path("a.*"), path("b") in path("a.*")]')).toEqual([
      true,
      false,
    ])
  })
  test('of several nulls one is unique', async () => {
    expect(await ask('array::unique(*[_id == "paris"][0].words)')).toEqual(['a', null])
    expect(
      await ask('[array::unique([1, 1, 2]), array::unique([null]), array::unique(3)]'),
    ).toEqual([[1, 2], [null], null])
  })
  test.each([
    '*{name} | score(_id == "a")',
    '*[0] | score(_id == "a")',
    '*[_type == "place"]{name}[0..2] | order(name) | score(true)',
  ])('%s is refused', async (query) => {
    await expect(ask(query)).rejects.toThrow('score() follows')
  })
})
