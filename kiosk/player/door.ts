import type { News } from './news.ts'
import type { Heard, WorkerLine } from './worker-line.ts'

/** Where a player has its content from. */
export type Door = {
  openLine: (heard: Heard) => WorkerLine
  /** Follows a place's releases; `check` looks for a newer one. */
  createNews: (check: (place: string) => void) => News
  blobAddress: (sha256: string) => string
  /** Asks the browser not to throw away what is kept. */
  keep: () => void
}
