import { randomUUID } from 'node:crypto'
import type { SanityClient } from '@sanity/client'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Logger } from 'pino'
import { z } from 'zod'
import type { ReviewLink, ReviewLinks } from '#content/access/review-links.ts'
import type { RecordingReview } from '#content/model/documents/recording.ts'
import { findLanguage } from '#content/model/languages.ts'
import { NOTE_BYTES } from '#content/model/spoken-texts.ts'
import type { Services } from '../lib/services.ts'
import { keepAnswer } from './keep-answer.ts'
import { keepNote } from './keep-note.ts'
import { createPace } from './pace.ts'
import { readBlock } from './read-block.ts'
import { createReviewFrame, type ReviewPage, SCRIPT } from './review-page.ts'
import { storedVersions } from './stored-versions.ts'
import { loadReviewWords } from './words.ts'

/** What the pages of review links are made from. */
export type ReviewRooms = {
  links: ReviewLinks
  /** Whether an account may still enter: a link holds no longer than who made it. */
  mayEnter: (account: string) => boolean
  /** Reads and writes as the process itself. */
  client: SanityClient
  /** Hands out the bytes of assets. */
  lake: { fetch: (request: Request) => Promise<Response> }
  services: Pick<Services, 'languages' | 'origin'>
  log: Logger
  now: () => number
}

const verdict = z.enum(['right', 'wrong'])
// What a form needs around a voice note.
const FORM_BYTES = 16 * 1024
const ASSET = /^file-([0-9a-f]{40})-([a-z0-9]{1,12})$/

/**
 * Answers `/review/...` for people without an account: one text after the other, to be read and heard, right or
 * wrong. It sets no cookie, asks for no name and logs no address; whoever holds the link sees its texts, no more.
 */
export async function createReviewRoutes(
  rooms: ReviewRooms,
): Promise<(request: Request) => Promise<Response | undefined>> {
  const { links, mayEnter, client, lake, services, log, now } = rooms
  const wordsFor = await loadReviewWords(services.languages)
  const draw = createReviewFrame()
  const hasPace = createPace(now)
  const app = new Hono().basePath('/review')

  app.get('/note.js', () => {
    const headers = {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'no-cache',
    }
    return new Response(SCRIPT, { headers })
  })

  app.get('/:secret/audio/:at', async (asked) => {
    const link = openLink(asked)
    const block = link && (await blockAt(link, Number(asked.req.param('at'))))
    const [, name, extension] = ASSET.exec(block?.shown.recording?.asset ?? '') ?? []
    if (name === undefined) return new Response(null, { status: link ? 404 : 410 })
    const address = `${services.origin}/lake/files/waymark/production/${name}.${extension}`
    const range = asked.req.header('range')
    const answer = await lake.fetch(new Request(address, { headers: range ? { range } : {} }))
    const headers = new Headers(answer.headers)
    headers.set('cache-control', 'no-store')
    headers.set('cross-origin-resource-policy', 'same-origin')
    return new Response(answer.body, { status: answer.status, headers })
  })

  app.get('/:secret', async (asked) => {
    const link = openLink(asked)
    if (link === undefined) return over(asked)
    return textPage(asked, link, Number(asked.req.query('n') ?? 1))
  })

  app.post(
    '/:secret/:at',
    bodyLimit({
      maxSize: NOTE_BYTES + FORM_BYTES,
      onError: async (asked) => {
        const link = openLink(asked)
        const at = Number(asked.req.param('at'))
        return link ? textPage(asked, link, at, 'bad-note') : over(asked)
      },
    }),
    async (asked) => {
      const link = openLink(asked)
      if (link === undefined) return over(asked)
      const at = Number(asked.req.param('at'))
      const block = await blockAt(link, at)
      if (block === undefined) return next(asked, at)
      const fields = await readFields(asked)
      const said = verdict.safeParse(fields['verdict'])
      const note = fields['note']
      if (!said.success) return textPage(asked, link, at, 'answer')
      if (!hasPace(link.id) || !links.takeAnswer(link.id)) {
        return draw({ say: wordsFor(link.language), kind: 'wait', status: 429 })
      }
      const kept =
        note instanceof File && note.size > 0 ? await keepNote(client, note) : ('none' as const)
      if (kept === 'refused') return textPage(asked, link, at, 'bad-note')
      const review: RecordingReview = {
        _key: randomUUID().slice(0, 12),
        verdict: said.data,
        ...(kept !== 'none' && { note: kept }),
        on: new Date(now()).toISOString().slice(0, 10),
      }
      const { field, versions, shown } = block
      const { language } = link
      await keepAnswer(client, { versions, field, language, block: shown }, review, log)
      return next(asked, at)
    },
  )

  app.notFound((asked) => over(asked))
  app.onError((err, asked) => {
    log.error({ err }, 'An answer by a review link could not be kept')
    const link = openLink(asked)
    if (link === undefined) return over(asked)
    const at = Number(asked.req.param('at') ?? 1)
    return textPage(asked, link, at, 'offline', 503)
  })

  function openLink(asked: Context): ReviewLink | undefined {
    const found = links.find(asked.req.param('secret') ?? '')
    return found && !found.isOver && mayEnter(found.link.createdBy) ? found.link : undefined
  }

  async function blockAt(link: ReviewLink, at: number) {
    const block = link.blocks[at - 1]
    if (block === undefined) return undefined
    const versions = await storedVersions(client, block.documentId)
    const [newest] = versions
    const shown = newest && readBlock(newest, block.field, link.language)
    return shown && { versions, field: block.field, shown }
  }

  async function textPage(
    asked: Context,
    link: ReviewLink,
    at: number,
    problem?: string,
    status?: ReviewPage['status'],
  ): Promise<Response> {
    const say = wordsFor(link.language)
    const block = await blockAt(link, at)
    if (block === undefined && at >= 1 && at <= link.blocks.length) return next(asked, at)
    if (block === undefined) return draw({ say, kind: 'thanks' })
    const { text, recording } = block.shown
    const path = `/review/${asked.req.param('secret')}`
    const dir = findLanguage(services.languages(), link.language)?.direction ?? 'ltr'
    return draw({
      say,
      kind: 'text',
      ...(problem && { problem, status: status ?? 400 }),
      action: `${path}/${at}`,
      audio: recording && `${path}/audio/${at}`,
      passage: { text, lang: link.language, dir },
      at,
      all: link.blocks.length,
    })
  }

  function next(asked: Context, at: number): Response {
    const to = `/review/${asked.req.param('secret')}?n=${at + 1}`
    return new Response(null, {
      status: 303,
      headers: { Location: to, 'Cache-Control': 'no-store' },
    })
  }

  function over(asked: Context): Response {
    const found = links.find(asked.req.param('secret') ?? '')
    const language = found?.link.language ?? asked.req.header('accept-language')?.split(/[,;]/)[0]
    return draw({ say: wordsFor(language ?? ''), kind: 'over', status: found ? 410 : 404 })
  }

  return async (request) => {
    const { pathname } = new URL(request.url)
    if (!/^\/review(\/|$)/.test(pathname)) return undefined
    if (!['GET', 'HEAD', 'POST'].includes(request.method)) {
      return new Response(null, { status: 405, headers: { Allow: 'GET, HEAD, POST' } })
    }
    return app.fetch(request)
  }
}

/** The fields of a form; what cannot be read has none. */
async function readFields(asked: Context): Promise<Record<string, unknown>> {
  try {
    return await asked.req.parseBody()
  } catch {
    return {}
  }
}
