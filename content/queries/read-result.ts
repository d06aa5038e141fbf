import type { z } from 'zod'
import { Mistake } from '#content/model/errors.ts'
import { withoutNulls } from './without-nulls.ts'

/** Hears of documents that cannot be shown, to log them. */
export type Report = (mistake: Mistake) => void

/** Tells the log of the process, where nobody else listens. */
export const warn: Report = (mistake) => process.emitWarning(mistake)

/**
 * Reads what a query answered. `what` names it for the mistake that is thrown when it is not in shape:
 * on a hosted Content Lake nothing keeps an author from publishing half a document.
 */
export function readResult<Schema extends z.ZodType>(
  schema: Schema,
  answer: unknown,
  what: string,
): z.output<Schema> {
  const result = schema.safeParse(withoutNulls(answer))
  if (result.success) return result.data
  throw mistakeIn(result.error, what)
}

/** Reads a list; what is not in shape is left out and reported, so that one bad document blanks no page. */
export function readEach<Schema extends z.ZodType>(
  schema: Schema,
  answers: readonly unknown[],
  report: Report,
): z.output<Schema>[] {
  return answers.flatMap((answer) => {
    if (answer === null || answer === undefined) return []
    const result = schema.safeParse(withoutNulls(answer))
    if (result.success) return [result.data]
    report(mistakeIn(result.error, nameOf(answer)))
    return []
  })
}

function mistakeIn(error: z.ZodError, what: string): Mistake {
  const fields = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  return new Mistake(
    'unreadable-document',
    `${what} cannot be shown: ${fields.join('; ')}. Mend these fields in the Studio and publish again.`,
    { cause: error },
  )
}

function nameOf(answer: unknown): string {
  const isNamed = typeof answer === 'object' && answer !== null && 'id' in answer
  return isNamed ? String(answer.id) : 'A document'
}
