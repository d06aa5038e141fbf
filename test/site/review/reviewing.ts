import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import type { Binding } from '#content/access/binding.ts'
import { BUILT_IN_LANGUAGES } from '#content/model/languages.ts'
import { textHash } from '#content/model/text-hash.ts'
import type { DeskRooms } from '../../../site/desk/context.ts'
import { createDeskRoutes } from '../../../site/desk/routes.ts'
import { openContent } from '../../../site/lib/content.ts'
import { createReviewRoutes } from '../../../site/review/routes.ts'
import { temporaryFolder } from '../../browser.ts'
import { makeAccount, ORIGIN, signInAs } from '../../content/access/people.ts'

/** Noon of the day on which tests of review links are. */
export const NOON = Date.parse('2026-06-01T12:00:00Z')
export const WORDS = 'እዚ ገበን እዩ።'

/** The first bytes of sound as Chromium records it: EBML, a segment with its writer's name, an Opus track. */
export function sound(more = 0): Uint8Array<ArrayBuffer> {
  const head = '1a45dfa3 87 4282 84 7765626d 18538067 01ffffffffffffff'
  const info = '1549a966 8e 4d80 84 4368726f 5741 84 4368726f'
  const track = '1654ae6b 8b ae 89 86 86 415f4f505553 ec 80'
  const bytes = Buffer.from((head + info + track).replaceAll(' ', ''), 'hex')
  return Uint8Array.from(Buffer.concat([bytes, Buffer.alloc(more, 7)]))
}

function text(words: string) {
  const approved = { text: words, sourceHash: 'a', approvedBy: 'r', approvedOn: '2026-05-01' }
  return { text: words, origin: 'human', sourceHash: 'a', approved }
}

/** A whole content store with one message, the desk and the review pages over it, and a clock that can be set. */
export async function openReviewing() {
  const { folder, remove } = await temporaryFolder('review')
  const clock = { now: NOON }
  const now = () => clock.now
  const log = pino({ level: 'silent' })
  const settings = { dataFolder: folder, host: '127.0.0.1', reading: 'closed' } as const
  const content = await openContent({ settings, origin: ORIGIN, log, now })
  const { client, clientFor, accounts, lake } = content
  if (!clientFor || !accounts || !lake) throw new Error('BUG: the lake is our own here')
  onTestFinished(async () => {
    await content.stop()
    await remove()
  })
  const services: Partial<DeskRooms['services']> = {
    origin: ORIGIN,
    languages: () => BUILT_IN_LANGUAGES,
  }
  const rooms = { accounts, client, clientFor, services, log, now }
  // The desk's other tools are not asked here.
  const desk = createDeskRoutes(Object.create(rooms, {}))
  const review = await createReviewRoutes({
    ...{ links: accounts.reviewLinks, mayEnter: accounts.members.mayEnter, client, lake, log, now },
    services: { origin: ORIGIN, languages: () => BUILT_IN_LANGUAGES },
  })
  const asset = await client.assets.upload('file', Buffer.from(sound()), { filename: 'a.weba' })
  const english = { _key: 'en', language: 'en', value: text('Your papers belong to you.') }
  await client.create({
    ...{ _id: 'papers', _type: 'message', pictogram: 'papers-taken', topic: 'papers-taken' },
    ...{ audience: 'person', cover: false, callToAction: [english] },
    heading: [english, { _key: 'ti', language: 'ti', value: text(WORDS) }],
    body: [english, { _key: 'ti', language: 'ti', value: text('ሰነዳትኩም ናትኩም እዩ።') }],
    audio: [
      {
        ...{ _key: 'take', field: 'heading', language: 'ti', sourceHash: textHash(WORDS) },
        file: { _type: 'file', asset: { _type: 'reference', _ref: asset._id } },
      },
    ],
  })
  let people = 0
  return {
    clock,
    client,
    accounts,
    /** Asks the desk as somebody new with these roles. */
    async asSomebody(...bindings: Binding[]) {
      const email = `somebody${++people}@harbour.example`
      await makeAccount(accounts, email, bindings)
      const { headers } = await signInAs(accounts, email)
      return async (path: string, body?: unknown) => {
        const cookie = headers.get('cookie') ?? ''
        const request = new Request(`${ORIGIN}/api/desk/${path}`, {
          headers: { cookie, origin: ORIGIN, 'content-type': 'application/json' },
          ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
        })
        const response = await desk(request)
        return { status: response?.status, body: await response?.json() }
      }
    },
    /** Asks for a page as somebody without an account. */
    async visit(address: string, init: RequestInit = {}) {
      const response = await review(new Request(new URL(address, ORIGIN), init))
      if (response === undefined) throw new Error(`${address} is not a review page`)
      return response
    },
  }
}

/** What a form sends. */
export function answer(fields: { verdict?: string; note?: Uint8Array<ArrayBuffer> }): RequestInit {
  const body = new FormData()
  if (fields.verdict) body.set('verdict', fields.verdict)
  if (fields.note) body.set('note', new File([fields.note], 'Ana at home 12-03.webm'))
  return { method: 'POST', body }
}
