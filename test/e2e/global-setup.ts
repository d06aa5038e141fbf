import { startWaymark } from './waymark.ts'

/** Starts the whole process once for all browser tests that only read, on a seeded demo of its own. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const waymark = await startWaymark({ port: 0 })
  // Workers start after this and read it in the configuration.
  process.env['WAYMARK_TEST_ORIGIN'] = waymark.origin
  return waymark.stop
}
