import type { z } from 'zod'
import { hoursProblems } from '#content/gates/hours-gate.ts'
import { type HoursAnswer, type HoursOrder, hoursAnswer, hoursOrder } from '#content/model/desk.ts'
import { Mistake } from '#content/model/errors.ts'
import { resolveHours } from '#content/queries/resolve-hours.ts'
import type { DeskAsked, DeskRooms } from './context.ts'
import { DeskMistake } from './problem.ts'

const WHERE = { document: 'Opening hours', field: 'as written' }

/** `POST hours`: how hours would be understood, before anybody publishes them. */
export async function answerHours(asked: DeskAsked, { now }: Pick<DeskRooms, 'now'>) {
  const body: unknown = await asked.req.json().catch(() => undefined)
  const { data, error } = hoursOrder.safeParse(body)
  if (data === undefined) throw new DeskMistake(400, 'hours', sentence(error))
  return Response.json(hoursAnswer.parse(readingOf(data, now())))
}

/** Hours as readers would be told them at `now` (epoch ms). */
export function readingOf({ osm, zone, country }: HoursOrder, now: number): HoursAnswer {
  const [problem] = hoursProblems(osm, country, WHERE)
  if (problem !== undefined) return unreadable(problem)
  try {
    const { always, weekly, open } = resolveHours({
      hours: { osm, zone },
      country,
      now,
      where: WHERE,
    })
    const isOpenNow = open.some(([from, to]) => from <= now && now < to)
    return { isReadable: true, always, weekly, isOpenNow }
  } catch (error) {
    if (!(error instanceof Mistake)) throw error
    return unreadable(error.message)
  }
}

function unreadable(problem: string): HoursAnswer {
  return { isReadable: false, problem, always: false, weekly: [], isOpenNow: false }
}

function sentence(error: z.ZodError): string {
  const problems = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  return `These hours cannot be looked at: ${problems.join('; ')}.`
}
