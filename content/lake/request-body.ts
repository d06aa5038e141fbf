import { refuse } from './errors.ts'

/** Deepest nesting of JSON that is read: deeper is an attack, and recursion would end in a full stack. */
const MOST_DEPTH = 64

/**
 * Reads a body and stops at the limit, whatever `Content-Length` claims.
 *
 * @throws LakeError 413
 */
export async function readBytes(request: Request, mostBytes: number): Promise<Uint8Array> {
  const tooLarge = () => refuse(413, `The request body may have ${mostBytes} bytes at most`)
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) throw tooLarge()
  if (!request.body) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body) {
    size += chunk.byteLength
    if (size > mostBytes) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/**
 * Reads a JSON body.
 *
 * @throws LakeError 400 where it is not JSON or nested too deeply, 413 where it is too large
 */
export async function readJson(request: Request, mostBytes: number): Promise<unknown> {
  const bytes = await readBytes(request, mostBytes)
  return parseJson(new TextDecoder().decode(bytes), 'The request body')
}

/**
 * Parses JSON from a request. `what` names it in the error.
 *
 * @throws LakeError 400 where it is not JSON or nested too deeply
 */
export function parseJson(text: string, what: string): unknown {
  const json = parse(text, what)
  if (isDeeperThan(json, MOST_DEPTH)) {
    throw refuse(400, `${what} is nested more than ${MOST_DEPTH} levels deep`)
  }
  return json
}

function parse(text: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'unreadable'
    throw refuse(400, `${what} is not valid JSON: ${reason}`)
  }
}

function isDeeperThan(json: unknown, mostDepth: number): boolean {
  let level = [json]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > mostDepth) return true
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    )
  }
  return false
}
