import type { Counts, ToldWeek } from '#content/counts/open-counts.ts'
import type { HangingCode } from '#content/counts/scan-trees.ts'

/** What may be told of scans. */
export type Scans = {
  /** What is told of a campaign's closed weeks, the newest first. Throws where what hangs cannot be read. */
  toldWeeks: (campaign: string) => Promise<ToldWeek[]>
  /** Whether noise is added as weeks are closed. */
  isNoisy: boolean
}

// Soon after the end of a week: what hangs then is what is told of.
const LOOK_EVERY_MS = 60 * 60_000

/**
 * Closes weeks as they end: those that have ended already, then once an hour where one has, and before anything is
 * told. A week that could not be closed stays open until the next time, and `report` hears of it.
 */
export async function openScans(options: {
  counts: Pick<Counts, 'endedWeeks' | 'closeWeeks' | 'toldWeeks'>
  loadHanging: () => Promise<HangingCode[]>
  isNoisy: boolean
  report: (error: unknown) => void
}): Promise<Scans & { stop: () => void }> {
  const { counts, loadHanging, isNoisy, report } = options
  let isStopped = false

  async function close(): Promise<void> {
    if (counts.endedWeeks().length === 0) return
    const hanging = await loadHanging()
    if (!isStopped) counts.closeWeeks(hanging)
  }

  const timer = setInterval(() => void close().catch(report), LOOK_EVERY_MS)
  timer.unref()
  await close().catch(report)
  return {
    isNoisy,
    async toldWeeks(campaign) {
      await close()
      return counts.toldWeeks(campaign)
    },
    stop() {
      isStopped = true
      clearInterval(timer)
    },
  }
}
