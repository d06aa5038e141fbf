import { z } from 'zod'
import { type IsoWeek, isoWeek, WEEK_MS, weekOf } from '#content/model/iso-week.ts'
import { type ShortCode, shortCode } from '#content/model/short-code.ts'
import { openCountsDatabase } from './counts-database.ts'
import { type Disclosed, disclosed, discloseScans } from './disclose-scans.ts'
import { type HangingCode, scanTrees } from './scan-trees.ts'

/** What may be told of one campaign and closed week: campaign, places, codes. */
export type ToldWeek = { week: IsoWeek; told: Disclosed }

/** Tallies of scans. Nothing else is known of them: no address, no agent, no time of day. */
export type Counts = {
  /** One scan more, in the week that it is now. Never waits and never fails. */
  add(code: ShortCode): void
  /** Weeks that have ended and are not closed yet, of the last quarter. */
  endedWeeks(): IsoWeek[]
  /** Closes them: fixes for good what may be told of what hangs, and forgets what was counted. */
  closeWeeks(hanging: readonly HangingCode[]): void
  /** What was fixed of a campaign's closed weeks, the newest first, at most a quarter. */
  toldWeeks(campaign: string): ToldWeek[]
  /** Keeps what was counted, and ends. */
  stop(): void
}

export type CountsOptions = {
  /** `:memory:` keeps nothing. */
  dataFolder: string
  /** Epoch ms. */
  now: () => number
  /** Hears of a disk that takes nothing; what was counted waits in memory. */
  report: (error: unknown) => void
  /** Where weeks are closed with noise: one draw of it. Else nothing is added. */
  noise?: (() => number) | undefined
}

// A file written at each scan would tell when somebody stood before the poster.
const KEEP_EVERY_MS = 15 * 60_000

/** A quarter: what is told, and what is made up for after a long absence. */
const MOST_WEEKS = 13

const counted = z.array(z.object({ code: shortCode, scans: z.number() }))
const named = z.array(z.object({ week: isoWeek }))
const kept = z.array(z.object({ week: isoWeek, tree: z.string() }))

/**
 * Opens `counts.sqlite`. Scans are gathered in memory and written every quarter of an hour, so that no file tells
 * when one came; a power cut loses those of that quarter.
 *
 * @throws where the folder cannot be written
 */
export function openCounts({ dataFolder, now, report, noise }: CountsOptions): Counts {
  const database = openCountsDatabase(dataFolder, now())
  const upsert = database.prepare(
    `INSERT INTO scans (code, week, scans) VALUES (?1, ?2, ?3)
     ON CONFLICT DO UPDATE SET scans = scans + ?3`,
  )
  const scansIn = database.prepare('SELECT code, scans FROM scans WHERE week = ?')
  const forget = database.prepare('DELETE FROM scans WHERE week < ?')
  const tell = database.prepare('INSERT INTO told (week, campaign, tree) VALUES (?, ?, ?)')
  const close = database.prepare('INSERT INTO closed (week) VALUES (?)')
  const open = database.prepare(
    `SELECT value AS week FROM json_each(?) WHERE value > (SELECT min(week) FROM closed)
     AND value NOT IN (SELECT week FROM closed) ORDER BY value`,
  )
  const select = database.prepare(
    `SELECT week, tree FROM told WHERE campaign = ? AND week < ? ORDER BY week DESC LIMIT ${MOST_WEEKS}`,
  )
  const waiting = new Map<string, { code: ShortCode; week: IsoWeek; scans: number }>()
  const timer = setInterval(keep, KEEP_EVERY_MS)
  timer.unref()

  function add(code: ShortCode): void {
    const week = weekOf(now())
    const key = `${week} ${code}`
    const known = waiting.get(key)
    if (known) known.scans += 1
    else waiting.set(key, { code, week, scans: 1 })
  }

  function keep(): void {
    if (waiting.size === 0) return
    try {
      inOne(() => {
        for (const { code, week, scans } of waiting.values()) upsert.run(code, week, scans)
      })
      waiting.clear()
    } catch (error) {
      report(error)
    }
  }

  function endedWeeks(): IsoWeek[] {
    const weeks = Array.from({ length: MOST_WEEKS }, (_, ago) =>
      weekOf(now() - (ago + 1) * WEEK_MS),
    )
    return named.parse(open.all(JSON.stringify(weeks))).map(({ week }) => week)
  }

  function closeWeeks(hanging: readonly HangingCode[]): void {
    keep()
    // What the disk does not take yet belongs to its week: that stays open, and `report` has heard of it.
    if (waiting.size > 0) return
    inOne(() => {
      for (const week of endedWeeks()) {
        const scans = new Map(counted.parse(scansIn.all(week)).map((one) => [one.code, one.scans]))
        // Noise is drawn for what nobody has opened too: that there is none would tell so.
        const figureOf = (code: ShortCode) =>
          Math.max(0, (scans.get(code) ?? 0) + Math.round(noise?.() ?? 0))
        for (const tree of scanTrees(hanging, figureOf)) {
          tell.run(week, tree.id, JSON.stringify(discloseScans(tree)))
        }
        close.run(week)
      }
      // What came too late for its week is forgotten with it.
      forget.run(weekOf(now()))
    })
  }

  function inOne(write: () => void): void {
    database.exec('BEGIN IMMEDIATE')
    try {
      write()
      database.exec('COMMIT')
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK')
      throw error
    }
  }

  return {
    add,
    endedWeeks,
    closeWeeks,
    toldWeeks: (campaign) =>
      kept.parse(select.all(campaign, weekOf(now()))).map(({ week, tree }) => ({
        week,
        told: disclosed.parse(JSON.parse(tree)),
      })),
    stop() {
      clearInterval(timer)
      keep()
      database.close()
    },
  }
}
