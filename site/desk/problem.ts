import type { z } from 'zod'
import type { deskProblem } from '#content/model/desk.ts'

/** Something the person who asks can do something about. */
export class DeskMistake extends Error {
  readonly status: 400 | 403 | 404 | 409 | 422 | 429
  readonly code: string
  constructor(status: DeskMistake['status'], code: string, message: string) {
    super(message)
    this.name = 'DeskMistake'
    this.status = status
    this.code = code
  }
}

/** The answer that says so. */
export function problemResponse(status: number, problem: z.infer<typeof deskProblem>): Response {
  return Response.json(problem, { status, headers: { 'Cache-Control': 'no-store' } })
}
