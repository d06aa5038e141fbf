import { DeskProblem } from './ask-desk.ts'

/** What went wrong, in words for staff: the desk's own, or that its answer was not understood. */
export function deskFailure(error: unknown): DeskProblem {
  if (error instanceof DeskProblem) return error
  const message = 'The answer was not understood. Load the page again; what was sent is kept.'
  return new DeskProblem('answer', message, { cause: error })
}
