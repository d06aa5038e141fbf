import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startLakeServer } from '../lake-server.ts'

const LISTENERS = 200
const EVENTS = 30
const API = '/lake/v2025-02-19/data'
const QUERY = encodeURIComponent('*[_type == "place"]')

/** Prints how long after its mutation is sent an event is with each of 200 listeners, over HTTP. */
export async function benchListen(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-bench-'))
  const server = await startLakeServer(folder)
  const arrivals: number[] = []
  const lastOnes: number[] = []
  let hear = (_: string) => {}
  try {
    const url = `${server.origin}${API}/listen/production?query=${QUERY}&includeResult=true`
    const streams = await Promise.all(
      Array.from({ length: LISTENERS }, () => open(url, (text) => hear(text))),
    )
    for (let event = 0; event < EVENTS; event++) {
      const all = Promise.withResolvers<void>()
      const startedAt = performance.now()
      let heard = 0
      hear = (text) => {
        if (!text.includes(`"place-${event}"`)) return
        arrivals.push(performance.now() - startedAt)
        heard += 1
        if (heard === LISTENERS) all.resolve()
      }
      const create = { _id: `place-${event}`, _type: 'place' }
      await server.post(`${API}/mutate/production`, JSON.stringify({ mutations: [{ create }] }))
      await all.promise
      lastOnes.push(performance.now() - startedAt)
    }
    for (const stream of streams) stream.destroy()
  } finally {
    await server.stop()
    await rm(folder, { recursive: true })
  }
  const lines = [
    `An event to ${LISTENERS} listeners over HTTP (median at most 100 ms)`,
    `  each, median      ${median(arrivals).toFixed(1)} ms`,
    `  the last, median  ${median(lastOnes).toFixed(1)} ms`,
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

/** Resolves when the stream has been welcomed. */
async function open(url: string, hear: (text: string) => void): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  get(url, { agent: false }, resolve).on('error', reject)
  const stream = await promise
  stream.setEncoding('utf8')
  await once(stream, 'data')
  stream.on('data', hear).on('error', () => {})
  return stream
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
}
