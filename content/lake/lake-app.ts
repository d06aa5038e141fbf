import { type Context, Hono } from 'hono'
import { answerAudit } from './audit-endpoint.ts'
import { answerBackup } from './backup-endpoint.ts'
import { answerDocuments } from './document-endpoint.ts'
import { LakeError, plainBody, refuse, StorageFailure } from './errors.ts'
import type { EventStream } from './event-stream.ts'
import { answerExport } from './export-endpoint.ts'
import { answerPastDocuments } from './history-documents-endpoint.ts'
import { answerEvents } from './history-events-endpoint.ts'
import { answerTransactions } from './history-transactions-endpoint.ts'
import type { LakeContext } from './lake-context.ts'
import { answerListen } from './listen-endpoint.ts'
import { answerLive } from './live-endpoint.ts'
import { answerActions, answerMutate } from './mutate-endpoint.ts'
import { addProjectRoutes } from './project-routes.ts'
import { answerQuery } from './query-endpoint.ts'
import { answerReferencesTo } from './references-endpoint.ts'
import { serveAsset } from './serve-asset.ts'
import { answerUpload } from './upload-endpoint.ts'

const VERSION = ':version{v(?:1|X|\\d{4}-\\d{2}-\\d{2})}'

/** Addresses of the lake, all under `/lake`. Whatever else is asked for is a 404 in Sanity's shape. */
export function createLakeApp(lake: LakeContext, openStreams: Set<EventStream>): Hono {
  const app = new Hono().basePath('/lake')
  const data = `/${VERSION}/data`

  const inDataset =
    (answer: (c: Context, request: Request) => Promise<Response>) => (c: Context) => {
      requireDataset(c, lake)
      return answer(c, c.req.raw)
    }
  const inStream = (answer: (request: Request) => Promise<Response>) =>
    inDataset((_, request) => {
      // Of an answer without end there is no head to be had alone: its body would run on unread.
      if (request.method === 'HEAD') throw refuse(405, 'Ask for a stream with GET')
      return answer(request)
    })
  const query = inDataset((c, request) => answerQuery(request, c.req.param('version') ?? '', lake))

  app.get(`${data}/query/:dataset`, query)
  app.post(`${data}/query/:dataset`, query)
  app.get(
    `${data}/doc/:dataset/:ids`,
    inDataset((c, request) => answerDocuments(request, c.req.param('ids') ?? '', lake)),
  )
  app.post(
    `${data}/mutate/:dataset`,
    inDataset((_, request) => answerMutate(request, lake)),
  )
  app.post(
    `${data}/actions/:dataset`,
    inDataset((_, request) => answerActions(request, lake)),
  )
  app.get(
    `${data}/listen/:dataset`,
    inStream((request) => answerListen(request, lake, openStreams)),
  )
  app.get(
    `${data}/live/events/:dataset`,
    inStream((request) => answerLive(request, lake, openStreams)),
  )
  app.get(
    `${data}/export/:dataset`,
    inDataset((_, request) => answerExport(request, lake)),
  )
  app.get(
    `/${VERSION}/audit/:dataset`,
    inDataset((_, request) => answerAudit(request, lake)),
  )
  app.get(
    `/${VERSION}/backup/:dataset`,
    inDataset((_, request) => answerBackup(request, lake)),
  )
  for (const path of ['transactions', 'transactions/:ids']) {
    app.get(
      `${data}/history/:dataset/${path}`,
      inDataset((c, request) => answerTransactions(request, c.req.param('ids'), lake)),
    )
  }
  app.get(
    `${data}/history/:dataset/documents/:ids`,
    inDataset((c, request) => answerPastDocuments(request, c.req.param('ids') ?? '', lake)),
  )
  app.get(
    `${data}/history/:dataset/events/documents/:id`,
    inDataset((c, request) => answerEvents(request, c.req.param('id') ?? '', lake)),
  )
  app.get(
    `${data}/references/:dataset/documents/:id/to`,
    inDataset((c, request) => answerReferencesTo(request, c.req.param('id') ?? '', lake)),
  )
  for (const kind of ['images', 'files'] as const) {
    app.post(
      `/${VERSION}/assets/${kind}/:dataset`,
      inDataset((_, request) => answerUpload(request, kind, lake)),
    )
    app.get(
      `/${kind}/:project/:dataset/:name/:shownName?`,
      inDataset((c, request) => {
        const { name = '', shownName } = c.req.param()
        return serveAsset(request, { name, shownName }, lake)
      }),
    )
  }
  addProjectRoutes(app, `/${VERSION}`, lake)
  app.notFound(({ req }) =>
    errorResponse(refuse(404, `There is no ${req.method} ${req.path}`), lake),
  )
  app.onError((error) => errorResponse(error, lake))
  return app
}

function requireDataset(c: Context, lake: LakeContext): void {
  const project = c.req.param('project') ?? c.req.header('x-sanity-project-id') ?? lake.project
  if (project !== lake.project) throw refuse(404, `There is no project "${project}"`)
  const dataset = c.req.param('dataset')
  if (dataset !== lake.dataset) throw refuse(404, `There is no dataset "${dataset}"`)
}

function errorResponse(error: Error, lake: LakeContext): Response {
  if (error instanceof LakeError) return Response.json(error.body, { status: error.status })
  lake.onFailure(error)
  const status = error instanceof StorageFailure ? 503 : 500
  const message = error instanceof StorageFailure ? error.message : 'The lake has failed'
  return Response.json(plainBody(status, message), { status })
}
