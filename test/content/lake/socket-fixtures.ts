import { once } from 'node:events'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { type ClientOptions, WebSocket } from 'ws'
import { createLake, type Lake } from '../../../content/lake/create-lake.ts'
import { type Audience, almighty, SEES_EVERYTHING } from '../../../content/lake/rights.ts'

/** A lake behind a real server, whose users sign in by a token or a cookie that is their name; `anybody` has none. */
export interface LakeWithSockets {
  lake: Lake
  origin: string
  /** Names that are let in; with `anybody` among them, everybody else may read too. */
  users: Set<string>
  /** Opens a socket as a browser of our origin would; `user` by cookie. */
  open(path: string, user?: string, options?: ClientOptions): WebSocket
  close(): Promise<void>
}

/** Starts a lake in memory. `audiences` limits what some users see. */
export async function startWithSockets(
  audiences: Record<string, Audience> = {},
): Promise<LakeWithSockets> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The server has no address')
  const origin = `http://127.0.0.1:${address.port}`
  const users = new Set(['ada', 'bo'])
  const sockets = new Set<WebSocket>()
  const lake = createLake({
    dataFolder: ':memory:',
    project: 'waymark',
    dataset: 'production',
    publicUrl: `${origin}/lake`,
    async authorize({ token, headers }) {
      const user = token ?? /user=(\w+)/.exec(headers.get('cookie') ?? '')?.[1] ?? ''
      const anybody = { ...almighty('<anonymous>'), isUnknown: true }
      if (user === 'anybody') return anybody
      if (!users.has(user) && users.has('anybody')) return anybody
      if (!users.has(user)) return { refused: 'unauthenticated', message: 'Not known' }
      return { ...almighty(user), audience: audiences[user] ?? SEES_EVERYTHING }
    },
    onFailure(error) {
      throw error
    },
  })
  server.on('request', getRequestListener(lake.fetch))
  server.on('upgrade', lake.upgrade)
  return {
    lake,
    origin,
    users,
    open(path, user, options = {}) {
      const socket = new WebSocket(`${origin.replace('http', 'ws')}${path}`, {
        origin,
        ...options,
        headers: { ...(user !== undefined && { cookie: `user=${user}` }), ...options.headers },
      })
      sockets.add(socket)
      return socket
    },
    async close() {
      await lake.stop()
      for (const socket of sockets) socket.terminate()
      server.close()
      server.closeAllConnections()
    },
  }
}

/** Collects the messages of a socket, parsed where they are JSON. */
export function messagesOf(socket: WebSocket) {
  const messages: Record<string, unknown>[] = []
  const looks = new Set<() => void>()
  socket.on('message', (data) => {
    const text = data.toString()
    if (text.startsWith('{')) messages.push(JSON.parse(text))
    for (const look of looks) look()
  })
  return {
    messages,
    /** The first message that is as asked, as soon as it is there. */
    first(isAsked: (message: Record<string, unknown>) => boolean) {
      return new Promise<Record<string, unknown>>((resolve) => {
        const look = () => {
          const found = messages.find(isAsked)
          if (!found) return
          looks.delete(look)
          resolve(found)
        }
        looks.add(look)
        look()
      })
    },
  }
}

/** HTTP status that an upgrade is refused with, or the code that the socket is closed with. */
export function endOf(socket: WebSocket): Promise<number> {
  return new Promise((resolve) => {
    socket.on('error', () => {})
    socket.once('unexpected-response', (_, response) => resolve(response.statusCode ?? 0))
    socket.once('close', resolve)
  })
}
