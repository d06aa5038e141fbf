import type { DatabaseSync } from 'node:sqlite'
import { numberOf, textOf } from './row.ts'
import { writeFailure } from './storage-failure.ts'

/** One thing remembered for somebody. `value` is JSON. */
export interface KeyValue {
  key: string
  value: unknown
}

/** What is remembered for each person, on disk. */
export interface KeyValues {
  find(identity: string, keys: readonly string[]): KeyValue[]
  /** Keeps all or none. False: the person would have more than `most`, and nothing is kept. */
  put(identity: string, pairs: readonly KeyValue[], most: number): boolean
}

/** Opens the memory in a database that has its table. */
export function openKeyValues(database: DatabaseSync): KeyValues {
  const read = database.prepare(
    `SELECT key, value FROM key_values
     WHERE identity = ? AND key IN (SELECT value FROM json_each(?))`,
  )
  const others = database.prepare(
    `SELECT count(*) AS count FROM key_values
     WHERE identity = ? AND key NOT IN (SELECT value FROM json_each(?))`,
  )
  // One statement, so that it is one transaction whatever else is going on.
  const write = database.prepare(
    `INSERT INTO key_values (identity, key, value)
     SELECT :identity, value ->> 'key', value ->> 'json' FROM json_each(:pairs) WHERE true
     ON CONFLICT (identity, key) DO UPDATE SET value = excluded.value`,
  )
  return {
    find: (identity, keys) =>
      read.all(identity, JSON.stringify(keys)).map((row) => ({
        key: textOf(row, 'key'),
        value: JSON.parse(textOf(row, 'value')),
      })),
    put(identity, pairs, most) {
      const keys = new Set(pairs.map(({ key }) => key))
      const row = others.get(identity, JSON.stringify([...keys])) ?? {}
      if (numberOf(row, 'count') + keys.size > most) return false
      const rows = pairs.map(({ key, value }) => ({ key, json: JSON.stringify(value ?? null) }))
      try {
        write.run({ identity, pairs: JSON.stringify(rows) })
      } catch (cause) {
        throw writeFailure(cause)
      }
      return true
    },
  }
}
