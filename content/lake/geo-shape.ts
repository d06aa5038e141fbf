import type { ExprNode } from 'groq-js'

/** A place or an area, as GeoJSON has it: longitude first. */
export type GeoShape =
  | { type: 'Point'; coordinates: number[] }
  | { type: 'MultiPoint' | 'LineString'; coordinates: number[][] }
  | { type: 'Polygon' | 'MultiLineString'; coordinates: number[][][] }
  | { type: 'MultiPolygon'; coordinates: number[][][][] }

/** Between numbers, positions, lines or rings, and areas. */
const SEPARATORS = [' ', ',', ';', '|'] as const

/**
 * Expression that writes a geopoint (`lat`, `lng`) or GeoJSON as text for {@link shapeOf}; null for
 * anything else. The value is looked up once, in front, so that `@` and `^` in it mean the same.
 */
export function shapeText(value: ExprNode): ExprNode {
  const coordinates = attribute('coordinates')
  // Said with its depth, since a list of one looks like what is in it.
  const joined = SEPARATORS.map((_, depth) => plus(text(`${depth}:`), join(coordinates, depth)))
  const point = [text('Point:0:'), number('lng'), text(' '), number('lat')].reduce(plus)
  const json = [attribute('type'), text(':'), call('global', 'coalesce', joined)].reduce(plus)
  const base: ExprNode = {
    type: 'ArrayCoerce',
    base: { type: 'Array', elements: [{ type: 'ArrayElement', value, isSplat: false }] },
  }
  const expr = call('global', 'coalesce', [point, json])
  return { type: 'AccessElement', base: { type: 'Map', base, expr }, index: 0 }
}

/** Reads what {@link shapeText} has written; undefined where it is no shape. */
export function shapeOf(written: string): GeoShape | undefined {
  const [type = '', depth = '', body = ''] = written.split(':')
  switch (`${type} ${depth}`) {
    case 'Point 0': {
      const coordinates = numbers(body)
      return isOnEarth(coordinates) ? { type: 'Point', coordinates } : undefined
    }
    case 'MultiPoint 1':
    case 'LineString 1': {
      const coordinates = positions(body)
      if (!coordinates.every(isOnEarth)) return undefined
      return { type: type === 'MultiPoint' ? type : 'LineString', coordinates }
    }
    case 'MultiLineString 2': {
      const coordinates = body.split(';').map(positions)
      return coordinates.flat().every(isOnEarth)
        ? { type: 'MultiLineString', coordinates }
        : undefined
    }
    case 'Polygon 2': {
      const coordinates = body.split(';').map(positions)
      return coordinates.every(isRing) ? { type: 'Polygon', coordinates } : undefined
    }
    case 'MultiPolygon 3': {
      const coordinates = body.split('|').map((area) => area.split(';').map(positions))
      return coordinates.flat().every(isRing) ? { type: 'MultiPolygon', coordinates } : undefined
    }
    default:
      return undefined
  }
}

function isOnEarth([lng = Number.NaN, lat = Number.NaN]: number[]): boolean {
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 90
}

/** Closed, with four positions or more: RFC 7946, 3.1.6. */
function isRing(ring: number[][]): boolean {
  return ring.length >= 4 && ring.every(isOnEarth) && String(ring[0]) === String(ring.at(-1))
}

function positions(written: string): number[][] {
  return written.split(',').map(numbers)
}

function numbers(written: string): number[] {
  return written.split(' ').map((part) => (part === '' ? Number.NaN : Number(part)))
}

function join(list: ExprNode, depth: number): ExprNode {
  const separator = text(SEPARATORS[depth] ?? ' ')
  if (depth === 0) return call('array', 'join', [list, separator])
  const expr = join({ type: 'This' }, depth - 1)
  const base: ExprNode = { type: 'ArrayCoerce', base: list }
  return call('array', 'join', [{ type: 'Map', base, expr }, separator])
}

/** `* 1` lets nothing pass that is not a number. */
function number(name: string): ExprNode {
  const one: ExprNode = { type: 'Value', value: 1 }
  return call('global', 'string', [{ type: 'OpCall', op: '*', left: attribute(name), right: one }])
}

function attribute(name: string): ExprNode {
  return { type: 'AccessAttribute', base: { type: 'This' }, name }
}

function text(value: string): ExprNode {
  return { type: 'Value', value }
}

function plus(left: ExprNode, right: ExprNode): ExprNode {
  return { type: 'OpCall', op: '+', left, right }
}

function call(namespace: string, name: string, args: ExprNode[]): ExprNode {
  return { type: 'FuncCall', namespace, name, args }
}
