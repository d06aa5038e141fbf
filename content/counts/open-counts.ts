import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { type IsoWeek, isoWeek, weekOf } from '#content/model/iso-week.ts'
import { type ShortCode, shortCode } from '#content/model/short-code.ts'

/** How often one printed code was opened in one week. Robots and repeats are in it: it counts scans, not people. */
export type WeekOfScans = { code: ShortCode; week: IsoWeek; scans: number }

/** Tallies of scans. Nothing else is known of them: no address, no agent, no time of day. */
export type Counts = {
  /** One scan more, in the week that it is now. Never waits and never fails. */
  add(code: ShortCode): void
  /** Closed weeks, as they really are: give them out through `discloseScans` only. Newest week first. */
  closedWeeks(codes: readonly ShortCode[]): WeekOfScans[]
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
  /** Where weeks are closed with noise, one draw of it; else nothing is added. */
  noise?: (() => number) | undefined
}

// A file written at each scan would tell when somebody stood before the poster.
const KEEP_EVERY_MS = 15 * 60_000

const row = z.object({ code: shortCode, week: isoWeek, scans: z.number() })

/**
 * Opens `counts.sqlite`. Scans are gathered in memory and written every quarter of an hour, so that no file tells
 * when one came; a power cut loses those of that quarter.
 *
 * @throws where the folder cannot be written
 */
export function openCounts({ dataFolder, now, report, noise }: CountsOptions): Counts {
  const database = openDatabase(dataFolder)
  const upsert = database.prepare(
    `INSERT INTO scans (code, week, scans) VALUES (?1, ?2, ?3)
     ON CONFLICT DO UPDATE SET scans = scans + ?3`,
  )
  const open = database.prepare(
    'SELECT code, week, scans FROM scans WHERE noise IS NULL AND week < ?',
  )
  const close = database.prepare('UPDATE scans SET noise = ? WHERE code = ? AND week = ?')
  const select = database.prepare(
    `SELECT code, week, max(0, scans + coalesce(noise, 0)) AS scans FROM scans
     WHERE code IN (SELECT value FROM json_each(?)) AND week < ? ORDER BY week DESC, code`,
  )
  const waiting = new Map<string, WeekOfScans>()
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

  // Noise is drawn once for each closed week and kept: who asks again learns nothing new.
  function closeWeeks(): void {
    if (noise === undefined) return
    const ended = z.array(row).parse(open.all(weekOf(now())))
    if (ended.length === 0) return
    inOne(() => {
      for (const { code, week } of ended) close.run(Math.round(noise()), code, week)
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
    closedWeeks(codes) {
      keep()
      closeWeeks()
      return z.array(row).parse(select.all(JSON.stringify(codes), weekOf(now())))
    },
    stop() {
      clearInterval(timer)
      keep()
      database.close()
    },
  }
}

function openDatabase(dataFolder: string): DatabaseSync {
  const isInMemory = dataFolder === ':memory:'
  const file = isInMemory ? dataFolder : join(dataFolder, 'counts.sqlite')
  const database = new DatabaseSync(file)
  if (!isInMemory) chmodSync(file, 0o600)
  // No write-ahead log: it would keep the order in which codes were opened.
  database.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = DELETE')
  database.exec(`
    CREATE TABLE IF NOT EXISTS scans (
      code TEXT NOT NULL,
      week TEXT NOT NULL,
      scans INTEGER NOT NULL,
      noise INTEGER,
      PRIMARY KEY (code, week)
    ) STRICT, WITHOUT ROWID
  `)
  return database
}
