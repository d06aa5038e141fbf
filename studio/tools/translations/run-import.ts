import type { SanityClient } from 'sanity'
import type { Incoming } from '#content/exchange/xliff/apply-xliff.ts'
import {
  type Comparing,
  compareXliff,
  type IncomingText,
} from '#content/exchange/xliff/compare-xliff.ts'
import type { Xliff } from '#content/exchange/xliff/xliff.ts'
import { loadExchanged } from './exchanged-documents.ts'
import type { ImportChange } from './import-change.ts'
import { type ImportedDocument, statusOf, type Written, writeDocument } from './write-import.ts'

/** A document whose texts stayed as they were, and why. */
export type LeftOut = { documentId: string; title: string; reason: string }

/** What an import has done. */
export type Imported = {
  writtenCount: number
  leftOut: LeftOut[]
  /** What can be taken back. */
  changes: ImportChange[]
  /** Written, but the answer was lost on its way: nobody here knows what exactly it changed. */
  untold: LeftOut[]
}

/** How far it is. `waiting`: the server is away, and is asked again. */
export type ImportProgress = { done: number; total: number; isWaiting: boolean }

type Run = {
  client: SanityClient
  xliff: Xliff
  against: Omit<Comparing, 'documents'>
  incoming: Incoming
  texts: readonly IncomingText[]
  documents: ReadonlyMap<string, ImportedDocument>
  onProgress: (progress: ImportProgress) => void
  signal: AbortSignal
}

const TRIES = 3
const WAIT_MS = 2000
const CHANGED =
  'Somebody wrote in it meanwhile. Nothing was written over: import the file once more.'
const STOPPED = 'Stopped before it was written.'
const UNTOLD = 'The network was away when it was written. Its history can undo it.'
const INCOMPLETE =
  'A guide is begun in a language with all of its parts. Ask for the parts that are missing.'

/**
 * Writes all documents, one after the other, each whole or not at all. While the server is away it waits and goes on:
 * what had arrived is found, and not written twice.
 *
 * @returns what was written and what was left as it was; ends early, without harm, once `signal` is aborted
 */
export async function runImport(run: Run): Promise<Imported> {
  const groups = [...Map.groupBy(run.texts, ({ documentId }) => documentId)]
  const imported: Imported = { writtenCount: 0, leftOut: [], changes: [], untold: [] }
  for (const [at, [documentId, texts]] of groups.entries()) {
    if (run.signal.aborted) break
    run.onProgress({ done: at, total: groups.length, isWaiting: false })
    const title = texts[0]?.title ?? documentId
    const onWaiting = () => run.onProgress({ done: at, total: groups.length, isWaiting: true })
    const result = await importOne(run, { documentId, texts, onWaiting })
    if ('reason' in result) {
      imported.leftOut.push({ documentId, title, ...result })
      continue
    }
    imported.writtenCount += texts.length
    if (result.change) imported.changes.push(result.change)
    else imported.untold.push({ documentId, title, reason: UNTOLD })
  }
  run.onProgress({ done: groups.length, total: groups.length, isWaiting: false })
  return imported
}

type One = { documentId: string; texts: readonly IncomingText[]; onWaiting: () => void }

/** Why it was left out, or what it changed, as far as that was told. */
async function importOne(
  run: Run,
  { documentId, texts, onWaiting }: One,
): Promise<{ reason: string } | { change?: ImportChange }> {
  let document = run.documents.get(documentId)
  let wanted: readonly IncomingText[] = texts
  for (let tries = 0; tries < TRIES && document !== undefined; ) {
    const result = await attempt(() => writeNow(run, document, wanted), onWaiting, run.signal)
    if (result === 'stopped') return { reason: STOPPED }
    if (result === 'incomplete') return { reason: INCOMPLETE }
    if (typeof result === 'object') return 'refused' in result ? { reason: result.refused } : result
    if (result === 'conflict') tries += 1
    // Somebody else's change, or our own whose answer was lost: today's document says which.
    const fresh = await attempt(() => compareAgain(run, documentId), onWaiting, run.signal)
    if (fresh === 'stopped') return { reason: STOPPED }
    if (fresh === 'lost') continue
    if ('refused' in fresh) return { reason: fresh.refused }
    if (fresh.texts.length === 0) return {}
    if (!isUntouched(texts, fresh.texts)) return { reason: CHANGED }
    document = fresh.document
    wanted = fresh.texts
  }
  return { reason: CHANGED }
}

async function writeNow(
  { client, incoming }: Run,
  document: ImportedDocument | undefined,
  texts: readonly IncomingText[],
): Promise<Written> {
  return document === undefined ? 'conflict' : writeDocument(client, document, texts, incoming)
}

async function compareAgain({ client, xliff, against }: Run, documentId: string) {
  const documents = await loadExchanged(client, [documentId], xliff.targetLanguage)
  const files = xliff.files.filter(({ original }) => original === documentId)
  const { incoming, differing } = compareXliff({ ...xliff, files }, { ...against, documents })
  const document = documents.get(documentId)
  if (document === undefined || differing.length > 0) return { refused: CHANGED }
  return { document, texts: incoming }
}

/** Whether a text that is still to be written is as it was when its words were shown. */
function isUntouched(shown: readonly IncomingText[], now: readonly IncomingText[]): boolean {
  return now.every(({ current, unit }) => {
    const before = shown.find((one) => one.unit === unit)?.current
    return JSON.stringify(before?.target) === JSON.stringify(current.target)
  })
}

/** Does something that needs the server; where it cannot be reached, waits a little and says that it was lost. */
async function attempt<Result>(
  act: () => Promise<Result>,
  onWaiting: () => void,
  signal: AbortSignal,
): Promise<Result | 'lost' | 'stopped' | { refused: string }> {
  if (signal.aborted) return 'stopped'
  try {
    return await act()
  } catch (error) {
    const status = statusOf(error)
    if (status !== undefined && status < 500) {
      const said = error instanceof Error ? error.message : ''
      return { refused: `The server refused it. ${said}` }
    }
    onWaiting()
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS))
    return 'lost'
  }
}
