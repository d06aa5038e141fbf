import { z } from 'zod'

/** What came of asking for a poster: its picture as an address of this page, or the words of the press. */
export type Sheet = { picture?: string; problem?: string; notes: string[]; isPast: boolean }

const AWAY =
  'The server cannot be reached. What you wrote is kept. The poster comes when it is back.'
const FAILED =
  'The poster could not be made. What you wrote is kept. Change something to try again.'

const notes = z.array(z.string())

/** Asks for a poster. Never throws: what went wrong is told in its words. */
export async function fetchSheet(address: string): Promise<Sheet> {
  const answer = await fetch(address).catch(() => undefined)
  if (answer === undefined) return { problem: AWAY, notes: [], isPast: false }
  if (answer.ok) {
    const said = decodeURIComponent(answer.headers.get('waymark-notes') ?? '%5B%5D')
    const picture = URL.createObjectURL(await answer.blob())
    return { picture, notes: notes.parse(JSON.parse(said)), isPast: false }
  }
  const isPlain = answer.headers.get('content-type')?.startsWith('text/plain') === true
  const problem = isPlain ? await answer.text() : FAILED
  return { problem, notes: [], isPast: answer.status === 404 || answer.status === 410 }
}
