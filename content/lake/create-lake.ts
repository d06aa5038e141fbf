import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { availableParallelism } from 'node:os'
import type { Duplex } from 'node:stream'
import { createAssetStore } from './asset-store.ts'
import type { Commit } from './commit.ts'
import { type Directory, EMPTY_DIRECTORY } from './directory.ts'
import type { LakeDocument } from './document.ts'
import { createDocumentStore } from './document-store.ts'
import { LakeBug, plainBody } from './errors.ts'
import type { EventStream } from './event-stream.ts'
import { createFeed } from './feed.ts'
import { createLakeApp } from './lake-app.ts'
import type { LakeContext } from './lake-context.ts'
import { LIMITS } from './limits.ts'
import { createRenditionStore } from './rendition-store.ts'
import type { Authorize } from './rights.ts'
import { createSights } from './sights.ts'
import { createSocketDoor } from './socket-door.ts'
import { openStorage } from './storage.ts'
import { createTurnstile } from './turnstile.ts'
import { type BeforeCommit, createWriter } from './writer.ts'

/** How a lake is set up. */
export interface LakeOptions {
  /** Folder of `lake.sqlite`, `assets/` and `renditions/`, made where it is missing; `:memory:` keeps nothing. */
  dataFolder: string
  project: string
  dataset: string
  /** Address that browsers reach the lake under, such as `http://127.0.0.1:4321/lake`; stands in asset urls. */
  publicUrl: string
  /** Origin of the pages that may open web sockets. Default: that of `publicUrl`. */
  origin?: string
  authorize: Authorize
  /** Default: nobody is known but by the id. */
  directory?: Directory
  beforeCommit?: BeforeCommit
  now?: () => Date
  /** Random bytes, for ids. */
  random?: (byteCount: number) => Uint8Array
  /** Hears of disk failures and of our own bugs, to log them. Default: a warning of the process. */
  onFailure?: (error: Error) => void
}

/** A Content Lake: the part of Sanity's HTTP API that its client and Studio use, over SQLite. */
export interface Lake {
  /** Answers everything under `/lake`. */
  fetch(request: Request): Promise<Response>
  /** Takes over a connection that asks to become a web socket under `/lake`, or refuses it. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Hears of each kept transaction, in order. Returns how to stop hearing. */
  onCommit(hear: (commit: Commit) => void): () => void
  documentCount(): number
  /** Every document as it is stored, drafts and versions too: for the process itself, which asks for no rights. */
  documents(): Iterable<LakeDocument>
  /** What is answered, such as `GET /lake/:version/...`, so that nothing is opened without a thought to who may. */
  routes(): string[]
  /** Answers what has been asked, ends event streams, closes the files. */
  stop(): Promise<void>
}

/**
 * Opens a lake. All documents are read into memory: about 10,000 in a fifth of a second.
 *
 * @throws StorageFailure where the folder cannot be used, or another process uses it
 */
export function createLake(options: LakeOptions): Lake {
  const { dataFolder, project, dataset, authorize } = options
  const now = options.now ?? (() => new Date())
  const random = options.random ?? randomBytes
  const randomId = () => Buffer.from(random(16)).toString('hex')

  const onFailure = options.onFailure ?? ((error: Error) => process.emitWarning(error))

  const storage = openStorage(dataFolder)
  const store = createDocumentStore(storage.loadDocuments())
  const sights = createSights({ store, sanity: { projectId: project, dataset }, now })
  const feed = createFeed(onFailure)
  const writer = createWriter({
    store,
    storage,
    beforeCommit: options.beforeCommit ?? (() => []),
    now,
    randomId,
    async select(query, params, { id: identity, audience }) {
      // Only ids are taken from it, and their number has a limit of its own.
      const mostBytes = Number.POSITIVE_INFINITY
      const request = { query, params, perspective: 'raw', identity, mostBytes } as const
      return JSON.parse(await sights.of(audience).queries.run(request))
    },
    committed(commit) {
      const changedIds = commit.changes.map(({ id }) => id)
      sights.refresh(changedIds)
      feed.publish(commit)
    },
  })
  const assets = createAssetStore(dataFolder)
  const context: LakeContext = {
    project,
    dataset,
    publicUrl: options.publicUrl.replace(/\/$/, ''),
    origin: options.origin ?? new URL(options.publicUrl).origin,
    authorize,
    directory: options.directory ?? EMPTY_DIRECTORY,
    now,
    randomId,
    onFailure,
    storage,
    sights,
    writer,
    feed,
    assets,
    renditions: createRenditionStore({
      folder: assets.renditionFolder,
      mostBytes: LIMITS.renditionBytes,
      onFailure,
      now,
    }),
    reading: pictureTurnstile(),
    drawing: pictureTurnstile(),
  }
  const openStreams = new Set<EventStream>()
  const underWay = new Set<Promise<Response>>()
  let isStopped = false
  const app = createLakeApp(context, openStreams)
  const fetch = async (request: Request) => {
    if (isStopped) return stopped()
    const answer = Promise.resolve(app.fetch(request)).then(keptByNobody)
    underWay.add(answer)
    return answer.finally(() => underWay.delete(answer))
  }
  const door = createSocketDoor(context, fetch)

  return {
    fetch,
    upgrade(request, socket, head) {
      door.upgrade(request, socket, head).catch((cause: unknown) => {
        socket.destroy()
        onFailure(new LakeBug('a web socket was not opened', { cause }))
      })
    },
    onCommit: (hear) => feed.subscribe(hear),
    documentCount: () => store.size(),
    documents: () => store.all(),
    routes: () => [...new Set(app.routes.map(({ method, path }) => `${method} ${path}`))],
    async stop() {
      if (isStopped) return
      isStopped = true
      await door.stop()
      await Promise.allSettled(underWay)
      sights.stop()
      for (const stream of [...openStreams]) stream.close()
      await assets.close()
      storage.close()
    },
  }
}

/** Leaves one core to everything else. */
function pictureTurnstile() {
  const atOnce = Math.max(1, availableParallelism() - 1)
  return createTurnstile({ atOnce, waiting: LIMITS.waitingForPictures })
}

/** What one may see another may not: no cache on the way keeps what does not say that it may be kept. */
function keptByNobody(response: Response): Response {
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store')
  return response
}

function stopped(): Response {
  return Response.json(plainBody(503, 'The lake is stopped'), { status: 503 })
}
