import type { SanityClient } from 'sanity'
import { type Fields, type ImportChange, type Undoing, undoingOf } from './import-change.ts'
import type { LeftOut } from './run-import.ts'
import { statusOf } from './write-import.ts'

const TRIES = 3
// A deletion holds no revision to account: a patch before it that changes nothing does.
const NOTHING = 'nothing'
const SINCE = 'Somebody has changed or approved it since.'
const GONE = 'There is no draft of it any more: it was published or discarded since.'
const BUSY = 'Somebody is writing in it now. Try once more.'
const LOST = 'The server could not be reached. Try once more.'
const UNSAID =
  'The words are back. That they had been sent back stands in the history: only who said it may say it again.'

/** What an undoing has done. */
export type Undone = {
  undoneCount: number
  /** Not, or not wholly, put back, and why. */
  left: LeftOut[]
  /** What can be tried once more: nobody was in the way but the network or a writer. */
  again: ImportChange[]
}

/** Puts back, document by document, what an import changed, where nobody has written since. */
export async function undoImport(
  client: SanityClient,
  changes: readonly ImportChange[],
  onProgress: (done: number) => void,
): Promise<Undone> {
  const undone: Undone = { undoneCount: 0, left: [], again: [] }
  for (const [at, change] of changes.entries()) {
    onProgress(at)
    await undoOne(client, change, undone)
  }
  onProgress(changes.length)
  return undone
}

async function undoOne(client: SanityClient, change: ImportChange, undone: Undone): Promise<void> {
  const { documentId, title, draftId, texts } = change
  const leave = (reason: string, part?: string) => {
    undone.left.push({ documentId, title: part ? `${title} · ${part}` : title, reason })
  }
  try {
    for (let tries = 0; tries < TRIES; tries++) {
      const now = await client.getDocument<Fields>(draftId)
      if (!now) return leave(GONE)
      const undoing = undoingOf(change, now)
      if (!(await isCommitted(client, { draftId, now, undoing }))) continue
      if (undoing.kind === 'discard') undone.undoneCount += texts.length
      else {
        undone.undoneCount += undoing.count
        for (const name of undoing.kept) leave(SINCE, name)
        for (const name of undoing.unsaid) leave(UNSAID, name)
      }
      return
    }
    undone.again.push(change)
    leave(BUSY)
  } catch (error) {
    const status = statusOf(error)
    if (status !== undefined && status < 500) {
      return leave(`The server refused it. ${error instanceof Error ? error.message : ''}`)
    }
    undone.again.push(change)
    leave(LOST)
  }
}

type Step = { draftId: string; now: Fields; undoing: Undoing }

/** False where somebody was faster. */
async function isCommitted(client: SanityClient, { draftId, now, undoing }: Step) {
  const isDiscarded = undoing.kind === 'discard'
  const { set, unset } = isDiscarded ? { set: {}, unset: [NOTHING] } : undoing
  if (Object.keys(set).length === 0 && unset.length === 0) return true
  const patch = client
    .patch(draftId, { set, ...(unset.length > 0 && { unset }) })
    .ifRevisionId(String(now['_rev']))
  const transaction = client.transaction().patch(patch)
  if (isDiscarded) transaction.delete(draftId)
  try {
    await transaction.commit({ visibility: 'sync' })
    return true
  } catch (error) {
    if (statusOf(error) === 409) return false
    throw error
  }
}
