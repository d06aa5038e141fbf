import path from 'node:path'
import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import { HTTPException } from 'hono/http-exception'
import { isOwnRequest, needsOwnOrigin } from '#content/access/own-request.ts'
import { isAdministrator } from '#content/access/stored-binding.ts'
import { documentId } from '#content/model/ids.ts'
import { loadStoredFacts } from '#content/queries/load-all-facts.ts'
import { loadPlacesListing, loadStoodFor } from '#content/queries/load-reach.ts'
import { createFrame, type Frame } from '../accounts/frame.ts'
import { loadStaffWords } from '../accounts/words.ts'
import type { DeskRooms } from './context.ts'
import { factList } from './fact-list.ts'
import { findFact } from './find-fact.ts'
import { followOn } from './follow-on.ts'
import { followersView, summaryOf } from './followers-view.ts'
import { loadFollowers } from './load-followers.ts'
import { DeskMistake } from './problem.ts'
import { standbyOf } from './standby-of.ts'
import { nameOf, readFacts } from './stored-fact.ts'
import { ownersToTell } from './tell-owners.ts'
import { mayWithdraw, namesOf, type Viewer, viewerOf } from './viewer.ts'
import { withdrawFact } from './withdraw.ts'
import { readReason, withdrawForm } from './withdraw-form.ts'

const OURS = /^\/withdraw(\/|$)/
const STYLE = path.join(import.meta.dirname, 'withdraw.css')
const SCRIPT_PATH = '/withdraw/script/follow.js'
const SCRIPT = `(${followOn.toString()})(document, window)`
const MOST_BYTES = 16 * 1024

type Env = { Variables: { viewer: Viewer } }
type Asked = Context<Env>

