import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { askLake } from '#content/exchange/lake-door.ts'
import type { Settings } from '../lib/settings.ts'
import { withLake } from './reach-lake.ts'

/** Copies the lake's database, as it is at one moment, into a file. A server may be working on it. */
export async function copyLake(settings: Settings, file: string): Promise<void> {
  await withLake(settings, { mayBeNew: false }, async ({ door }) => {
    const bytes = await askLake(door, `v1/backup/${door.dataset}`)
    await pipeline(bytes, createWriteStream(file, { mode: 0o600 }))
  })
}
