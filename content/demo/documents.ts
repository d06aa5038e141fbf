import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type AnyDocument, anyDocument } from '#content/model/documents/any-document.ts'
import { Bug } from '#content/model/errors.ts'
import { approveGuides } from './approve-guides.ts'
import { writeOut } from './shorthand.ts'
import { verifyFacts } from './verify-facts.ts'

/** The files of the demo, one transaction a row, referred-to documents first. */
const BATCHES: readonly (readonly string[])[] = [
  ['countries', 'organizations'],
  ['helplines'],
  ['places', 'services'],
  ['messages'],
  ['guides'],
  ['indicators', 'legal-and-alerts'],
  ['campaigns'],
  ['placements'],
]

/** The demo's documents, complete and checked against the model, in the batches to write them in. */
export function demoDocuments(now: Date): AnyDocument[][] {
  return BATCHES.map((names) => {
    const written = names.flatMap(readLines).map((line) => writeOut(line, now))
    return verifyFacts(approveGuides(written.map(parse), now))
  })
}

function readLines(name: string): unknown[] {
  const text = readFileSync(path.join(import.meta.dirname, `${name}.ndjson`), 'utf8')
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

function parse(document: unknown): AnyDocument {
  const result = anyDocument.safeParse(document)
  if (result.success) return result.data
  const start = JSON.stringify(document).slice(0, 80)
  throw new Bug(`a document of the demo is not in shape: ${start}… ${result.error.message}`)
}
