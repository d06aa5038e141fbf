import { Agent, request as openRequest } from 'node:http'
import type { FuzzRequest } from './fuzz-request.ts'

/** What came back. `status` 0: the connection was closed without an answer, as for an address nobody can read. */
export interface FuzzAnswer {
  status: number
  body: string
}

// A stream never ends by itself: what it has said until then is enough.
const LISTEN_MS = 40
const ANSWER_MS = 20_000
const MOST_READ = 256 * 1024

const agent = new Agent({ keepAlive: true, maxSockets: 16 })

/** Sends one request. Rejects where there is no answer in time: that is a fault of the server. */
export function send(
  origin: string,
  { method, path, headers, body }: FuzzRequest,
  token: string | undefined,
): Promise<FuzzAnswer> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const sent = openRequest({
      agent,
      hostname,
      port,
      method,
      path,
      timeout: ANSWER_MS,
      headers: { ...headers, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
    })
    const noAnswer = () => reject(new Error(`No answer to ${method} ${path}`))
    sent.on('timeout', () => {
      sent.destroy()
      noAnswer()
    })
    sent.on('response', (answer) => {
      const status = answer.statusCode ?? 0
      let text = ''
      const done = () => {
        clearTimeout(timer)
        resolve({ status, body: text })
      }
      const isStream = answer.headers['content-type']?.startsWith('text/event-stream') === true
      const timer = isStream ? setTimeout(() => answer.destroy(), LISTEN_MS) : undefined
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => {
        if (text.length < MOST_READ) text += chunk
      })
      answer.on('close', done)
      answer.on('error', done)
    })
    // Reset where a body is refused before it is sent whole.
    sent.on('error', () => resolve({ status: 0, body: '' }))
    sent.end(body)
  })
}
