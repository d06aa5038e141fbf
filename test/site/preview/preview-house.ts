import { randomBytes } from 'node:crypto'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import type { Binding } from '#content/access/binding.ts'
import { seedDemo } from '#content/demo/seed.ts'
import { previewAnswer } from '#content/model/desk.ts'
import { createScreenPreview } from '../../../kiosk/service/preview.ts'
import { createDeskRoutes } from '../../../site/desk/routes.ts'
import { compose } from '../../../site/lib/compose.ts'
import { openContent } from '../../../site/lib/content.ts'
import { services } from '../../../site/lib/services.ts'
import { createPreviewRoutes } from '../../../site/preview/routes.ts'
import { createPreviewTokens } from '../../../site/preview/tokens.ts'
import { temporaryFolder } from '../../browser.ts'
import { makeAccount, ORIGIN, signInAs } from '../../content/access/people.ts'

/** The demo with its desk and previews. Pages are told as the JSON of the facts that they would be drawn from. */
export async function openPreviewHouse() {
  const { folder, remove } = await temporaryFolder('preview')
  let now = Date.now()
  const log = pino({ level: 'silent' })
  const content = await openContent({
    settings: { dataFolder: folder, host: '127.0.0.1', reading: 'closed' },
    origin: ORIGIN,
    log,
    now: () => now,
  })
  const { client, clientFor, draftClient, accounts } = content
  if (!clientFor || !draftClient || !accounts) throw new Error('The embedded lake is meant')
  await seedDemo({ client, now: new Date(now) })
  const composed = await compose({
    client,
    origin: ORIGIN,
    isPrintable: true,
    log,
    countScan: () => {},
    now: () => now,
  })
  onTestFinished(async () => {
    composed.stop()
    await content.stop()
    await remove()
  })
  const rooms = {
    accounts,
    client,
    draftClient,
    services: composed.services,
    loadStrings: composed.loadStrings,
    screen: createScreenPreview({ shellFolder: folder, origin: ORIGIN, isSample: true }),
    tokens: createPreviewTokens(() => now),
    log,
    now: () => now,
  }
  const previews = createPreviewRoutes(rooms)
  const screens = { places: () => [], shown: () => [], current: async () => undefined }
  const desk = createDeskRoutes({
    ...{
      accounts,
      client,
      clientFor,
      documents: () => [],
      log,
      screens,
      scans: { toldWeeks: async () => [], isNoisy: false },
      services: composed.services,
    },
    previews: rooms,
    sendMail: undefined,
    now: () => now,
  })
  const render = async (request: Request) => {
    const [, , slug = ''] = new URL(request.url).pathname.split('/')
    const facts = await services().loadPlaceFacts(slug)
    return new Response(`<main id="content">${JSON.stringify(facts)}</main>`, {
      headers: { 'content-type': 'text/html', 'content-security-policy': "frame-ancestors 'none'" },
    })
  }
  const enter = async (bindings: readonly Binding[]) => {
    const email = `${randomBytes(4).toString('hex')}@waymark.example`
    const account = await makeAccount(accounts, email, bindings)
    const visitor = await signInAs(accounts, email)
    const ask = (address: string) =>
      previews(new Request(`${ORIGIN}${address}`, { headers: visitor.headers }), render)
    const order = async (id: string) => {
      const headers = new Headers(visitor.headers)
      headers.set('origin', ORIGIN)
      const body = JSON.stringify({ id })
      const request = new Request(`${ORIGIN}/api/desk/previews`, { method: 'POST', headers, body })
      const answer = await desk(request)
      if (answer === undefined) throw new Error('The desk has no such address')
      return answer
    }
    return {
      account,
      order,
      open: async (id: string) => previewAnswer.parse(await (await order(id)).json()),
      ask: async (address: string) => {
        const answer = await ask(address)
        if (answer === undefined) throw new Error(`${address} is not ours`)
        return answer
      },
      leave: () => accounts.sessions.endAll(account),
    }
  }
  return {
    client,
    draftClient,
    enter,
    publicFacts: (slug: string) => composed.services.loadPlaceFacts(slug),
    wait: (ms: number) => {
      now += ms
    },
  }
}
