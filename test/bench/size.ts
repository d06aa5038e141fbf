import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openStorage } from '../../content/lake/storage.ts'
import { makeDocuments } from './documents.ts'

const DOCUMENTS = 100_000
const AT_ONCE = 10_000

/** Prints what a lake of 100,000 documents takes of time to open and of memory, in a process of its own. */
export async function benchSize(): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'waymark-bench-'))
  try {
    fillLake(dataFolder, DOCUMENTS)
    const child = fileURLToPath(new URL('./open-lake-child.ts', import.meta.url))
    const lines = execFileSync(process.execPath, ['--expose-gc', child, dataFolder])
    process.stdout.write(
      `A lake of ${DOCUMENTS} documents (first answer within 2000 ms, at most 400 MB)\n${lines.toString()}`,
    )
  } finally {
    rmSync(dataFolder, { recursive: true })
  }
}

/** Writes the documents of the bench into a folder. */
export function fillLake(dataFolder: string, count: number): void {
  const storage = openStorage(dataFolder)
  const documents = makeDocuments(count)
  for (let start = 0; start < documents.length; start += AT_ONCE) {
    storage.commit({
      transactionId: `fill-${start}`,
      timestamp: '2026-01-01T00:00:00Z',
      identity: 'bench',
      changes: documents
        .slice(start, start + AT_ONCE)
        .map((after) => ({ id: after._id, after, mutations: [] })),
    })
  }
  storage.close()
}
