import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { openLog } from '../../../content/lake/log.ts'
import { MIGRATIONS } from '../../../content/lake/storage-schema.ts'

/** A database that remembers what is asked of it. */
class RecordingDatabase extends DatabaseSync {
  readonly asked: string[] = []

  override prepare(sql: string) {
    this.asked.push(sql)
    return super.prepare(sql)
  }
}

test('nothing is looked for by reading the log from end to end, or by sorting it', () => {
  const database = new RecordingDatabase(':memory:')
  for (const statements of MIGRATIONS) database.exec(statements)
  openLog(database)
  const searches = database.asked.filter((sql) => sql.includes('WHERE'))
  expect(searches.length).toBeGreaterThan(5)
  for (const sql of searches) {
    const steps = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all()
    const plan = steps.map(({ detail }) => String(detail)).join('\n')
    expect(plan, sql).not.toMatch(/SCAN (changes|transactions)/)
    // The few times that a document came or went are found by their own index, then sorted.
    if (sql.includes('gone')) expect(plan).toContain('INDEX deletions_by_document')
    else expect(plan, sql).not.toContain('TEMP B-TREE FOR ORDER BY')
  }
})
