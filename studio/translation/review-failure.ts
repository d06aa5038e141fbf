/** What to tell where the lake refused a review or could not be asked. */
export function reviewFailure(error: unknown): string {
  const status = statusOf(error)
  if (status === undefined) {
    return 'The server cannot be reached. Nothing was changed. Try again in a moment.'
  }
  const said = error instanceof Error ? ` The server says: ${error.message}` : ''
  if (status === 401) return 'Your session has ended. Sign in again; what you wrote is kept.'
  if (status === 403) return `Your role may not do this. Nothing was changed.${said}`
  return `Nothing was changed.${said}`
}

function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return undefined
  return typeof error.statusCode === 'number' ? error.statusCode : undefined
}
