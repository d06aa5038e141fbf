import { z } from 'zod'
import { refuse } from './errors.ts'
import type { LakeContext } from './lake-context.ts'
import { LIMITS } from './limits.ts'
import { parsePerspective } from './perspective.ts'
import { parseQuery } from './query.ts'
import { parseJson, readJson } from './request-body.ts'
import { identify } from './rights.ts'
import { syncTagsOf } from './sync-tags.ts'

const postBody = z.strictObject({
  query: z.string(),
  params: z.record(z.string(), z.unknown()).optional(),
})

/** `GET` and `POST data/query/{dataset}`. */
export async function answerQuery(
  request: Request,
  apiVersion: string,
  lake: LakeContext,
): Promise<Response> {
  const startedAt = performance.now()
  const identity = await identify(lake, request, 'read')
  const address = new URL(request.url).searchParams
  const { query, params } = await readQuery(request, address)
  if (query.length > LIMITS.queryLength) {
    throw refuse(413, `The query may have ${LIMITS.queryLength} characters at most`)
  }
  const perspective = parsePerspective(address.get('perspective') ?? undefined, apiVersion)
  const result = await lake.sights
    .of(identity.audience)
    .queries.run({ query, params, perspective, identity: identity.id })
  const asked = address.get('returnQuery') === 'false' ? '' : `"query":${JSON.stringify(query)},`
  const syncTags = JSON.stringify(syncTagsOf(parseQuery(query, params), perspective))
  const ms = Math.round(performance.now() - startedAt)
  return new Response(`{${asked}"result":${result},"syncTags":${syncTags},"ms":${ms}}`, {
    headers: { 'content-type': 'application/json' },
  })
}

async function readQuery(request: Request, address: URLSearchParams) {
  if (request.method === 'POST') {
    const body = postBody.safeParse(await readJson(request, LIMITS.queryBytes))
    if (!body.success) throw refuse(400, 'The body has to be {"query": "...", "params": {...}}')
    return { query: body.data.query, params: body.data.params ?? {} }
  }
  if (address.toString().length > LIMITS.queryBytes) throw refuse(413, 'The address is too long')
  const query = address.get('query')
  if (query === null) throw refuse(400, 'The parameter "query" is missing')
  return { query, params: paramsIn(address) }
}

/** Query parameters `$name=<JSON>` of an address. */
export function paramsIn(address: URLSearchParams): Record<string, unknown> {
  return Object.fromEntries(
    [...address]
      .filter(([name]) => name.startsWith('$'))
      .map(([name, value]) => [name.slice(1), parseJson(value, `The parameter ${name}`)]),
  )
}
