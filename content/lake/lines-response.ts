import { StorageFailure } from './errors.ts'

/**
 * Newline-delimited JSON, a line for each item. A line is only made when the reader has room for
 * it, so that a long history neither fills the memory nor holds up other requests. A failure
 * breaks the connection: what came before must not look whole.
 *
 * @param onFailure hears of a line that cannot be made
 */
export function linesResponse<T>(
  items: readonly T[],
  lineOf: (item: T) => unknown,
  onFailure: (error: Error) => void,
): Response {
  const encoder = new TextEncoder()
  const waiting = items.values()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      // Sources that answer at once would be drained without a pause.
      await new Promise((resolve) => setImmediate(resolve))
      const { done, value } = waiting.next()
      if (done) return controller.close()
      try {
        controller.enqueue(encoder.encode(`${JSON.stringify(lineOf(value))}\n`))
      } catch (cause) {
        const error = new StorageFailure('read-failed', 'The history could not be read on', {
          cause,
        })
        onFailure(error)
        controller.error(error)
      }
    },
  })
  return new Response(body, { headers: { 'content-type': 'application/x-ndjson; charset=utf-8' } })
}
