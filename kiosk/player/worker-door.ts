import { blobPath } from '../worker/blob-path.ts'
import type { Door } from './door.ts'
import { createNews } from './news.ts'
import { openWorkerLine } from './worker-line.ts'

/** The door of every real screen: its worker, which verifies and keeps what it plays. */
export const workerDoor: Door = {
  openLine: openWorkerLine,
  createNews,
  blobAddress: blobPath,
  // Refused in some kiosk modes; the screen then plays on and fetches again what storage loses.
  keep: () => void navigator.storage?.persist?.(),
}
