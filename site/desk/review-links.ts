import type { Hono } from 'hono'
import { type Binding, organizationsOf } from '#content/access/binding.ts'
import { isOf } from '#content/access/owners.ts'
import type { ReviewBlock } from '#content/access/review-links.ts'
import {
  type ReviewLinksAnswer,
  reviewLinkAnswer,
  reviewLinkOrder,
  revokedReviewLink,
  revokeReviewLink,
} from '#content/model/desk.ts'
import { documentId } from '#content/model/ids.ts'
import { isSpokenType, SPOKEN_FIELDS } from '#content/model/spoken-texts.ts'
import { readBlock } from '../review/read-block.ts'
import { type StoredDocument, storedVersions } from '../review/stored-versions.ts'
import type { DeskAsked, DeskEnv, DeskRooms } from './context.ts'
import { DeskMistake } from './problem.ts'
import { readOrder } from './read-order.ts'

/** Roles whose work a reviewer from outside helps. */
const MAY_ASK = ['administrator', 'editor', 'reviewer', 'translator']

/** `review-links`: makes, lists and revokes links for reviewers without an account. */
export function reviewLinkRoutes(app: Hono<DeskEnv>, rooms: DeskRooms): void {
  const { accounts, services } = rooms
  const { audit, reviewLinks } = accounts

  app.post('/review-links', async (asked) => {
    const { documentIds, language, days } = await readOrder(asked, reviewLinkOrder)
    const blocks: ReviewBlock[] = []
    for (const id of new Set(documentIds)) {
      const [document] = await versionsOf(rooms, asked, id)
      const fields = isSpokenType(document?._type) ? SPOKEN_FIELDS[document._type] : []
      for (const field of fields) {
        if (document && readBlock(document, field, language)) blocks.push({ documentId: id, field })
      }
    }
    if (blocks.length === 0) {
      const message = `There is no text in "${language}" yet that somebody could review. Write one first.`
      throw new DeskMistake(422, 'nothing-to-review', message)
    }
    const { id: createdBy } = asked.var.member
    const { secret, link } = reviewLinks.make({ language, blocks, createdBy, days })
    audit.write('review-link-made', { actor: createdBy, about: link.id, detail: language })
    const url = `${services.origin}/review/${secret}`
    return asked.json(reviewLinkAnswer.parse({ url, expiresAt: link.expiresAt }))
  })

  app.get('/review-links', async (asked) => {
    const { data: id } = documentId.safeParse(asked.req.query('documentId'))
    if (id === undefined) throw new DeskMistake(400, 'unreadable', 'Say which document is meant.')
    await versionsOf(rooms, asked, id)
    const answer: ReviewLinksAnswer = {
      links: reviewLinks.openFor(id).map(({ blocks, revokedAt: _, ...link }) => ({
        ...link,
        blocks: blocks.length,
      })),
    }
    return asked.json(answer)
  })

  app.post('/review-links/revoke', async (asked) => {
    const { id } = await readOrder(asked, revokeReviewLink)
    const link = reviewLinks.findOpen(id)
    for (const block of link?.blocks ?? []) await versionsOf(rooms, asked, block.documentId)
    const wasOpen = link !== undefined && reviewLinks.revoke(id)
    if (wasOpen) audit.write('review-link-revoked', { actor: asked.var.member.id, about: id })
    return asked.json(revokedReviewLink.parse({ wasOpen }))
  })
}

/** A document's draft and published version, for those whose work it is. Throws DeskMistake for everybody else. */
async function versionsOf(
  { accounts, client, now }: DeskRooms,
  asked: DeskAsked,
  id: string,
): Promise<StoredDocument[]> {
  const versions = await storedVersions(client, id)
  if (versions.length === 0) {
    throw new DeskMistake(404, 'no-document', `There is no document "${id}". It may be gone.`)
  }
  const held = accounts.members.bindingsOf(asked.var.member.id)
  const organizations = organizationsOf(held.filter((binding) => mayAsk(binding, now())))
  const isTheirs = held.some((binding) => mayAsk(binding, now()))
  if (!isTheirs || !versions.every((version) => isOf(version, organizations))) {
    const message =
      'Review links are made by those who write, translate or approve this document. Ask one of them.'
    throw new DeskMistake(403, 'not-yours', message)
  }
  return versions
}

function mayAsk({ role, expiresAt }: Binding, now: number): boolean {
  return MAY_ASK.includes(role) && (expiresAt === undefined || Date.parse(expiresAt) > now)
}
