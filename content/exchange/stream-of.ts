/** What is read from `portions`, as a web stream: a portion is asked for when there is room for it. */
export function streamOf(portions: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = portions[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel(reason) {
      await iterator.return?.(reason)
    },
  })
}
