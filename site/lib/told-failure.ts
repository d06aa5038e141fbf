/** What the log keeps of a failure. */
export type ToldFailure = {
  type: string
  message: string
  stack?: string | undefined
  code?: string
  statusCode?: number
  cause?: ToldFailure
}

// A chain of causes longer than this tells nothing more.
const MOST_CAUSES = 5

/**
 * What the log may keep of a failure: its kind, words and place in the code. Whatever else hangs on it is left out: an
 * answer of the lake bears its whole query, and with it the code or the place that somebody has opened.
 */
export function toldFailure(error: unknown, depth = 0): ToldFailure {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) }
  const { name, message, stack, cause } = error
  const code: unknown = Reflect.get(error, 'code')
  const statusCode: unknown = Reflect.get(error, 'statusCode')
  return {
    type: name,
    message,
    stack,
    ...(typeof code === 'string' && { code }),
    ...(typeof statusCode === 'number' && { statusCode }),
    ...(cause !== undefined && depth < MOST_CAUSES && { cause: toldFailure(cause, depth + 1) }),
  }
}
