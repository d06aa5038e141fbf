import { QueryLimit } from './query-limit.ts'

/**
 * JSON of a query's result.
 *
 * @throws QueryLimit where it is longer than a result may be
 */
export function resultJson(result: unknown, mostBytes: number): string {
  const json = JSON.stringify(result ?? null)
  if (json.length > mostBytes || Buffer.byteLength(json) > mostBytes) throw new QueryLimit('size')
  return json
}
