import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { SanityClient } from '@sanity/client'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import type { Binding } from '#content/access/binding.ts'
import type { SendMail } from '#content/access/mail.ts'
import { createContentClient } from '#content/client.ts'
import { openCounts } from '#content/counts/open-counts.ts'
import { createLake } from '#content/lake/create-lake.ts'
import { almighty } from '#content/lake/rights.ts'
import { loadHangingCodes } from '#content/queries/load-hanging-codes.ts'
import { loadLanguages } from '#content/queries/load-languages.ts'
import { loadPlaceFacts } from '#content/queries/load-place-facts.ts'
import { start as startKiosk } from '../../../kiosk/service.ts'
import { openDesk } from '../../../site/desk/open-desk.ts'
import { compose } from '../../../site/lib/compose.ts'
import { createGate } from '../../../site/lib/gate.ts'
import { openScans } from '../../../site/lib/open-scans.ts'
import { createPreviewTokens } from '../../../site/preview/tokens.ts'
import { makeAccount, ORIGIN, openTestAccounts, signInAs } from '../../content/access/people.ts'
import {
  type Fields,
  helpline,
  name,
  organization,
  place,
  ref,
} from '../../content/queries/lake.ts'

/** 14 January 2026, 12:00 in Rome. */
export const NOON = Date.UTC(2026, 0, 14, 11)
export const TODAY = '2026-01-14'

type Sent = Parameters<SendMail>[0]

/**
 * A desk over a real lake with its gates, real accounts and real screens. Pages are drawn from the facts of their
 * place as JSON. Everything is gone after the test.
 */
