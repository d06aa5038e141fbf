import type { z } from 'zod'
import type { DeskAsked } from './context.ts'
import { DeskMistake } from './problem.ts'

/** The body of a request to the desk. Throws DeskMistake 400 where it is not in shape. */
export async function readOrder<Schema extends z.ZodType>(
  asked: DeskAsked,
  schema: Schema,
): Promise<z.output<Schema>> {
  const body: unknown = await asked.req.json().catch(() => undefined)
  const { success, data, error } = schema.safeParse(body)
  if (success) return data
  const [issue] = error.issues
  const where = issue?.path.join('.') || 'the request'
  throw new DeskMistake(400, 'unreadable', `${where}: ${issue?.message ?? 'not readable'}`)
}
