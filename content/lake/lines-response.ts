import { StorageFailure } from './errors.ts'

/** Lines are handed over in portions of about this many characters. */
const PORTION = 32 * 1024

/**
 * Newline-delimited JSON, a line for each item. Lines are only made when the reader has room for
 * them, so that a long history neither fills the memory nor holds up other requests. A failure
 * breaks the connection: what came before must not look whole.
 *
 * @param onFailure hears of a line that cannot be made
 */
export function linesResponse<T>(
  items: Iterable<T>,
  lineOf: (item: T) => unknown,
  onFailure: (error: Error) => void,
): Response {
  const encoder = new TextEncoder()
  const waiting = items[Symbol.iterator]()
  let isWanted = true
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      // Sources that answer at once would be drained without a pause.
      await new Promise((resolve) => setImmediate(resolve))
      if (!isWanted) return
      let portion = ''
      let isDone = false
      try {
        while (!isDone && portion.length < PORTION) {
          const next = waiting.next()
          isDone = next.done === true
          if (!next.done) portion += `${JSON.stringify(lineOf(next.value))}\n`
        }
        if (portion !== '') controller.enqueue(encoder.encode(portion))
        if (isDone) controller.close()
      } catch (cause) {
        const error = new StorageFailure('read-failed', 'The lines could not be read on', {
          cause,
        })
        onFailure(error)
        controller.error(error)
      }
    },
    cancel() {
      isWanted = false
    },
  })
  return new Response(body, { headers: { 'content-type': 'application/x-ndjson; charset=utf-8' } })
}
