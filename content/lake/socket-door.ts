import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { isOwnOrigin } from './is-own-origin.ts'
import type { LakeContext } from './lake-context.ts'
import { LIMITS } from './limits.ts'
import { createPresence } from './presence.ts'
import { refuseUpgrade } from './refuse-upgrade.ts'
import type { Identity } from './rights.ts'
import {
  CLOSING,
  type Guest,
  type GuestBook,
  identifyQuietly,
  receiveGuest,
  type Visit,
} from './socket-guest.ts'
import { carryStreams } from './stream-carrier.ts'

/** Opens web sockets. */
export interface SocketDoor {
  /** Takes over a connection that asks to become a web socket, or refuses it. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void>
  stop(): Promise<void>
}

/** How long sockets get to say goodbye. */
const GOODBYE_MS = 500

const ADDRESS = /^\/lake\/v[^/]+\/(socket|streams)\/([^/]+)$/

/**
 * Opens the two web sockets of a dataset: `socket` for presence, `streams` for many event streams
 * over one connection. A page of another origin is refused, because cookies come along with it.
 *
 * @param fetch answers the requests that come over `streams`
 */
export function createSocketDoor(
  lake: LakeContext,
  fetch: (request: Request) => Promise<Response>,
): SocketDoor {
  const server = new WebSocketServer({ noServer: true, maxPayload: LIMITS.socketMessageBytes })
  const presence = createPresence(lake)
  const rooms: Record<string, (guest: Guest) => Visit> = {
    socket: presence.enter,
    streams: (guest) => carryStreams(guest, lake, fetch),
  }
  const known = new Map<Guest, string>()
  const open = new Set<WebSocket>()
  let isStopped = false

  const book: GuestBook = {
    enter(guest, { id }: Identity) {
      known.delete(guest)
      const others = [...known.values()].filter((other) => other === id).length
      if (others >= LIMITS.socketsPerIdentity) return false
      known.set(guest, id)
      return true
    },
    leave: (guest) => known.delete(guest),
  }

  const refusalOf = ({ headers: { origin = lake.origin } }: IncomingMessage, isKnown: boolean) => {
    if (!isOwnOrigin(origin, lake.origin)) return 403
    // Those we know come in however many strangers wait.
    const isFull = !isKnown && open.size - known.size >= LIMITS.strangerSockets
    return isStopped || isFull || open.size >= LIMITS.sockets ? 503 : undefined
  }

  return {
    async upgrade(request, socket, head) {
      // Until the socket is taken over nobody else would hear of a lost connection.
      socket.on('error', () => socket.destroy())
      const room = roomOf(request.url ?? '', lake)
      const visitOf = room === undefined ? undefined : rooms[room]
      if (!visitOf) return refuseUpgrade(socket, 404)
      const headers = headersOf(request)
      const identity = await identifyQuietly(lake, headers)
      const status = refusalOf(request, identity !== undefined)
      if (status !== undefined) return refuseUpgrade(socket, status)
      server.handleUpgrade(request, socket, head, (taken) => {
        open.add(taken)
        taken.once('close', () => open.delete(taken))
        receiveGuest(taken, { headers, identity, lake, book, visitOf })
      })
    },
    async stop() {
      isStopped = true
      const closed = [...open].map(
        (socket) => new Promise<void>((resolve) => socket.once('close', () => resolve())),
      )
      for (const socket of open) socket.close(CLOSING.stopping, 'The lake is stopped')
      const impatience = setTimeout(() => {
        for (const socket of open) socket.terminate()
      }, GOODBYE_MS)
      await Promise.all(closed)
      clearTimeout(impatience)
      server.close()
    },
  }
}

function roomOf(target: string, { origin, dataset }: LakeContext): string | undefined {
  if (!URL.canParse(target, origin)) return undefined
  const [, room, asked] = ADDRESS.exec(new URL(target, origin).pathname) ?? []
  return asked === dataset ? room : undefined
}

/** Headers that speak of this one connection, not of the sender. */
const OF_CONNECTION = /^(connection|upgrade|host|content-.*|transfer-encoding|sec-websocket-.*)$/

function headersOf(request: IncomingMessage): Headers {
  const headers = new Headers()
  for (const [name, value = []] of Object.entries(request.headers)) {
    if (!OF_CONNECTION.test(name)) headers.set(name, [value].flat().join(', '))
  }
  return headers
}
