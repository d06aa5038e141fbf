import { type PreviewAnswer, previewOrder } from '#content/model/desk.ts'
import type { DeskAsked } from '../desk/context.ts'
import { DeskMistake } from '../desk/problem.ts'
import type { PreviewRooms } from './context.ts'
import { findDocument } from './find-document.ts'
import { STANDS_IN } from './page.ts'
import { openScene, ownLanguages, type Scene, scenesOf } from './scene.ts'

/** Answers `POST previews`: a token for one document and the person who asks, and what there is to look at. */
export async function answerPreviewOrder(asked: DeskAsked, rooms: PreviewRooms): Promise<Response> {
  const order = previewOrder.safeParse(await asked.req.json().catch(() => undefined))
  if (!order.success) throw new DeskMistake(400, 'shape', 'Say which document: {"id": "..."}.')
  const { id } = order.data
  const raw = await findDocument(rooms.client, id, asked.get('identity'))
  if (raw === undefined) {
    throw new DeskMistake(
      404,
      'no-document',
      'There is nothing to preview yet. Write something first.',
    )
  }
  const { token, expiresAt } = rooms.tokens.issue(id, asked.get('member').id)
  const scenes = scenesOf(raw._type)
  const look = { lang: undefined, place: undefined, at: undefined, size: undefined }
  const scene = await openScene(rooms, raw, id, look)
  const hasNoPlace = scene.places.length === 0 && scenes.includes('poster')
  const answer: PreviewAnswer = {
    token,
    expiresAt: expiresAt.toISOString(),
    scenes,
    places: scene.places.map(({ name, ...place }) => ({
      ...place,
      name: nameIn(name) ?? place.slug,
    })),
    languages: languagesOf(scene),
    ...(hasNoPlace && { standIn: STANDS_IN }),
  }
  return asked.json(answer)
}

function nameIn(name: Scene['places'][number]['name']): string | undefined {
  return (name.find(({ language }) => language === 'en') ?? name[0])?.text
}

function languagesOf({
  languages,
  strings,
  stored,
  campaigns,
  places,
}: Scene): PreviewAnswer['languages'] {
  const first = [
    ...ownLanguages(stored),
    ...campaigns.flatMap((one) => one.languages),
    ...(places[0]?.languages ?? []),
  ]
  const offered = languages.map(({ tag }) => tag).filter((tag) => tag in strings)
  return [...new Set([...first, ...offered])].flatMap((tag) => {
    const row = languages.find((one) => one.tag === tag)
    return row ? [{ tag, ownName: row.ownName, direction: row.direction }] : []
  })
}
