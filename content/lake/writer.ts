import { setImmediate as nextTurn } from 'node:timers/promises'
import {
  applyMutation,
  idsIn,
  type MutationContext,
  type MutationResult,
  needOf,
} from './apply-mutation.ts'
import { unreadableAttributes } from './attribute-names.ts'
import type { Commit } from './commit.ts'
import { type CommitGroup, createCommitGroup } from './commit-group.ts'
import { denied, deniedChanges } from './denied-changes.ts'
import type { LakeDocument } from './document.ts'
import type { DocumentStore } from './document-store.ts'
import { encodeCommit } from './encoded-commit.ts'
import { LIMITS } from './limits.ts'
import type { Mutation } from './mutation.ts'
import { oversizedDocuments } from './oversized-documents.ts'
import { brokenReferences } from './reference-integrity.ts'
import type { Identity, Need } from './rights.ts'
import {
  StepFailure,
  type StepProblem,
  type TransactionKind,
  transactionError,
} from './step-failure.ts'
import type { Storage } from './storage.ts'
import { createWorkingCopy, type WorkingCopy } from './working-copy.ts'

/** One document in a transaction that is about to be kept. */
interface ProposedChange {
  id: string
  before?: LakeDocument
  after?: LakeDocument
}

/** Why a gate does not let a document pass. `path` as in `numbers[0].dial`; `language` by its tag. */
interface GateRefusal {
  documentId: string
  path?: string
  language?: string
  message: string
}

/**
 * Asked last before a transaction is kept; an empty list lets it pass. Writes wait for
 * the answer, so it must not write to the lake itself. Before it reads from the lake it has to
 * call `settle`: transactions before this one may still wait for the disk, and cannot be read yet.
 */
export type BeforeCommit = (proposal: {
  transactionId: string
  identity: Identity
  changes: ProposedChange[]
  settle(): Promise<void>
}) => readonly GateRefusal[] | Promise<readonly GateRefusal[]>

/** A step turns what is there into mutations: itself for a mutation, several for an action. */
export type Step = (copy: WorkingCopy) => Mutation[]

/** A transaction that somebody asks for. */
interface WriteRequest {
  kind: TransactionKind
  transactionId?: string | undefined
  isDryRun: boolean
  identity: Identity
  steps: Step[]
}

/** What came of it. `documents` has the documents as they are after it. */
interface WriteOutcome {
  transactionId: string
  results: MutationResult[]
  documents: ReadonlyMap<string, LakeDocument>
}

/** Where a writer writes, and what it asks. */
export interface WriterOptions {
  store: DocumentStore
  storage: Storage
  beforeCommit: BeforeCommit
  now(): Date
  randomId(): string
  select(query: string, params: Record<string, unknown>, identity: Identity): Promise<unknown>
  committed(commit: Commit): void
}

/** Takes transactions one after the other; each is kept whole or not at all. */
export interface Writer {
  write(request: WriteRequest): Promise<WriteOutcome>
}

/** A request in the queue, and how its sender gets the answer. */
interface Waiting {
  request: WriteRequest
  resolve(outcome: Promise<WriteOutcome>): void
}

/**
 * The one way into the lake. Transactions that come while others are being worked on share one
 * flush of the disk; all of them are answered after it.
 */
export function createWriter(options: WriterOptions): Writer {
  const queue: Waiting[] = []
  const group = createCommitGroup(options)
  let isRunning = false

  const next = async () => {
    // Those that come with the same turn of the event loop are let in.
    if (queue.length === 0) await nextTurn()
    return group.isFull() ? undefined : queue.shift()
  }
  const writeTogether = async () => {
    for (let waiting = await next(); waiting; waiting = await next()) {
      const prepared = prepare(waiting.request, group, options)
      await prepared.catch(() => undefined)
      // A refusal waits as well: it may rest on what is not kept yet.
      waiting.resolve(group.kept().then(() => prepared))
    }
    // What came of it is told to each by `kept`.
    void group.settle()
  }
  const run = async () => {
    isRunning = true
    while (queue.length > 0) await writeTogether()
    isRunning = false
  }

  return {
    write(request) {
      return new Promise((resolve) => {
        queue.push({ request, resolve })
        if (!isRunning) void run()
      })
    },
  }
}

