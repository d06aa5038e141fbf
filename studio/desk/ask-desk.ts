import type { z } from 'zod'
import { DESK_PATH, deskProblem } from '#content/model/desk.ts'

/** What the desk refused, in words for staff; `code` `network` where it could not be reached. */
export class DeskProblem extends Error {
  readonly code: string
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'DeskProblem'
    this.code = code
  }
}

/** What is asked, and the shape of the answer. A body makes it a POST. */
type Asking<Schema extends z.ZodType> = {
  path: string
  answer: Schema
  query?: Record<string, string>
  body?: unknown
  signal?: AbortSignal
}

/** Asks the server's desk as whoever is signed in. Throws DeskProblem with words to show. */
export async function askDesk<Schema extends z.ZodType>({
  path,
  answer,
  query = {},
  body,
  signal,
}: Asking<Schema>): Promise<z.output<Schema>> {
  const search = new URLSearchParams(query)
  const response = await fetch(`${DESK_PATH}/${path}${search.size > 0 ? `?${search}` : ''}`, {
    ...(signal && { signal }),
    ...(body !== undefined && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  }).catch((cause: unknown) => {
    throw new DeskProblem(
      'network',
      'The server cannot be reached. Nothing was changed. Try again in a moment.',
      { cause },
    )
  })
  const json: unknown = await response.json().catch(() => undefined)
  if (response.ok) return answer.parse(json)
  const problem = deskProblem.safeParse(json)
  if (problem.success) throw new DeskProblem(problem.data.code, problem.data.message)
  throw new DeskProblem('server', `The server answered ${response.status}. Try again in a moment.`)
}