/** `/withdraw`: one person, one reason, one tap, from a telephone. Undefined for addresses that are not its. */
export async function createWithdrawPages(
  rooms: DeskRooms,
): Promise<(request: Request) => Promise<Response | undefined>> {
  const { accounts, client, services } = rooms
  const frame = createFrame([STYLE])
  const wordsFor = await loadStaffWords()
  const wordsOf = ({ req }: Asked) => wordsFor(req.header('accept-language') ?? null)
  const app = new Hono<Env>().basePath('/withdraw')

  app.use(async (asked, next) => {
    const { method, headers } = asked.req.raw
    if (!['GET', 'HEAD', 'POST'].includes(method)) return new Response(null, { status: 405 })
    const length = headers.get('content-length')
    if (method === 'POST' && Number(length ?? MOST_BYTES + 1) > MOST_BYTES) {
      return new Response(null, { status: length === null ? 411 : 413 })
    }
    if (!needsOwnOrigin(method, headers) || isOwnRequest(headers, accounts.origins)) return next()
    const words = wordsOf(asked)
    return frame({ words, title: 'foreign.title', status: 403, content: html`` })
  })

  app.get('/script/follow.js', () => {
    const headers = {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'no-store',
    }
    return new Response(SCRIPT, { headers })
  })

  app.use(async (asked, next) => {
    const session = await accounts.sessions.find(asked.req.raw.headers)
    const member = session && accounts.members.find(session.account)
    if (member === undefined) {
      const back = new URLSearchParams({ next: asked.req.path })
      return sendOn(`/login?${back}`)
    }
    asked.set('viewer', viewerOf(rooms, member))
    return next()
  })

  app.get('/', async (asked) => {
    const { viewer } = asked.var
    const words = wordsOf(asked)
    const { documents, organizations } = await loadStoredFacts(client)
    const facts = readFacts(documents).filter(
      (fact) => fact.versions.published !== undefined && mayWithdraw(fact, viewer),
    )
    if (facts.length === 0) return notYours(asked)
    const names = new Map(organizations.map(({ id, name }) => [id, nameOf(name) ?? id]))
    const sought = (asked.req.query('q') ?? '').slice(0, 80)
    const content = factList(words, { facts, organizations: names, sought })
    return page(asked, { title: 'withdraw.title', content })
  })

  app.get('/:id', (asked) => one(asked))

  app.post('/:id', async (asked) => {
    const { viewer } = asked.var
    const id = idOf(asked)
    const reason = readReason(wordsOf(asked), await fieldsOf(asked))
    if (reason === undefined) return one(asked, 'withdraw.no-reason')
    try {
      const { untold } = await withdrawFact(rooms, viewer, { id, reason })
      const query = new URLSearchParams({ untold: untold.map((member) => member.id).join() })
      return sendOn(`/withdraw/${id}?${query}`)
    } catch (error) {
      // Somebody else was first: the page says who.
      const isDone = error instanceof DeskMistake && error.code === 'already-withdrawn'
      if (isDone) return sendOn(`/withdraw/${id}`)
      throw error
    }
  })

  app.get('/:id/followers', async (asked) => {
    const id = idOf(asked)
    const { fact } = await findFact(rooms, id)
    if (!mayWithdraw(fact, asked.var.viewer)) return new Response(null, { status: 403 })
    const text = String(followersView(wordsOf(asked), await loadFollowers(rooms, id)))
    const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' }
    return new Response(text, { headers })
  })

  app.notFound((asked) => missing(asked))
  app.onError((error, asked) => {
    if (error instanceof HTTPException) return error.getResponse()
    if (!(error instanceof DeskMistake)) return services.fail(asked.req.raw, error)
    if (error.status === 404) return missing(asked)
    if (error.code === 'not-yours') return notYours(asked)
    const content = html`<p class="problem" role="alert">${error.message}</p>`
    return page(asked, { title: 'withdraw.title', status: 409, content })
  })

  async function one(asked: Asked, problem?: string): Promise<Response> {
    const { viewer } = asked.var
    const id = idOf(asked)
    const { fact, owner } = await findFact(rooms, id)
    const { published } = fact.versions
    if (published === undefined) return missing(asked)
    if (!mayWithdraw(fact, viewer)) return notYours(asked)
    const words = wordsOf(asked)
    const { say } = words
    const [places, { documents }] = await Promise.all([
      loadStoodFor(client, id, { onlyNow: true }).then((ids) => loadPlacesListing(client, ids)),
      loadStoredFacts(client),
    ])
    const standby = standbyOf(fact, readFacts(documents))?.title
    const about = html`<section class="fact">
      <ul class="numbers">${published.numbers.map((dial) => html`<li><bdi dir="ltr">${dial}</bdi></li>`)}</ul>
      <p>${owner.name}</p>
      <p>${say('withdraw.places', { count: places.length })}</p>
      <p>${standby ? say('withdraw.standby', { name: standby }) : say('withdraw.no-standby')}</p>
      ${published.withdrawal ? '' : withdrawForm(words, id)}
    </section>`
    const heading = fact.title
    if (published.withdrawal === undefined) {
      const status = problem === undefined ? 200 : 400
      return page(asked, { title: 'withdraw.title', heading, content: about, problem, status })
    }
    const { withdrawnBy, withdrawnAt, reason } = published.withdrawal
    const untold = untoldOwners(asked, owner.id)
    const followed = await loadFollowers(rooms, id)
    const content = html`<section>
        <p>${say('withdraw.already', { name: namesOf(rooms)(withdrawnBy), time: momentIn(withdrawnAt, words.lang) })}</p>
        <p>${say('withdraw.because')}: ${reason}</p>
        <p>${say('withdraw.back-again')}</p>
        ${untold.length > 0 ? html`<p class="problem">${say('withdraw.untold')}: ${untold.join(', ')}</p>` : ''}
      </section>
      <section>
        <h2>${say('withdraw.followed')}</h2>
        <p id="follow-summary" role="status">${summaryOf(words, followed)}</p>
        <div id="followers" data-from="/withdraw/${id}/followers">${followersView(words, followed)}</div>
        <a class="button" data-reload href="/withdraw/${id}">${say('withdraw.look-again')}</a>
      </section>
      ${about}
      <p><a href="/withdraw">${say('withdraw.another')}</a></p>`
    const done = 'withdraw.done'
    return page(asked, { title: 'withdraw.title', heading, content, done, script: SCRIPT_PATH })
  }

  /** Owners whom no letter has reached, for who has just withdrawn, and for all where no letter can. */
  function untoldOwners(asked: Asked, organization: string): string[] {
    const owners = ownersToTell(rooms, organization, asked.var.viewer.member)
    if (rooms.sendMail === undefined) return owners.map(({ name }) => name)
    const untold = (asked.req.query('untold') ?? '').split(',')
    return owners.filter(({ id }) => untold.includes(id)).map(({ name }) => name)
  }

  function page(asked: Asked, rest: Omit<Frame, 'words' | 'person'>): Response {
    const { member, bindings } = asked.var.viewer
    const person = { name: member.name, isAdministrator: isAdministrator(bindings) }
    return frame({ words: wordsOf(asked), person, ...rest })
  }

  function notYours(asked: Asked): Response {
    const content = html`<p>${wordsOf(asked).say('withdraw.none-yours')}</p>`
    return page(asked, { title: 'withdraw.title', status: 403, content })
  }

  function missing(asked: Asked): Response {
    const words = wordsOf(asked)
    const content = html`<p><a href="/withdraw">${words.say('withdraw.another')}</a></p>`
    return frame({ words, title: 'missing.title', status: 404, content })
  }

  return async (request) =>
    OURS.test(new URL(request.url).pathname) ? app.fetch(request) : undefined
}

function idOf({ req }: Asked): string {
  const id = documentId.safeParse(req.param('id'))
  if (id.success) return id.data
  throw new DeskMistake(404, 'no-fact', 'There is no such helpline or service.')
}

async function fieldsOf({ req }: Asked): Promise<Record<string, string>> {
  const fields = await req.parseBody().catch(() => ({}))
  const texts = Object.entries(fields).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  )
  return Object.fromEntries(texts)
}

function sendOn(to: string): Response {
  return new Response(null, { status: 303, headers: { Location: to, 'Cache-Control': 'no-store' } })
}

function momentIn(moment: string, lang: string): string {
  const form = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' } as const
  return `${new Intl.DateTimeFormat(lang, form).format(new Date(moment))} UTC`
}