/** Works a transaction out and puts it into the group. What comes of it counts once the group is kept. */
async function prepare(
  request: WriteRequest,
  group: CommitGroup,
  options: WriterOptions,
): Promise<WriteOutcome> {
  const { kind, identity, isDryRun } = request
  const { documents: current } = group
  const transactionId = request.transactionId ?? options.randomId()
  if (group.hasTransaction(transactionId) || options.storage.hasTransaction(transactionId)) {
    throw replayed(kind, transactionId)
  }

  const timestamp = options.now().toISOString()
  // Seen through the group: what waits for the disk is there for whoever comes after, within the same rights.
  const copy = createWorkingCopy(current, identity.audience.see)
  const select: WriterOptions['select'] = async (...selection) => {
    await group.settle()
    return options.select(...selection)
  }
  const stamp = { transactionId, timestamp }
  const results = await runSteps(request, copy, stamp, { ...options, select })
  refuseIfAny(kind, deniedChanges(copy, identity))
  refuseIfAny(kind, unreadableAttributes(copy))
  refuseIfAny(kind, brokenReferences(copy, current))

  const proposed = copy.changes()
  const changes = proposed.map(({ index: _index, ...change }) => change)
  const session = identity.session && { session: identity.session }
  const commit = { transactionId, timestamp, identity: identity.id, ...session, changes }
  const encoded = encodeCommit(commit)
  refuseIfAny(kind, oversizedDocuments(encoded))
  const refusals = await options.beforeCommit({
    transactionId,
    identity,
    changes: changes.map(({ mutations: _mutations, ...change }) => change),
    settle: () => group.settle(),
  })
  refuseIfAny(
    kind,
    refusals.map((refusal) => problemOf(refusal, proposed)),
  )

  const documents = new Map(changes.flatMap(({ id, after }) => (after ? [[id, after]] : [])))
  if (!isDryRun && changes.length > 0) group.add(commit, encoded)
  for (const { id } of results) {
    const document = documents.get(id) ?? current.get(id)
    if (document) documents.set(id, document)
  }
  return { transactionId, results, documents }
}

async function runSteps(
  { kind, steps, identity }: WriteRequest,
  copy: WorkingCopy,
  stamp: { transactionId: string; timestamp: string },
  { randomId, select }: WriterOptions,
): Promise<MutationResult[]> {
  const results: MutationResult[] = []
  for (const [index, step] of steps.entries()) {
    const context: MutationContext = {
      ...stamp,
      index,
      randomId,
      async select(query, params) {
        const ids = idsIn(await select(query, params, identity))
        if (ids.length > LIMITS.documentsPerSelection) throw tooMany(ids.length)
        return ids
      },
    }
    try {
      for (const mutation of step(copy)) {
        requireRight(identity, needOf(mutation, copy))
        results.push(...(await applyMutation(mutation, copy, context)))
      }
    } catch (error) {
      if (!(error instanceof StepFailure)) throw error
      throw transactionError(kind, [{ ...error.problem, index }])
    }
  }
  return results
}

function requireRight(identity: Identity, need: Need): void {
  const refusal = identity.refusalOf(need)
  if (refusal !== undefined) throw new StepFailure(denied(need, refusal))
}

function refuseIfAny(kind: TransactionKind, problems: StepProblem[]): void {
  if (problems.length > 0) throw transactionError(kind, problems)
}

function problemOf(
  { documentId, path, language, message }: GateRefusal,
  proposed: { id: string; index: number }[],
): StepProblem {
  const index = proposed.find(({ id }) => id === documentId)?.index
  return {
    type: 'validationError',
    status: 422,
    description: message,
    details: {
      id: documentId,
      ...(path !== undefined && { path }),
      ...(language !== undefined && { language }),
    },
    ...(index !== undefined && { index }),
  }
}

function replayed(kind: TransactionKind, transactionId: string) {
  const description = `Transaction ID "${transactionId}" has already been used`
  return transactionError(kind, [{ type: 'transactionExistsError', status: 409, description }])
}

function tooMany(count: number): StepFailure {
  return new StepFailure({
    type: 'validationError',
    status: 400,
    description: `The query selects ${count} documents; ${LIMITS.documentsPerSelection} at most`,
  })
}
