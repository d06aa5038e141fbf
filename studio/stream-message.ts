import { z } from 'zod'

/** What the browser sends over the socket of streams. `path` goes with its query. */
export type StreamRequest =
  | { kind: 'open'; id: number; path: string; authorization?: string; lastEventId?: string }
  | { kind: 'close'; id: number }

const id = z.number().int().nonnegative()

/** What it is answered: the shapes that `content/lake/stream-message.ts` describes. */
export const streamAnswer = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('head'),
    id,
    status: z.number().int().min(200).max(599),
    headers: z.record(z.string(), z.string()),
  }),
  z.strictObject({ kind: z.literal('chunk'), id, text: z.string() }),
  z.strictObject({ kind: z.literal('end'), id }),
])

/** One understood answer. */
export type StreamAnswer = z.infer<typeof streamAnswer>
