import { LIMITS } from './limits.ts'
import type { StreamEvent } from './listen-event.ts'

/** Comment sent when nothing happens, so that proxies and dead connections are noticed. */
const KEEP_ALIVE_SECONDS = 15

/** How long a client waits before it comes back after a drop. */
const RETRY_MS = 1000

/** An open stream of server-sent events. */
export interface EventStream {
  response: Response
  send(event: StreamEvent): void
  close(): void
}

/** Who reads a stream. */
export interface StreamReader {
  signal: AbortSignal
  /** Asked now and then: false ends the stream. */
  isStillWelcome(): Promise<boolean>
  /** Called once, whoever closed the stream. */
  ended(): void
}

/**
 * Opens a stream. A reader who lags too far behind is cut off: it comes back with the id
 * of the last event that it has and gets what it missed from the log.
 */
export function openEventStream({ signal, isStillWelcome, ended }: StreamReader): EventStream {
  const encoder = new TextEncoder()
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const timer = setInterval(async () => {
    write(': keep-alive\n\n')
    if (!(await isStillWelcome())) close()
  }, KEEP_ALIVE_SECONDS * 1000)
  timer.unref()

  const end = () => {
    if (!controller) return
    controller = undefined
    clearInterval(timer)
    signal.removeEventListener('abort', close)
    ended()
  }
  const close = () => {
    const open = controller
    end()
    open?.close()
  }
  const write = (text: string) => {
    if (!controller) return
    if ((controller.desiredSize ?? 0) <= 0) close()
    else controller.enqueue(encoder.encode(text))
  }

  const body = new ReadableStream<Uint8Array>(
    {
      start(opened) {
        controller = opened
      },
      cancel: end,
    },
    new CountQueuingStrategy({ highWaterMark: LIMITS.waitingEvents }),
  )
  write(`retry: ${RETRY_MS}\n\n`)
  signal.addEventListener('abort', close)
  if (signal.aborted) close()

  return {
    response: new Response(body, {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-cache, no-transform',
        'x-accel-buffering': 'no',
      },
    }),
    send({ name, id, data }) {
      const idLine = id === undefined ? '' : `id: ${id}\n`
      write(`event: ${name}\n${idLine}data: ${JSON.stringify(data)}\n\n`)
    },
    close,
  }
}
