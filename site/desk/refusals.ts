import { familyOf } from '#content/gates/family-of.ts'
import { innerName, nameOf, titleOf } from '#content/gates/name-of.ts'
import type { Refusal } from '#content/gates/refusal.ts'
import { isLakeDocument, type LakeDocument } from '#content/lake/document.ts'
import { referencesOf } from '#content/lake/references.ts'
import type { Identity } from '#content/lake/rights.ts'
import { strengthenReferences } from '#content/lake/strengthen.ts'
import { type DeskRefusal, refusalsAnswer } from '#content/model/desk.ts'
import { documentId } from '#content/model/ids.ts'
import { languageTag } from '#content/model/language-tag.ts'
import { loadGateStanding } from '#content/queries/load-gate-standing.ts'
import { createGate } from '../lib/gate.ts'
import type { DeskAsked, DeskRooms } from './context.ts'
import { DeskMistake } from './problem.ts'

/** Most documents whose publication is tried for one question. */
const MOST_TRIED = 40

type Rooms = Pick<DeskRooms, 'client' | 'now'>

/** `GET refusals?id=`: what publishing a document now would be refused for. */
export async function answerRefusals(asked: DeskAsked, rooms: Rooms): Promise<Response> {
  const { data } = documentId.safeParse(asked.req.query('id'))
  if (data === undefined) {
    throw new DeskMistake(400, 'id', 'Say which document: add ?id= and its id to the address.')
  }
  const refusals = await refusalsOf(familyOf(data)[0], asked.get('identity'), rooms)
  return Response.json(refusalsAnswer.parse({ refusals }))
}

/**
 * What the gates would say if this person published a document as it is drafted now, or as it is published where
 * nothing is drafted; and what they would say of the drafts that have to be published or mended before it.
 *
 * @throws DeskMistake 404 where there is no such document, or none that this person sees
 */
export async function refusalsOf(
  id: string,
  identity: Identity,
  { client, now }: Rooms,
): Promise<DeskRefusal[]> {
  const gate = createGate(client, now)
  const seen = new Map<string, LakeDocument>()
  const found: Refusal[] = []
  const asked = [id]
  for (const next of asked) {
    if (asked.indexOf(next) >= MOST_TRIED) break
    const { published, draft } = await versionsOf(next)
    const shown = draft ?? published
    if (shown === undefined) {
      if (next !== id) continue
      throw new DeskMistake(404, 'no-document', 'There is no such document, or you may not see it.')
    }
    seen.set(next, shown)
    // What is published already passed, and is only asked about for its own sake.
    if (draft === undefined && next !== id) continue
    const after = { ...shown, ...strengthenReferences(shown), _id: next, _type: shown._type }
    const changes = [
      { id: next, ...(published && { before: published }), after },
      ...(draft ? [{ id: draft._id, before: draft }] : []),
    ]
    const refusals = await gate({ changes, identity, settle: async () => {} })
    const awaited = await unpublishedIn(after)
    found.push(...awaited.map(({ refusal }) => refusal), ...refusals)
    const named = [...awaited.map((it) => it.id), ...refusals.map((it) => it.documentId)]
    asked.push(...new Set(named.map((it) => familyOf(it)[0]).filter((it) => !asked.includes(it))))
  }
  return distinct(found).map((refusal) =>
    inFull(refusal, seen.get(familyOf(refusal.documentId)[0])),
  )

  async function versionsOf(one: string) {
    const stored = await loadGateStanding(client, familyOf(one))
    const visible = familyOf(one).map((version) => {
      const document = stored.get(version)
      return isLakeDocument(document) && identity.audience.see(document) ? document : undefined
    })
    return { published: visible[0], draft: visible[1] }
  }

  /** Drafts that a document would point to firmly, and that are not published. */
  async function unpublishedIn(document: LakeDocument) {
    const ids = referencesOf(document).flatMap((it) => (it.isStrong ? [it.id] : []))
    const stored = await loadGateStanding(client, ids.flatMap(familyOf))
    return [...new Set(ids)].flatMap((one) => {
      const draft = stored.get(familyOf(one)[1])
      if (stored.has(one) || !isLakeDocument(draft) || !identity.audience.see(draft)) return []
      const message = `${nameOf(draft)} is not published yet, and ${innerName(document)} shows it. Publish it first.`
      return [{ id: one, refusal: { documentId: one, message } }]
    })
  }
}

function distinct(refusals: readonly Refusal[]): Refusal[] {
  return [...new Map(refusals.map((it) => [JSON.stringify(it), it])).values()]
}

function inFull(refusal: Refusal, document: LakeDocument | undefined): DeskRefusal {
  const { documentId: id, path, language, message } = refusal
  const tag = languageTag.safeParse(language).data
  return {
    documentId: familyOf(id)[0],
    ...(document && { documentType: document._type, title: titleOf(document) }),
    ...(path !== undefined && { path }),
    ...(tag !== undefined && { language: tag }),
    message,
  }
}
