/** Gaps that a stream is carried over. */
interface Bridge {
  fetch: typeof globalThis.fetch
  /** Which addresses are event streams. */
  isStream: (url: URL) => boolean
  /** Milliseconds before each try to have the stream back; none left: the loss is told. */
  pausesMs: readonly number[]
}

/**
 * A `fetch` whose event streams outlast a restart of the server: where one breaks it is asked for again, from its
 * last event on, and whoever reads it notices nothing. The Studio closes a document's fields to the keyboard as soon
 * as its stream is lost; what somebody who looks at the keys goes on to write would be gone.
 */
export function bridgeGaps({ fetch, isStream, pausesMs }: Bridge): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await fetch(input, init)
    const url = new URL(input instanceof Request ? input.url : input, globalThis.location?.href)
    if (!isStream(url) || !response.ok || !response.body) return response
    const headers = new Headers(init?.headers)
    const again = async () => {
      for (const pauseMs of pausesMs) {
        await new Promise((resolve) => setTimeout(resolve, pauseMs))
        if (init?.signal?.aborted) return undefined
        const answer = await fetch(input, { ...init, headers }).catch(() => undefined)
        if (answer?.ok && answer.body) return answer.body
        // A refusal is told to the reader, who asks and is refused in turn.
        if (answer && answer.status < 500) return undefined
      }
      return undefined
    }
    const kept = (id: string) => headers.set('last-event-id', id)
    return new Response(lasting(response.body, { again, kept }), response)
  }
}

/** The bytes of a stream and of those that follow it, cut only between events. */
function lasting(
  first: ReadableStream<Uint8Array>,
  { again, kept }: { again: () => Promise<typeof first | undefined>; kept: (id: string) => void },
): typeof first {
  const encoder = new TextEncoder()
  let decoder = new TextDecoder()
  let reader = first.getReader()
  let begun = ''
  const next = async (): Promise<string> => {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) throw new TypeError('The stream of events has ended')
      const text = begun + decoder.decode(value, { stream: true })
      const end = text.lastIndexOf('\n\n') + 2
      begun = end < 2 ? text : text.slice(end)
      if (end >= 2) return text.slice(0, end)
    }
  }
  return new ReadableStream({
    async pull(controller) {
      for (;;) {
        try {
          const events = await next()
          const id = [...events.matchAll(/^id: (.+)$/gm)].at(-1)?.[1]
          if (id !== undefined) kept(id)
          return controller.enqueue(encoder.encode(events))
        } catch (reason) {
          const body = await again()
          if (!body) return controller.error(reason)
          // What had begun to come when it broke comes again.
          begun = ''
          decoder = new TextDecoder()
          reader = body.getReader()
        }
      }
    },
    cancel: (reason) => reader.cancel(reason),
  })
}
