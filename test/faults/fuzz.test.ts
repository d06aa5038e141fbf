import { execFileSync } from 'node:child_process'
import { createClient } from '@sanity/client'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openTokens } from '../../content/access/tokens.ts'
import { API_VERSION } from '../../content/client.ts'
import { type RunningWaymark, startWaymark } from '../e2e/waymark.ts'
import { isLong } from '../long.ts'
import { signedIn } from '../signed-in.ts'
import { fuzzVisit } from './fuzz/fuzz-frames.ts'
import { type FuzzRequest, fuzzRequest, type Sender } from './fuzz/fuzz-request.ts'
import { send } from './fuzz/send.ts'
import { visit } from './fuzz/visit.ts'

const REQUESTS = isLong ? 50_000 : 2_000
const VISITS = isLong ? 5_000 : 200
const PORTION = 500
const AT_ONCE = 16
const SEED = isLong ? Date.now() : 1949

// Stands in drafts and internal notes, which are for staff; UNLISTED in a place that operators see too.
const MARK = 'Kept-among-staff'
const UNLISTED = 'Kept-from-the-public'
const STRANGERS: readonly Sender[] = ['nobody', 'liar']

let waymark: RunningWaymark
let tokens: Partial<Record<Sender, string>>
let ids: { operator: string; viewer: string }
/** What the browser of somebody who is signed in sends along. */
let cookie: Record<string, string>
beforeAll(async () => {
  waymark = await startWaymark({ port: 0, env: { LOG_LEVEL: 'error', LAKE_READING: 'open' } })
  const store = openTokens(waymark.dataFolder)
  const issue = (role: 'administrator' | 'editor' | 'operator' | 'viewer') => store.issue({ role })
  const known = {
    administrator: issue('administrator'),
    editor: issue('editor'),
    operator: issue('operator'),
    viewer: issue('viewer'),
  }
  store.close()
  ids = { operator: known.operator.id, viewer: known.viewer.id }
  tokens = {
    administrator: known.administrator.token,
    editor: known.editor.token,
    operator: known.operator.token,
    viewer: known.viewer.token,
    liar: 'wm_nobody-ever-issued-this',
  }
  const { dataFolder, origin } = waymark
  const author = await signedIn({ dataFolder, origin }, 'editor', 'author')
  cookie = z.record(z.string(), z.string()).parse(author.config().headers)
  await plantMarks()
}, 300_000)
afterAll(() => waymark?.stop())

test(`${REQUESTS} requests of every kind get an answer that is no failure, and no more than their sender may see`, async () => {
  const failures: string[] = []
  const memory: number[] = []
  for (let begun = 0; begun < REQUESTS; begun += PORTION) {
    const portion = fc.sample(fuzzRequest, { numRuns: PORTION, seed: SEED + begun })
    await sendAll(portion, failures)
    expect(failures.slice(0, 5), `with the seed ${SEED + begun}`).toEqual([])
    expect(await isAlive(), waymark.output().slice(-2000)).toBe(true)
    memory.push(residentMegabytes())
  }
  // What grows with each request would show between the second quarter and the last.
  const [early, late] = [memory.slice(0, memory.length / 2), memory.slice(memory.length / 2)]
  expect(Math.min(...late)).toBeLessThan(Math.max(...early) * 1.25 + 64)
}, 3_600_000)

test(`${VISITS} visits to the web sockets break nothing and hear no more than they may`, async () => {
  const left = fc.sample(fuzzVisit, { numRuns: VISITS, seed: SEED })
  const failures: string[] = []
  const work = async () => {
    for (let next = left.pop(); next; next = left.pop()) {
      const { heard, refusedWith = 0 } = await visit(waymark.origin, next, tokens[next.as])
      const isLeak = isLeaked(next.as, heard)
      // Full is no fault: more come at once than a house has people.
      if (isLeak || (refusedWith >= 500 && refusedWith !== 503)) {
        failures.push(`${refusedWith} ${JSON.stringify(next)}\n  -> ${heard.slice(0, 400)}`)
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  expect(failures.slice(0, 5), `with the seed ${SEED}`).toEqual([])
  expect(await isAlive(), waymark.output().slice(-2000)).toBe(true)
}, 1_200_000)

test('whoever may only read has changed nothing', async () => {
  const authors = `${ids.operator},${ids.viewer}`
  const response = await fetch(
    `${waymark.origin}/lake/v2025-02-19/data/history/production/transactions?authors=${authors}`,
    { headers: { authorization: `Bearer ${tokens.administrator}` } },
  )
  expect({ status: response.status, lines: await response.text() }).toEqual({
    status: 200,
    lines: '',
  })
})

async function sendAll(requests: FuzzRequest[], failures: string[]): Promise<void> {
  const left = [...requests]
  const work = async () => {
    for (let next = left.pop(); next; next = left.pop()) {
      const headers = { ...next.headers, ...(next.as === 'author' && cookie) }
      const { status, body } = await send(waymark.origin, { ...next, headers }, tokens[next.as])
      const isLeak = isLeaked(next.as, body)
      if (status >= 500 || isLeak) failures.push(describeFailure(next, status, body, isLeak))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}

function describeFailure(
  { as, method, path, headers, body }: FuzzRequest,
  status: number,
  answer: string,
  isLeak: boolean,
) {
  const sent = body?.toString().slice(0, 600) ?? ''
  return `${isLeak ? 'LEAK ' : ''}${status} ${as} ${method} ${path} ${JSON.stringify(headers)} ${sent}\n  -> ${answer.slice(0, 400)}`
}

function isLeaked(sender: Sender, said: string): boolean {
  const isStranger = STRANGERS.includes(sender)
  return (
    (isStranger && said.includes(UNLISTED)) ||
    ((isStranger || sender === 'operator') && said.includes(MARK))
  )
}

async function plantMarks(): Promise<void> {
  const client = createClient({
    apiHost: `${waymark.origin}/lake`,
    useProjectHostname: false,
    projectId: 'waymark',
    dataset: 'production',
    apiVersion: API_VERSION,
    useCdn: false,
    token: tokens.administrator ?? '',
  })
  const [helpline] = await client.fetch<{ _id: string }[]>('*[_type == "helpline"][0..0]')
  const [place] = await client.fetch<{ _id: string }[]>(
    '*[_type == "place" && listed == false][0..0]',
  )
  if (!helpline || !place) throw new Error('The demo has no helpline or no unlisted place')
  await client
    .transaction()
    .patch(helpline._id, (patch) => patch.set({ note: MARK }))
    .patch(place._id, (patch) => patch.set({ line: UNLISTED }))
    .create({ _id: 'drafts.fuzz.1', _type: 'indicator', a: MARK })
    .commit()
}

async function isAlive(): Promise<boolean> {
  const answer = await fetch(`${waymark.origin}/en/centralia-station`).catch(() => undefined)
  return answer?.status === 200
}

/** Memory that the process holds, as the system counts it. */
function residentMegabytes(): number {
  const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(waymark.pid)], {
    encoding: 'utf8',
  })
  return Number(kilobytes) / 1024
}
