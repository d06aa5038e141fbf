import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { SanityClient } from '@sanity/client'
import { openCounts } from '#content/counts/open-counts.ts'
import type { HangingCode } from '#content/counts/scan-trees.ts'
import { sampleWeeks } from '#content/demo/sample-scans.ts'
import { seedDemo } from '#content/demo/seed.ts'
import { WEEK_MS } from '#content/model/iso-week.ts'
import { loadHangingCodes } from '#content/queries/load-hanging-codes.ts'

/**
 * Writes the demo, with its made-up scans. Where scans have been counted already, none are made up: they never mix.
 *
 * @throws where the folder cannot be written
 */
export async function writeDemo(options: {
  client: SanityClient
  dataFolder: string
  /** Epoch ms. */
  now: number
}): Promise<void> {
  const { client, dataFolder, now } = options
  await seedDemo({ client, now: new Date(now) })
  if (existsSync(join(dataFolder, 'counts.sqlite'))) return
  countSampleScans(dataFolder, now, await loadHangingCodes(client))
}

/** Counts them week by week and closes each, as if that time had passed. */
function countSampleScans(dataFolder: string, now: number, hanging: readonly HangingCode[]): void {
  const weeks = sampleWeeks()
  const clock = { now: now - weeks.length * WEEK_MS }
  const report = (cause: unknown) => {
    throw new Error('The scans of the demo cannot be written', { cause })
  }
  const counts = openCounts({ dataFolder, now: () => clock.now, report })
  try {
    for (const { weeksAgo, scans } of weeks) {
      clock.now = now - weeksAgo * WEEK_MS
      for (const [code, figure] of scans) {
        for (let scan = 0; scan < figure; scan += 1) counts.add(code)
      }
      clock.now += WEEK_MS
      counts.closeWeeks(hanging.filter(({ code }) => scans.has(code)))
    }
  } finally {
    counts.stop()
  }
}
