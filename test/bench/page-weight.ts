import { connect } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { startWaymark } from '../e2e/waymark.ts'

const LIMIT_BYTES = 14 * 1024
const LANGUAGES = ['ti', 'en', 'ar', 'ur', 'bn', 'zh', 'de', 'ckb']
const PLACES = /href="\/en\/([a-z][a-z0-9-]{2,})"/g
const HEAD_END = '\r\n\r\n'
// As a telephone's Chrome asks.
const ASKS = 'Accept-Encoding: gzip, deflate, br, zstd\r\nConnection: close'

/** Prints the bytes on the wire of every place's page, with its headers: one request has to be enough. Needs a build. */
export async function benchPageWeight(): Promise<void> {
  const waymark = await startWaymark({ port: 0, env: { WAYMARK_DEMO: '1' } })
  try {
    const places = await placesOf(waymark.origin)
    const rows = []
    for (const lang of LANGUAGES) {
      const sizes = []
      for (const place of places) sizes.push(await bytesOnWire(waymark.origin, `/${lang}/${place}`))
      rows.push({ lang, sizes })
    }
    const lines = [
      `Bytes on the wire of a help page with its headers, ${places.length} places (at most ${LIMIT_BYTES}, one congestion window)`,
      ...rows.map(({ lang, sizes }) => {
        const most = Math.max(...sizes.map(({ all }) => all))
        const headers = Math.max(...sizes.map(({ head }) => head))
        const share = ((100 * most) / LIMIT_BYTES).toFixed(0)
        return `  ${lang.padEnd(5)}largest ${most}, of it headers ${headers}: ${share} % of the limit`
      }),
    ]
    process.stdout.write(`${lines.join('\n')}\n`)
  } finally {
    await waymark.stop()
  }
}

async function placesOf(origin: string): Promise<string[]> {
  const countries = ['xa', 'xb'].map(async (country) =>
    (await fetch(`${origin}/en/${country}`)).text(),
  )
  const pages = (await Promise.all(countries)).join('')
  return [...new Set([...pages.matchAll(PLACES)].map(([, slug = '']) => slug))]
}

/** What a server sends for one GET, head and body, counted at the socket. */
async function bytesOnWire(origin: string, path: string): Promise<{ all: number; head: number }> {
  const { hostname, port, host } = new URL(origin)
  const socket = connect(Number(port), hostname)
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n${ASKS}\r\n\r\n`)
  const answer = await buffer(socket)
  if (!answer.subarray(0, 15).toString().includes(' 200 ')) throw new Error(`${path}: no page`)
  return { all: answer.byteLength, head: answer.indexOf(HEAD_END) + HEAD_END.length }
}