export async function openTestDesk(
  documents: Fields[],
  options: { mail?: 'sent' | 'failing' } = {},
) {
  const accounts = await openTestAccounts()
  const clock = { now: NOON }
  const now = () => clock.now
  const log = pino({ level: 'silent' })
  const lake = createLake({
    dataFolder: accounts.dataFolder,
    project: 'waymark',
    dataset: 'production',
    publicUrl: `${ORIGIN}/lake`,
    authorize: async ({ token = '' }) => almighty(token),
    beforeCommit: (proposal) => (isGated ? gate(proposal) : []),
    now: () => new Date(clock.now),
  })
  // What is there at first is from before anybody asked for two people.
  let isGated = false
  /** Paths that were asked of the lake. */
  const asked: string[] = []
  const counted = {
    fetch: (request: Request) => {
      asked.push(new URL(request.url).pathname)
      return lake.fetch(request)
    },
  }
  const clientFor = (account: string) => createContentClient({ lake: counted, token: account })
  const client = clientFor('waymark')
  const gate = createGate(client, now)
  await write(client, documents)
  isGated = true
  const composition = await compose({
    client,
    origin: ORIGIN,
    isPrintable: true,
    log,
    countScan: () => {},
    now,
  })
  const shellFolder = path.join(accounts.dataFolder, 'shell')
  await mkdir(path.join(shellFolder, 'screen'), { recursive: true })
  await writeFile(path.join(shellFolder, 'screen/index.html'), '<!doctype html>')
  const kiosk = await startKiosk({
    loadPlaceFacts: (slug, moment) => loadPlaceFacts(client, { slug }, moment),
    loadLanguages: () => loadLanguages(client),
    findCode: async () => undefined,
    onChange: composition.onChange,
    loadStrings: composition.loadStrings,
    origin: ORIGIN,
    isSample: true,
    secretsFolder: path.join(accounts.dataFolder, 'secrets'),
    stateFolder: accounts.dataFolder,
    shellFolder,
    now,
    log,
  })
  const report = (error: unknown) => {
    throw error
  }
  const counts = openCounts({ dataFolder: accounts.dataFolder, now, report })
  const scans = await openScans({
    counts,
    loadHanging: () => loadHangingCodes(client),
    isNoisy: false,
    report,
  })
  const letters: Sent[] = []
  const sendMail: SendMail = async (letter) => {
    if (options.mail === 'failing') throw new Error('no such server')
    letters.push(letter)
  }
  const { services } = composition
  const fetchDesk = await openDesk({
    accounts: { ...accounts, close: () => {} },
    previews: {
      accounts,
      client,
      draftClient: () => client,
      services,
      loadStrings: composition.loadStrings,
      screen: kiosk.preview,
      tokens: createPreviewTokens(now),
      log,
      now,
    },
    client,
    clientFor,
    documents: () => lake.documents(),
    services,
    screens: kiosk.screens,
    scans,
    readPage: async (address) => {
      const { pathname } = new URL(address)
      const facts = await services.loadPlaceFacts(pathname.split('/')[2] ?? '')
      return Response.json(facts ?? {}, { status: facts ? 200 : 404 })
    },
    sendMail: options.mail && sendMail,
    log,
    now,
  })
  onTestFinished(async () => {
    scans.stop()
    counts.stop()
    kiosk.stop()
    composition.stop()
    await lake.stop()
  })

  /** Somebody with an account and these roles, signed in. */
  async function person(email: string, bindings: Binding[], fullName = email.split('@')[0] ?? '') {
    const id = await makeAccount(accounts, email, bindings)
    const visitor = await signInAs(accounts, email)
    await accounts.ask('/update-user', visitor, { name: fullName })
    const send = async (address: string, init: RequestInit = {}) => {
      const headers = new Headers(init.headers)
      headers.set('cookie', visitor.headers.get('cookie') ?? '')
      const answer = await fetchDesk(new Request(`${ORIGIN}${address}`, { ...init, headers }))
      if (answer === undefined) throw new Error(`${address} is not the desk's`)
      return answer
    }
    return {
      id,
      send,
      get: (address: string) => send(`/api/desk/${address}`),
      post: (address: string, body: unknown, origin = ORIGIN) =>
        send(`/api/desk/${address}`, {
          method: 'POST',
          headers: { origin, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      form: (address: string, fields: Record<string, string>, origin = ORIGIN) => {
        const body = new URLSearchParams(fields).toString()
        const type = 'application/x-www-form-urlencoded'
        const length = String(body.length)
        const headers = { origin, 'content-type': type, 'content-length': length }
        return send(address, { method: 'POST', headers, body })
      },
    }
  }

  return { asked, accounts, client, clientFor, clock, counts, fetchDesk, kiosk, letters, person }
}

export type TestDesk = Awaited<ReturnType<typeof openTestDesk>>

/** A document as the lake has it. */
export async function stored(client: SanityClient, id: string) {
  const document = await client.fetch<Record<string, unknown> | null>(
    '*[_id == $id][0]',
    { id },
    { perspective: 'raw' },
  )
  if (document === null) throw new Error(`${id} is not there`)
  return document
}

/** Three organisations: one with a line, its partner, and one that has nothing to do with it. */
export function organizations(): Fields[] {
  return [
    organization(),
    { ...organization(), _id: 'partner', name: name('Partner') },
    { ...organization(), _id: 'stranger', name: name('Stranger') },
    { ...organization(), _id: 'owner', name: name('Owner'), partners: [ref('partner')] },
  ]
}

/** A line of the owner's, never verified, at a station where a verified one stands second; the other is its standby. */
export function ownedLine(over: Record<string, unknown> = {}): Fields[] {
  const { verification: _none, ...line } = helpline('0101', {
    organization: ref('owner'),
    standby: ref('0202'),
    ...over,
  })
  return [
    ...organizations(),
    helpline('0202'),
    line,
    place({ helplines: [ref('0101'), ref('0202')] }),
  ]
}

async function write(client: SanityClient, documents: Fields[]): Promise<void> {
  const transaction = client.transaction()
  for (const document of documents) transaction.createOrReplace(document)
  await transaction.commit()
}
