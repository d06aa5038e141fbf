import { Mistake, WorldFailure } from '#content/model/errors.ts'
import type { Settings } from '../lib/settings.ts'
import { type Order, type Sheet, wrong } from './order.ts'

const LONGEST_MS = 30_000

/**
 * Lets the server that has the data folder print.
 *
 * @throws Mistake if the server knows no such piece; WorldFailure if none answers at HOST and PORT
 */
export async function printThere(order: Order, { host, port, tls }: Settings): Promise<Sheet> {
  const origin = `${tls ? 'https' : 'http'}://${host}:${port}`
  const address = new URL(`/posters/${encodeURIComponent(order.code)}.${order.format}`, origin)
  if (order.lang !== undefined) address.searchParams.set('lang', order.lang)
  if (order.size !== undefined) address.searchParams.set('size', order.size)
  const answer = await fetch(address, { signal: AbortSignal.timeout(LONGEST_MS) }).catch(
    (cause: unknown) => {
      throw new WorldFailure(
        'posters-server',
        `The data folder cannot be opened, and no server that may be using it answers at ${origin}. Set HOST and PORT as the server has them, or stop it.`,
        { cause },
      )
    },
  )
  if (answer.status === 404) throw refused(order)
  if (!answer.ok) {
    throw new WorldFailure(
      'posters-server',
      `The server at ${origin} answered ${answer.status}. Its log says why.`,
    )
  }
  const name = [order.code.toUpperCase(), order.lang, order.size].filter(Boolean).join('-')
  return { name: `${name}.${order.format}`, sheet: new Uint8Array(await answer.arrayBuffer()) }
}

// The server says only that there is no such piece: one of the two was wrong.
function refused(order: Order): Mistake {
  if (order.lang === undefined)
    return wrong('code', order.code, 'write the six signs of a placement')
  return new Mistake(
    'posters-usage',
    `--code "${order.code}" or --lang "${order.lang}" is not known: write the six signs of a placement and a language we have.`,
  )
}
