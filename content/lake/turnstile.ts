import { refuse } from './errors.ts'

/** Lets work through, some at once; the rest waits its turn. */
export interface Turnstile {
  /** Throws LakeError 429 where too many are waiting. */
  pass<T>(work: () => Promise<T>): Promise<T>
}

/** Keeps work that is heavy from taking the whole machine. */
export function createTurnstile(limits: { atOnce: number; waiting: number }): Turnstile {
  const queue: (() => void)[] = []
  let inside = 0
  return {
    async pass(work) {
      if (inside >= limits.atOnce) {
        if (queue.length >= limits.waiting) {
          throw refuse(429, 'Too many pictures are being drawn: ask again in a few seconds')
        }
        // Who leaves hands the place on, so that nobody new comes in between.
        await new Promise<void>((enter) => queue.push(enter))
      } else inside += 1
      try {
        return await work()
      } finally {
        const next = queue.shift()
        if (next) next()
        else inside -= 1
      }
    },
  }
}
