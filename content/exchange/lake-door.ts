import { WorldFailure } from '#content/model/errors.ts'

/** A way into a lake, in this process or in another, for somebody who may do everything there. */
export interface LakeDoor {
  /** Addresses are those of an in-process lake; whoever is behind the door knows where they lead. */
  fetch(request: Request): Promise<Response>
  token: string
  project: string
  dataset: string
}

/** Host that stands in the addresses; nothing ever resolves it. */
const NOWHERE = 'http://lake.invalid/lake'

/**
 * Asks a lake for something, and reads it as it comes.
 *
 * @param path what stands behind `/lake`, such as `v1/audit/production`
 * @throws WorldFailure that says what the lake answered, or that the answer broke off
 */
export async function askLake(door: LakeDoor, path: string): Promise<AsyncGenerator<Uint8Array>> {
  const headers = { authorization: `Bearer ${door.token}` }
  const answer = await door.fetch(new Request(`${NOWHERE}/${path}`, { headers }))
  if (answer.ok) return wholeBody(answer)
  throw new WorldFailure('lake', `The lake answered ${answer.status}: ${await reasonOf(answer)}`)
}

async function* wholeBody({ body, headers }: Response): AsyncGenerator<Uint8Array> {
  const promised = headers.get('content-length')
  let bytes = 0
  try {
    for await (const portion of body ?? []) {
      bytes += portion.byteLength
      yield portion
    }
  } catch (cause) {
    throw new WorldFailure('lake', 'The answer of the lake broke off. Its log says why.', { cause })
  }
  if (promised === null || Number(promised) === bytes) return
  throw new WorldFailure('lake', `The lake sent ${bytes} of ${promised} bytes.`)
}

async function reasonOf(answer: Response): Promise<string> {
  const text = await answer.text()
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body === 'object' && body !== null && 'message' in body) return String(body.message)
  } catch {
    // What is no JSON is shown as it is.
  }
  return text.slice(0, 200)
}
