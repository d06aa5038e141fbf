import { serve } from '@hono/node-server'
import { createLake } from '../content/lake/create-lake.ts'
import { almighty } from '../content/lake/rights.ts'

/*
 * Serves the lake in the folder of the first argument. Tells its parent the port, and what it is asked.
 */
const [, , dataFolder = ''] = process.argv

// A file past the limit of the process (`ulimit -f`) is then an error of the write, as on a full disk.
process.on('SIGXFSZ', () => {})

const lake = createLake({
  dataFolder,
  project: 'waymark',
  dataset: 'production',
  publicUrl: 'http://lake.test/lake',
  authorize: async () => almighty('anybody'),
  onFailure: () => {},
})
const server = serve({ fetch: lake.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
  process.send?.({ port }),
)
process.on('message', async (asked) => {
  if (asked === 'memory') {
    globalThis.gc?.()
    process.send?.({ memory: process.memoryUsage().rss })
    return
  }
  await lake.stop()
  server.close()
  if ('closeAllConnections' in server) server.closeAllConnections()
  process.disconnect()
})
