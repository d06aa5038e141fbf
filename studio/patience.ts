const FIRST_DELAY_MS = 100
const LONGEST_DELAY_MS = 2_000
// About an hour, for a restart after mending something by hand.
const MAX_RETRIES = 1_800

/**
 * How the Studio's client asks again while the server is away. By its own setting it gives up after some three
 * seconds, and the open document goes down with the first question that fails: with it the words not yet sent.
 */
export const PATIENCE = {
  maxRetries: MAX_RETRIES,
  retryDelay: (attempt: number): number =>
    Math.min(FIRST_DELAY_MS * 2 ** attempt, LONGEST_DELAY_MS),
} as const
