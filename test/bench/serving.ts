import { readFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import autocannon, { type Result } from 'autocannon'
import { type RunningWaymark, startWaymark } from '../e2e/waymark.ts'
import { median } from './median.ts'
import { type Nginx, startNginx } from './nginx.ts'

const PAGE = '/ti/centralia-station'
const ROUNDS = 5
const SECONDS = 4
const CONNECTIONS = 64
const STEADY_RATE = 2_000
const STEADY_SECONDS = 10
const STEADY_LIMIT_MS = 20
const ASKS = { 'accept-encoding': 'br' }
const OF_THE_CONNECTION = ['connection', 'content-length', 'content-type', 'date', 'keep-alive']
// Of Linux: `getconf CLK_TCK`.
const TICKS_PER_SECOND = 100

type Peer = { name: string; url: string; pid: number; perSecond: number[]; perCpuSecond: number[] }

/**
 * Prints how many cached pages a second the process answers, and how late at a steady rate, beside nginx with the
 * same bytes as a file. On a machine with two cores the load takes one of them, so what each server answers in a
 * second of its own processor is told too. Needs a build, Linux, and nginx for the peer.
 */
export async function benchServing(): Promise<void> {
  const waymark = await startWaymark({ port: 0, env: { WAYMARK_DEMO: '1' } })
  const nginx = await besideIt(waymark)
  try {
    const peers: Peer[] = [
      peer('Waymark', `${waymark.origin}${PAGE}`, waymark.pid),
      ...(nginx ? [peer('nginx', `${nginx.origin}/`, nginx.pid)] : []),
    ]
    for (const each of peers) await load(each, 1)
    for (let time = 0; time < ROUNDS; time++) {
      for (const each of peers) await measure(each)
    }
    const lines = [`Cached pages, ${CONNECTIONS} connections (at least half of what nginx answers)`]
    for (const { name, perSecond, perCpuSecond } of peers) {
      lines.push(
        `  ${name.padEnd(9)}${String(Math.round(median(perSecond))).padStart(8)} a second, ${Math.round(median(perCpuSecond))} in a second of its processor`,
      )
    }
    if (nginx)
      lines.push(
        `  of nginx   ${share(peers, 'perSecond')} %, by processor ${share(peers, 'perCpuSecond')} %`,
      )
    else lines.push('  nginx is not on this machine: install it for a peer')
    lines.push(`At ${STEADY_RATE} a second (p99 at most ${STEADY_LIMIT_MS} ms)`)
    for (const each of peers) {
      const { latency, requests } = await load(each, STEADY_SECONDS, STEADY_RATE)
      lines.push(
        `  ${each.name.padEnd(9)}p50 ${latency.p50} ms, p99 ${latency.p99} ms, longest ${latency.max} ms, ${Math.round(requests.average)} a second`,
      )
    }
    process.stdout.write(`${lines.join('\n')}\n`)
  } finally {
    await nginx?.stop()
    await waymark.stop()
  }
}

function peer(name: string, url: string, pid: number): Peer {
  return { name, url, pid, perSecond: [], perCpuSecond: [] }
}

/** The same headers and the same compressed bytes, as a file. */
async function besideIt({ origin }: RunningWaymark): Promise<Nginx | undefined> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${origin}${PAGE}`, { headers: ASKS }, resolve).on('error', reject)
  })
  const body = await buffer(answer)
  const headers = Object.entries(answer.headers).flatMap(([name, value]) =>
    typeof value === 'string' && !OF_THE_CONNECTION.includes(name) ? [[name, value]] : [],
  )
  return startNginx(body, Object.fromEntries(headers))
}

async function measure(each: Peer): Promise<void> {
  const before = cpuSeconds(each.pid)
  const { requests } = await load(each, SECONDS)
  each.perSecond.push(requests.average)
  each.perCpuSecond.push(requests.total / (cpuSeconds(each.pid) - before))
}

async function load({ url }: Peer, duration: number, overallRate?: number): Promise<Result> {
  const result = await autocannon({
    url,
    duration,
    connections: CONNECTIONS,
    headers: ASKS,
    ...(overallRate && { overallRate }),
  })
  if (result.errors + result.non2xx > 0) throw new Error(`${url}: not every request was answered`)
  return result
}

/** What a process has had of processors so far. Source: proc(5), `stat`. */
function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}

function share([ours, theirs]: readonly Peer[], figure: 'perSecond' | 'perCpuSecond'): string {
  return ((100 * median(ours?.[figure] ?? [])) / median(theirs?.[figure] ?? [])).toFixed(0)
}
