import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import { createClient, type SanityClient } from '@sanity/client'
import { authorizeByToken } from '../../../content/access/authorize.ts'
import type { Role } from '../../../content/access/binding.ts'
import { openTokens } from '../../../content/access/tokens.ts'
import { API_VERSION, createContentClient } from '../../../content/client.ts'
import { createLake, type Lake } from '../../../content/lake/create-lake.ts'
import type { Directory } from '../../../content/lake/directory.ts'
import type { BeforeCommit } from '../../../content/lake/writer.ts'

/** A lake under test, reached in one of two ways. */
export interface LakeUnderTest {
  lake: Lake
  dataFolder: string
  /** Client of an editor that sees documents as stored. */
  client: SanityClient
  clientAs(role: Role | 'nobody'): SanityClient
  /** A bare request of an editor, or of nobody where `token` is false. */
  request(path: string, init?: RequestInit, token?: boolean): Promise<Response>
  /** Breaks every open connection, as a lost network does. */
  dropConnections(): void
  close(): Promise<void>
}

/** Starts a lake in a folder of its own. */
export type Transport = (options?: Options) => Promise<LakeUnderTest>

interface Options {
  beforeCommit?: BeforeCommit
  directory?: Directory
}

/** The client opens a socket to a real server. */
export const overHttp: Transport = async (options = {}) => {
  const base = await startLake(options)
  const server = serve({ fetch: base.lake.fetch, port: 0, hostname: '127.0.0.1' })
  await once(server, 'listening')
  const origin = originOf(server)
  const clientAs = (role: Role | 'nobody') =>
    createClient({
      apiHost: `${origin}/lake`,
      useProjectHostname: false,
      projectId: 'waymark',
      dataset: 'production',
      apiVersion: API_VERSION,
      useCdn: false,
      perspective: 'raw',
      ...base.credentials(role),
    })
  return {
    lake: base.lake,
    dataFolder: base.dataFolder,
    client: clientAs('editor'),
    clientAs,
    request: (path, init, token = true) => fetch(`${origin}${path}`, base.withToken(init, token)),
    dropConnections: () => 'closeAllConnections' in server && server.closeAllConnections(),
    async close() {
      await base.lake.stop()
      server.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
      await base.clean()
    },
  }
}

/** The client calls the lake's `fetch` through the seam of `content/client.ts`. */
export const inProcess: Transport = async (options = {}) => {
  const base = await startLake(options)
  const breakers = new Set<() => void>()
  const lossy = {
    async fetch(request: Request) {
      const response = await base.lake.fetch(request)
      if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return response
      return breakable(response, breakers)
    },
  }
  const clientAs = (role: Role | 'nobody') =>
    createContentClient({ lake: lossy, perspective: 'raw', ...base.credentials(role) })
  return {
    lake: base.lake,
    dataFolder: base.dataFolder,
    client: clientAs('editor'),
    clientAs,
    request: (path, init, token = true) =>
      base.lake.fetch(new Request(`http://lake.test${path}`, base.withToken(init, token))),
    dropConnections() {
      for (const cut of breakers) cut()
      breakers.clear()
    },
    async close() {
      await base.lake.stop()
      await base.clean()
    },
  }
}

async function startLake(options: Options) {
  const dataFolder = await mkdtemp(join(tmpdir(), 'waymark-lake-'))
  const tokens = openTokens(dataFolder)
  const lake = createLake({
    dataFolder,
    project: 'waymark',
    dataset: 'production',
    publicUrl: 'http://lake.test/lake',
    authorize: authorizeByToken(tokens),
    ...options,
  })
  const editor = tokens.issue({ role: 'editor' }).token
  return {
    lake,
    dataFolder,
    credentials: (role: Role | 'nobody') => {
      if (role === 'nobody') return {}
      return { token: role === 'editor' ? editor : tokens.issue({ role }).token }
    },
    withToken(init: RequestInit = {}, isEditor: boolean): RequestInit {
      const headers = new Headers(init.headers)
      if (isEditor) headers.set('authorization', `Bearer ${editor}`)
      return { ...init, headers }
    },
    async clean() {
      tokens.close()
      await rm(dataFolder, { recursive: true })
    },
  }
}

function originOf(server: ServerType): string {
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The server has no address')
  return `http://127.0.0.1:${address.port}`
}

function breakable(response: Response, breakers: Set<() => void>): Response {
  const reader = response.body?.getReader()
  if (!reader) return response
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      breakers.add(() => {
        controller.error(new TypeError('terminated'))
        void reader.cancel()
      })
    },
    async pull(controller) {
      const { done, value } = await reader.read()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel: (reason) => reader.cancel(reason),
  })
  return new Response(body, response)
}
