import type { WebSocket } from 'ws'
import { LakeBug, LakeError } from './errors.ts'
import type { LakeContext } from './lake-context.ts'
import { LIMITS } from './limits.ts'
import { createRateLimit } from './rate-limit.ts'
import { type Identity, identify } from './rights.ts'

/** How often it is asked whether a guest is still there, and still welcome. */
const ROUND_SECONDS = 15

/** Why we close a socket: codes of RFC 6455, and of the hosted service from 4000 on. */
export const CLOSING = {
  goodbye: 1000,
  stopping: 1001,
  misbehaved: 1008,
  full: 1013,
  unauthorized: 4001,
} as const

/** One open web socket and who is behind it. */
export interface Guest {
  /** What the request to open it brought along, cookies among it. */
  readonly headers: Headers
  /** Who it is; undefined until they have said so. */
  identity(): Identity | undefined
  /**
   * Finds out who it is, by an `Authorization` header or else by what the socket was opened with.
   * False: nobody we know; the guest stays who they were.
   */
  signIn(authorization?: string): Promise<boolean>
  /** Resolves once the text has left the process, or cannot any more. */
  send(text: string): Promise<void>
  close(code: number, reason: string): void
}

/** What a room does with a guest. */
export interface Visit {
  /** Messages come one after the other: the next one when this one is done with. */
  hear(text: string): Promise<void>
  /** Called every few seconds. */
  round(): void
  left(): void
}

/** Limits who may be behind how many sockets. */
export interface GuestBook {
  /** False where the identity has too many already. */
  enter(guest: Guest, identity: Identity): boolean
  leave(guest: Guest): void
}

/** Takes care of an open socket: who it is, limits, signs of life. The room does the rest. */
export function receiveGuest(
  socket: WebSocket,
  options: {
    /** What the request to open it brought along. */
    headers: Headers
    /** Whom that makes of its sender. */
    identity: Identity | undefined
    lake: LakeContext
    book: GuestBook
    visitOf: (guest: Guest) => Visit
  },
): void {
  const { headers, lake, book } = options
  let identity: Identity | undefined
  let credentials = headers
  let isAlive = true
  const mayHear = createRateLimit(LIMITS.messagesPerSecond, LIMITS.messageBurst)

  const know = (found: Identity, by: Headers): boolean => {
    if (!book.enter(guest, found)) {
      guest.close(CLOSING.full, 'Too many sockets of one identity')
      return false
    }
    identity = found
    credentials = by
    clearTimeout(patience)
    return true
  }
  const guest: Guest = {
    headers,
    identity: () => identity,
    async signIn(authorization) {
      const asked = new Headers(headers)
      if (authorization !== undefined) asked.set('authorization', authorization)
      const found = await identifyQuietly(lake, asked)
      return found !== undefined && know(found, asked)
    },
    send(text) {
      if (socket.readyState !== socket.OPEN) return Promise.resolve()
      if (socket.bufferedAmount > LIMITS.socketBacklogBytes) {
        socket.terminate()
        return Promise.resolve()
      }
      return new Promise((resolve) => socket.send(text, () => resolve()))
    },
    close: (code, reason) => socket.close(code, reason),
  }

  const patience = setTimeout(
    () => guest.close(CLOSING.unauthorized, 'Say who you are'),
    LIMITS.strangerSeconds * 1000,
  )
  const rounds = setInterval(async () => {
    if (!isAlive) return socket.terminate()
    isAlive = false
    socket.ping()
    visit.round()
    if (!identity) return
    const found = await identifyQuietly(lake, credentials, true)
    // Where anybody may read, whose session has ended would go on as nobody in particular.
    identity = found?.id === identity.id ? found : undefined
    if (!identity) guest.close(CLOSING.unauthorized, 'You are not signed in any more')
  }, ROUND_SECONDS * 1000)
  patience.unref()
  rounds.unref()

  const visit = options.visitOf(guest)
  let turn: Promise<unknown> = Promise.resolve()
  socket.on('pong', () => {
    isAlive = true
  })
  socket.on('message', (data, isBinary) => {
    isAlive = true
    if (isBinary || !mayHear())
      return guest.close(CLOSING.misbehaved, 'Too many messages, or not text')
    turn = turn
      .then(async () => {
        if (socket.readyState === socket.OPEN) await visit.hear(data.toString())
      })
      .catch((cause: unknown) => {
        lake.onFailure(new LakeBug('a message on a socket was not dealt with', { cause }))
        socket.terminate()
      })
  })
  // Broken frames and lost connections; `close` follows.
  socket.on('error', () => {})
  socket.once('close', () => {
    clearTimeout(patience)
    clearInterval(rounds)
    book.leave(guest)
    visit.left()
  })
  if (options.identity) know(options.identity, headers)
}

/** Who sends such headers; undefined where it is nobody we know. A failure to find out is told to the lake. */
export async function identifyQuietly(
  lake: LakeContext,
  headers: Headers,
  isAgain = false,
): Promise<Identity | undefined> {
  try {
    return await identify(lake, { method: 'GET', headers, isAgain }, 'read')
  } catch (cause) {
    if (!(cause instanceof LakeError)) lake.onFailure(new LakeBug('authorize failed', { cause }))
    return undefined
  }
}
