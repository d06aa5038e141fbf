import { WebSocket } from 'ws'
import type { FuzzVisit } from './fuzz-frames.ts'

// What is open after that stays open for ever: enough has been heard.
const STAY_MS = 60
const ANSWER_MS = 20_000

/**
 * Opens a web socket, sends all frames, stays a moment and leaves; gives all that was heard. Rejects where the
 * server neither lets in nor refuses.
 */
export function visit(
  origin: string,
  { path, frames }: FuzzVisit,
  token: string | undefined,
): Promise<{ heard: string; refusedWith?: number }> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const socket = new WebSocket(`${origin.replace('http', 'ws')}${path}`, {
    headers,
    handshakeTimeout: ANSWER_MS,
  })
  let heard = ''
  let refusedWith: number | undefined
  return new Promise((resolve, reject) => {
    socket.on('unexpected-response', (request, { statusCode }) => {
      refusedWith = statusCode ?? 0
      request.destroy()
      resolve({ heard, refusedWith })
    })
    socket.on('error', (error) => {
      if (error.message.includes('timed out')) reject(new Error(`No answer at ${path}`))
    })
    socket.on('message', (data) => {
      heard += String(data)
    })
    socket.on('open', () => {
      for (const frame of frames) socket.send(frame)
      setTimeout(() => socket.close(), STAY_MS)
    })
    socket.on('close', () => resolve({ heard }))
  })
}
