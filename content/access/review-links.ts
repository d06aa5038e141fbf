import { createHash, randomBytes } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { documentId } from '../model/ids.ts'
import { languageTag } from '../model/language-tag.ts'

const blocks = z.array(z.object({ documentId, field: z.string() }))

/** One text of one document. */
export type ReviewBlock = z.infer<typeof blocks>[number]

const row = z.object({
  id: z.string(),
  language: languageTag,
  blocks: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(blocks),
  createdBy: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
  revokedAt: z.string().nullable(),
  answers: z.number(),
})

/** A link by which somebody without an account reviews some texts in one language, and nothing else. */
export type ReviewLink = z.infer<typeof row>

/** Links for reviewers without an account. Only hashes of their secrets are kept, and nothing about who uses them. */
export interface ReviewLinks {
  /** Makes a link; returns its secret part. */
  make(link: Pick<ReviewLink, 'language' | 'blocks' | 'createdBy'> & { days: number }): {
    secret: string
    link: ReviewLink
  }
  /** The link of a secret; `isOver` once it has expired or was revoked. Those are forgotten a month later. */
  find(secret: string): { link: ReviewLink; isOver: boolean } | undefined
  /** One that is open now, by its id. */
  findOpen(id: string): ReviewLink | undefined
  /** Open links that lead to a document, the newest first. */
  openFor(documentId: string): ReviewLink[]
  /** False where it was not open. */
  revoke(id: string): boolean
  /** Counts an answer; false once the link has had as many as it may. */
  takeAnswer(id: string): boolean
}

const DAY_MS = 86_400_000
const KEPT_DAYS = 30
/** Answers a link takes for each of its texts: a person may think again, a script may not fill the disk. */
const ANSWERS_PER_BLOCK = 5

/** The review links in an open `access.sqlite`. */
export function createReviewLinks(
  database: DatabaseSync,
  now: () => Date,
  random: (byteCount: number) => Uint8Array = randomBytes,
): ReviewLinks {
  const insert = database.prepare(
    'INSERT INTO reviewLinks (hash, id, language, blocks, createdBy, createdAt, expiresAt) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const byHash = database.prepare('SELECT * FROM reviewLinks WHERE hash = ?')
  const isOpen = 'revokedAt IS NULL AND expiresAt > ?'
  const open = database.prepare(
    `SELECT * FROM reviewLinks WHERE ${isOpen} ORDER BY createdAt DESC, id`,
  )
  const revoke = database.prepare(
    `UPDATE reviewLinks SET revokedAt = ?1 WHERE revokedAt IS NULL AND expiresAt > ?1 AND id = ?2`,
  )
  const count = database.prepare(
    'UPDATE reviewLinks SET answers = answers + 1 WHERE id = ? AND answers < ? * json_array_length(blocks)',
  )
  const forget = database.prepare('DELETE FROM reviewLinks WHERE expiresAt < ?')
  const later = (days: number) => new Date(now().getTime() + days * DAY_MS).toISOString()
  const openNow = () => open.all(now().toISOString()).map((found) => row.parse(found))
  return {
    make({ language, blocks: texts, createdBy, days }) {
      forget.run(later(-KEPT_DAYS))
      const secret = Buffer.from(random(32)).toString('base64url')
      const id = `review-${Buffer.from(random(6)).toString('hex')}`
      const createdAt = now().toISOString()
      const expiresAt = later(days)
      const held = JSON.stringify(texts)
      insert.run(hashOf(secret), id, language, held, createdBy, createdAt, expiresAt)
      const given = { id, language, blocks: texts, createdBy, createdAt, expiresAt }
      return { secret, link: { ...given, revokedAt: null, answers: 0 } }
    },
    find(secret) {
      const found = byHash.get(hashOf(secret))
      if (found === undefined) return undefined
      const link = row.parse(found)
      return { link, isOver: link.revokedAt !== null || link.expiresAt <= now().toISOString() }
    },
    findOpen: (id) => openNow().find((link) => link.id === id),
    openFor: (wanted) =>
      openNow().filter((link) => link.blocks.some((block) => block.documentId === wanted)),
    revoke: (id) => revoke.run(now().toISOString(), id).changes > 0,
    takeAnswer: (id) => count.run(id, ANSWERS_PER_BLOCK).changes > 0,
  }
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
