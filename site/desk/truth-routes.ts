import { Hono } from 'hono'
import { z } from 'zod'
import { createRateLimit } from '#content/lake/rate-limit.ts'
import {
  confirmOrder,
  type FactsAnswer,
  type FollowedAnswer,
  type ReachAnswer,
  restoreOrder,
  verifyOrder,
  type WithdrawAnswer,
  type WrittenAnswer,
  withdrawOrder,
} from '#content/model/desk.ts'
import { documentId } from '#content/model/ids.ts'
import { confirmFact, verifyFact } from './attest.ts'
import type { DeskAsked, DeskEnv, DeskRooms } from './context.ts'
import { listFacts } from './list-facts.ts'
import { loadFollowers } from './load-followers.ts'
import { DeskMistake } from './problem.ts'
import { reachOf } from './reach-of.ts'
import { viewerOf } from './viewer.ts'
import { restoreFact, withdrawFact } from './withdraw.ts'

const ADDRESSES = ['facts', 'followed', 'reach', 'verify', 'confirm', 'withdraw', 'restore'].map(
  (name) => `/${name}`,
)
const PER_SECOND = 4
const BURST = 60

/** Truth of facts: verify, confirm, withdraw, and who has followed. For staff who are signed in. */
export function truthRoutes(rooms: DeskRooms): Hono<DeskEnv> {
  const limits = new Map<string, () => boolean>()
  const app = new Hono<DeskEnv>()
  const viewer = (asked: DeskAsked) => viewerOf(rooms, asked.var.member)

  app.on(['GET', 'POST'], ADDRESSES, async ({ var: { member } }, next) => {
    const limit = limits.get(member.id) ?? createRateLimit(PER_SECOND, BURST)
    limits.set(member.id, limit)
    if (limit()) return next()
    throw new DeskMistake(429, 'too-fast', 'That was a lot at once. Wait a moment, then go on.')
  })

  app.get('/facts', async (asked) =>
    asked.json((await listFacts(rooms, viewer(asked))) satisfies FactsAnswer),
  )
  app.get('/followed', async (asked) =>
    asked.json((await loadFollowers(rooms, idIn(asked))) satisfies FollowedAnswer),
  )
  app.get('/reach', async (asked) =>
    asked.json((await reachOf(rooms, idIn(asked))) satisfies ReachAnswer),
  )
  app.post('/verify', async (asked) => {
    const order = await orderIn(asked, verifyOrder)
    return asked.json((await verifyFact(rooms, viewer(asked), order)) satisfies WrittenAnswer)
  })
  app.post('/confirm', async (asked) => {
    const order = await orderIn(asked, confirmOrder)
    return asked.json((await confirmFact(rooms, viewer(asked), order)) satisfies WrittenAnswer)
  })
  app.post('/withdraw', async (asked) => {
    const order = await orderIn(asked, withdrawOrder)
    const { withdrawnAt, standby, told, untold } = await withdrawFact(rooms, viewer(asked), order)
    const answer: WithdrawAnswer = {
      withdrawnAt,
      ...(standby !== undefined && { standby }),
      told: told.map(({ name }) => name),
      untold: untold.map(({ name }) => name),
    }
    return asked.json(answer)
  })
  app.post('/restore', async (asked) => {
    const order = await orderIn(asked, restoreOrder)
    return asked.json((await restoreFact(rooms, viewer(asked), order)) satisfies WrittenAnswer)
  })
  return app
}

function idIn({ req }: DeskAsked): string {
  const id = documentId.safeParse(req.query('id'))
  if (id.success) return id.data
  throw new DeskMistake(400, 'unreadable', 'Say which document: its id is missing or is none.')
}

async function orderIn<Schema extends z.ZodType>(
  { req }: DeskAsked,
  schema: Schema,
): Promise<z.output<Schema>> {
  const order = schema.safeParse(await req.json().catch(() => undefined))
  if (order.success) return order.data
  throw new DeskMistake(400, 'unreadable', `This cannot be read: ${z.prettifyError(order.error)}`)
}
