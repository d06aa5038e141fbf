import { startWaymark } from './waymark.ts'

/** Starts the whole process once for all browser tests that only read, on a seeded demo of its own. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const waymark = await startWaymark({ port: 4399 })
  return waymark.stop
}
