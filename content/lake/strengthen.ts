import { isJsonObject, type JsonObject } from './document.ts'

/**
 * Makes strong what the Studio wrote as weak until publishing: references with
 * `_strengthenOnPublish`. Its own `weak: true` keeps a reference weak.
 *
 * @see https://www.sanity.io/docs/studio/reference-type
 */
export function strengthenReferences(document: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(document).map(([name, value]) => [name, strengthened(value)]),
  )
}

function strengthened(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strengthened)
  if (!isJsonObject(value)) return value
  const { _strengthenOnPublish: mark, ...rest } = value
  if (!isJsonObject(mark)) return strengthenReferences(value)
  const { _weak, ...strong } = rest
  return strengthenReferences(mark['weak'] === true ? rest : strong)
}
