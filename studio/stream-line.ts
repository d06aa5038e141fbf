import { type StreamAnswer, type StreamRequest, streamAnswer } from './stream-message.ts'

/** An open web socket that carries event streams. */
export interface StreamLine {
  /** Asks for a stream; rejects as `fetch` does where the line breaks or the caller gives up. */
  ask(path: string, init: { headers: Headers; signal?: AbortSignal }): Promise<Response>
}

/** What happens to one stream. */
interface Receiver {
  take(answer: StreamAnswer): void
  lose(reason: Error): void
}

/**
 * Opens a line; undefined where there is none to be had.
 *
 * @param closed hears once that an open line is gone, and whether it ever answered
 */
export function openStreamLine(
  socket: WebSocket,
  closed: (hasAnswered: boolean) => void,
): Promise<StreamLine | undefined> {
  const receivers = new Map<number, Receiver>()
  let count = 0
  let hasAnswered = false
  const send = (request: StreamRequest) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(request))
  }

  const ask: StreamLine['ask'] = (path, { headers, signal }) => {
    const id = count++
    const authorization = headers.get('authorization')
    const lastEventId = headers.get('last-event-id')
    return new Promise((resolve, reject) => {
      const leave = () => {
        if (receivers.delete(id)) send({ kind: 'close', id })
      }
      const receiver = receive({ resolve, reject, leave })
      signal?.addEventListener('abort', () => {
        leave()
        receiver.lose(signal.reason)
      })
      if (signal?.aborted) return reject(signal.reason)
      if (socket.readyState !== WebSocket.OPEN) return reject(lost())
      receivers.set(id, receiver)
      send({
        kind: 'open',
        id,
        path,
        ...(authorization !== null && { authorization }),
        ...(lastEventId !== null && { lastEventId }),
      })
    })
  }

  socket.addEventListener('message', ({ data }) => {
    const { data: answer } = streamAnswer.safeParse(parse(data))
    if (!answer) return socket.close()
    hasAnswered = true
    receivers.get(answer.id)?.take(answer)
    if (answer.kind === 'end') receivers.delete(answer.id)
  })
  return new Promise((resolve) => {
    socket.addEventListener('open', () => resolve({ ask }))
    socket.addEventListener('close', () => {
      resolve(undefined)
      closed(hasAnswered)
      for (const receiver of receivers.values()) receiver.lose(lost())
      receivers.clear()
    })
  })
}

/** Makes a response of the answers to one request. */
function receive({
  resolve,
  reject,
  leave,
}: {
  resolve: (response: Response) => void
  reject: (reason: Error) => void
  leave: () => void
}): Receiver {
  const encoder = new TextEncoder()
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const body = new ReadableStream<Uint8Array>({
    start(opened) {
      controller = opened
    },
    cancel() {
      controller = undefined
      leave()
    },
  })
  return {
    take(answer) {
      switch (answer.kind) {
        case 'head': {
          const { status, headers } = answer
          resolve(new Response(WITHOUT_BODY.includes(status) ? null : body, { status, headers }))
          return
        }
        case 'chunk':
          controller?.enqueue(encoder.encode(answer.text))
          return
        case 'end':
          controller?.close()
          controller = undefined
      }
    },
    lose(reason) {
      reject(reason)
      controller?.error(reason)
      controller = undefined
    },
  }
}

const WITHOUT_BODY = [204, 205, 304]

/** The kind of error that `fetch` has for a lost network: it is tried again. */
export function lost(): TypeError {
  return new TypeError('The connection for event streams is lost')
}

function parse(data: unknown): unknown {
  try {
    return typeof data === 'string' ? JSON.parse(data) : undefined
  } catch {
    return undefined
  }
}
