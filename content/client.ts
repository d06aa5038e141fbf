import { type ClientConfig, createClient, type SanityClient } from '@sanity/client'

/** The part of an embedded lake that a client needs. */
export interface FetchesRequests {
  fetch(request: Request): Promise<Response>
}

/** Which content a client talks to, and as whom. */
export interface ContentClientOptions {
  /** Embedded lake, asked in process. Without it, `sanity` has to be given. */
  lake?: FetchesRequests
  /** Token of the embedded lake. */
  token?: string
  /** The hosted Content Lake instead. */
  sanity?: { projectId: string; dataset: string; token?: string }
  /** Default `published`: what the public may see. A list names layers, topmost first. */
  perspective?: 'published' | 'drafts' | 'raw' | string[]
}

/** Version of the API that all our queries are written for. */
export const API_VERSION = '2025-02-19'

/** Host that stands in addresses of an in-process lake; nothing ever resolves it. */
const IN_PROCESS = 'http://lake.invalid'

/**
 * The one client for content, embedded or hosted: the callers cannot tell which.
 *
 * @throws where neither a lake nor a hosted project is given
 */
export function createContentClient(options: ContentClientOptions): SanityClient {
  const { lake, token, sanity, perspective = 'published' } = options
  const common = { apiVersion: API_VERSION, useCdn: false, perspective }
  if (sanity) return createClient({ ...common, ...sanity })
  if (!lake) throw new Error('BUG: a content client needs a lake or a hosted project')
  return createClient({
    ...common,
    apiHost: `${IN_PROCESS}/lake`,
    useProjectHostname: false,
    projectId: 'waymark',
    dataset: 'production',
    ...(token !== undefined && { token }),
    resolveFetch: () => inProcess(lake),
  })
}

type InProcessFetch = ReturnType<NonNullable<ClientConfig['resolveFetch']>>

/**
 * `resolveFetch` is internal to the client: the only seam through which queries, uploads
 * and event streams all pass, so no socket is opened. The client is therefore pinned at
 * exactly 8.15.0; the contract tests, which run in process too, tell whether a newer one still has it.
 */
function inProcess(lake: FetchesRequests): InProcessFetch {
  return async (url, init = {}) => {
    const { body, headers, method, signal } = init
    const request = new Request(url, {
      ...(method !== undefined && { method }),
      ...(headers !== undefined && { headers }),
      ...(body !== undefined && { body }),
      ...(signal !== undefined && { signal }),
      // undici wants it said that a streamed body is sent before the answer is read.
      ...(body instanceof ReadableStream && { duplex: 'half' }),
    })
    return untilAborted(lake.fetch(request), request.signal)
  }
}

/** Rejects on abort, as `fetch` does: the client's timeouts depend on it. */
async function untilAborted<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted()
  const aborted = Promise.withResolvers<never>()
  const abort = () => aborted.reject(signal.reason)
  signal.addEventListener('abort', abort)
  try {
    return await Promise.race([answer, aborted.promise])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}
