import { z } from 'zod'
import { askLake, type LakeDoor } from './lake-door.ts'
import { readLines } from './read-lines.ts'

/** Which entries of the audit are asked for; times in RFC 3339. */
export interface AuditSelection {
  from?: string
  to?: string
  /** Id of a published document; its drafts and versions belong to it. */
  document?: string
  /** Id of a person or robot. */
  who?: string
}

/** What was done to accounts and rights, as another room keeps it. */
export interface AccessEvent {
  /** RFC 3339, UTC. */
  at: string
  event: string
  actor: string | null
  session: string | null
  about: string | null
  detail: string | null
}

const COLUMNS = [
  'at',
  'who',
  'session',
  'action',
  'type',
  'document',
  'paths',
  'transaction',
  'about',
  'detail',
] as const

const timed = z.looseObject({ at: z.string() })

const text = z.string().default('')
const entry = z.looseObject({
  at: text,
  who: text,
  session: text,
  action: text,
  type: text,
  document: text,
  paths: z
    .array(z.string())
    .default([])
    .transform((paths) => paths.join(' ')),
  transaction: text,
  about: text,
  detail: text,
})

/**
 * Who changed what, oldest first, in lines of JSON or of a table with its head.
 *
 * @param events oldest first; they come in between, unless one document is asked for
 */
export async function* auditLines(
  door: LakeDoor,
  selection: AuditSelection,
  { format, events }: { format: 'ndjson' | 'csv'; events: readonly AccessEvent[] },
): AsyncGenerator<string> {
  const query = new URLSearchParams({ ...selection })
  const answer = await askLake(door, `v1/audit/${door.dataset}?${query}`)
  const lines = readLines(answer, 'The audit')
  if (format === 'csv') yield row(COLUMNS)
  for await (const line of between(lines, selected(events, selection))) {
    if (format === 'ndjson') yield `${JSON.stringify(line)}\n`
    else {
      const read = entry.parse(line)
      yield row(COLUMNS.map((name) => read[name]))
    }
  }
}

function selected(events: readonly AccessEvent[], { from, to, document, who }: AuditSelection) {
  if (document !== undefined) return []
  const [first, last] = [from, to].map((time) => time && new Date(time).toISOString())
  return events
    .filter(({ at }) => (!first || at >= first) && (!last || at <= last))
    .filter(({ actor }) => who === undefined || actor === who)
    .map(({ at, event, actor, session, about, detail }) => ({
      at,
      ...(actor !== null && { who: actor }),
      ...(session !== null && { session }),
      action: event,
      ...(about !== null && { about }),
      ...(detail !== null && { detail }),
    }))
}

/** Both by their time, oldest first. */
async function* between(lines: AsyncIterable<unknown>, events: readonly { at: string }[]) {
  const waiting = [...events].reverse()
  for await (const line of lines) {
    const { at } = timed.parse(line)
    for (let next = waiting.at(-1); next && next.at < at; next = waiting.at(-1)) {
      yield next
      waiting.pop()
    }
    yield line
  }
  yield* waiting.reverse()
}

function row(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`
}

/**
 * Quoted as RFC 4180 has it. What a table program would run as a formula gets an apostrophe before it.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
function cell(text: string): string {
  const harmless = /^(?:\p{Cc}|\s*[=+\-@＝＋－＠])/u.test(text) ? `'${text}` : text
  return `"${harmless.replaceAll('"', '""')}"`
}
