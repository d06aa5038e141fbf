/**
 * Answers with bytes that never change: 304 for who has them, one range where one is asked for
 * (Safari plays audio only from servers that answer ranges), several ranges as the whole.
 * The headers have to have an `etag`.
 */
export function answerBytes(request: Request, bytes: Blob, headers: Headers): Response {
  const etag = headers.get('etag') ?? ''
  headers.set('accept-ranges', 'bytes')
  if (hasAlready(request.headers.get('if-none-match'), etag)) {
    return new Response(null, { status: 304, headers })
  }
  const isHead = request.method === 'HEAD'
  const range = rangeOf(request.headers, etag, bytes.size)
  if (range === 'unsatisfiable') {
    headers.set('content-range', `bytes */${bytes.size}`)
    return new Response(null, { status: 416, headers })
  }
  const { start, end } = range ?? { start: 0, end: bytes.size }
  headers.set('content-length', String(end - start))
  if (range) headers.set('content-range', `bytes ${start}-${end - 1}/${bytes.size}`)
  const body = isHead ? null : bytes.slice(start, end).stream()
  return new Response(body, { status: range ? 206 : 200, headers })
}

function hasAlready(known: string | null, etag: string): boolean {
  if (known === null) return false
  return known.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')))
}

/** @see RFC 9110, 14.1.2. `end` is the first byte that is no longer asked for. */
function rangeOf(headers: Headers, etag: string, size: number) {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(headers.get('range') ?? '') ?? []
  const condition = headers.get('if-range')
  if ((from === '' && to === '') || (condition !== null && condition !== etag)) return undefined
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const end = from === '' || to === '' ? size : Math.min(Number(to) + 1, size)
  return start < end ? { start, end } : 'unsatisfiable'
}
