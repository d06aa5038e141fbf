import { booleanContains } from '@turf/boolean-contains'
import { booleanIntersects } from '@turf/boolean-intersects'
import { distance } from '@turf/distance'
import type { ExprNode } from 'groq-js'
import { type GeoShape, shapeOf, shapeText } from './geo-shape.ts'

/** Begins the references that carry our questions through groq-js; no id has such a letter. */
const MARK = '\u0000geo:'

/** Between what is asked and the shapes; no name and no number has such a letter. */
const BORDER = '\n'

/**
 * What groq-js (2.0.1) evaluates instead of a geo function, which it only parses: as for text
 * search, a dereference that asks us. May go once groq-js has them.
 */
export function translateGeo(node: ExprNode): ExprNode | undefined {
  if (node.type !== 'FuncCall' || node.namespace !== 'geo') return undefined
  const { name, args } = node
  const [first, second, ...more] = args
  if (name === 'latLng') {
    // `geo()` has been read as `geo::latLng()` with one argument: see parseGeo.
    if (first && !second) return ask('geo', [first])
    if (!first || !second || more.length > 0) throw wrongCount(name)
    const attributes = [
      { type: 'ObjectAttributeValue' as const, name: 'lat', value: first },
      { type: 'ObjectAttributeValue' as const, name: 'lng', value: second },
    ]
    return ask('geo', [{ type: 'Object', attributes }])
  }
  if (!first || !second || more.length > 0) throw wrongCount(name)
  return ask(name, [first, second])
}

/** Answers what {@link translateGeo} asks; undefined for a true reference. */
export function answerGeo(ref: string): { value: unknown } | undefined {
  if (!ref.startsWith(MARK)) return undefined
  const [name, ...written] = ref.slice(MARK.length).split(BORDER)
  const [first, second] = written.map(shapeOf)
  if (!first) return { value: null }
  if (name === 'geo') return { value: first }
  if (!second) return { value: null }
  switch (name) {
    case 'distance':
      return { value: distanceBetween(first, second) }
    case 'contains':
      return { value: contains(first, second) }
    case 'intersects':
      return { value: booleanIntersects(first, second) }
    default:
      return { value: null }
  }
}

const STRING = `"(?:\\\\.|[^"\\\\])*"|'(?:\\\\.|[^'\\\\])*'|//[^\\n]*`
const GEO = new RegExp(`(${STRING})|(?<![\\w:$.])geo(?=\\s*\\()`, 'g')

/** Writes `geo(` as a call that groq-js can parse; strings and comments stay as they are. */
export function parsableGeo(query: string): string {
  return query.replace(GEO, (found, kept: string | undefined) => (kept ? found : 'geo::latLng'))
}

function ask(name: string, shapes: ExprNode[]): ExprNode {
  const _ref = shapes
    .map(shapeText)
    .reduce(
      (question, shape): ExprNode => plus(plus(question, textNode(BORDER)), shape),
      textNode(`${MARK}${name}`),
    )
  const base: ExprNode = {
    type: 'Object',
    attributes: [{ type: 'ObjectAttributeValue', name: '_ref', value: _ref }],
  }
  return { type: 'AccessAttribute', base: { type: 'Deref', base }, name: 'value' }
}

function textNode(value: string): ExprNode {
  return { type: 'Value', value }
}

function plus(left: ExprNode, right: ExprNode): ExprNode {
  return { type: 'OpCall', op: '+', left, right }
}

/** Metres along the surface, between points only, as hosted. */
function distanceBetween(from: GeoShape, to: GeoShape): number | null {
  if (from.type !== 'Point' || to.type !== 'Point') return null
  return distance(from.coordinates, to.coordinates, { units: 'meters' })
}

/** Every part has to lie in one part of the whole. */
function contains(whole: GeoShape, part: GeoShape): boolean {
  const around = partsOf(whole)
  return partsOf(part).every((inner) =>
    around.some((outer) => rank(outer) >= rank(inner) && booleanContains(outer, inner)),
  )
}

function partsOf(shape: GeoShape): GeoShape[] {
  switch (shape.type) {
    case 'MultiPoint':
      return shape.coordinates.map((coordinates) => ({ type: 'Point', coordinates }))
    case 'MultiLineString':
      return shape.coordinates.map((coordinates) => ({ type: 'LineString', coordinates }))
    case 'MultiPolygon':
      return shape.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }))
    default:
      return [shape]
  }
}

/** A point holds no line, and a line no area. */
function rank({ type }: GeoShape): number {
  return ['Point', 'LineString', 'Polygon'].indexOf(type)
}

function wrongCount(name: string): Error {
  return new Error(`geo::${name}() has two arguments`)
}
