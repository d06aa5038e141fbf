import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { createClient, type SanityClient } from '@sanity/client'
import { API_VERSION } from '../../../content/client.ts'
import type { LakeDoor } from '../../../content/exchange/lake-door.ts'
import { createLake } from '../../../content/lake/create-lake.ts'
import { almighty, type Identity } from '../../../content/lake/rights.ts'
import type { BeforeCommit } from '../../../content/lake/writer.ts'

/** A lake on a socket of its own, whose assets have addresses there, as Sanity's own tools need it. */
export interface ServedLake {
  client: SanityClient
  door: LakeDoor
  dataFolder: string
  close(): Promise<void>
}

/** Serves an empty lake to one who may do everything. */
export async function serveLake(
  options: { beforeCommit?: BeforeCommit; identity?: Identity } = {},
): Promise<ServedLake> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'waymark-exchange-'))
  let answer = async (_request: Request) => new Response(null, { status: 503 })
  const server = serve({ fetch: (request) => answer(request), port: 0, hostname: '127.0.0.1' })
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const origin = `http://127.0.0.1:${port}`
  const lake = createLake({
    dataFolder,
    project: 'waymark',
    dataset: 'production',
    publicUrl: `${origin}/lake`,
    authorize: async () => options.identity ?? almighty('ada'),
    ...(options.beforeCommit && { beforeCommit: options.beforeCommit }),
  })
  answer = lake.fetch
  return {
    dataFolder,
    client: createClient({
      apiHost: `${origin}/lake`,
      useProjectHostname: false,
      projectId: 'waymark',
      dataset: 'production',
      apiVersion: API_VERSION,
      useCdn: false,
      perspective: 'raw',
      token: 'any',
    }),
    door: { fetch: lake.fetch, token: 'any', project: 'waymark', dataset: 'production' },
    async close() {
      await lake.stop()
      server.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
      await rm(dataFolder, { recursive: true })
    },
  }
}
