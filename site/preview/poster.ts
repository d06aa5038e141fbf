import type { LakeDocument } from '#content/lake/document.ts'
import { Mistake } from '#content/model/errors.ts'
import type { PublicPlacement } from '#content/model/facts.ts'
import { notYetPublic } from '#content/model/let-out.ts'
import { pieceId } from '#content/model/pieces.ts'
import { shortCode } from '#content/model/short-code.ts'
import { loadPiece } from '#content/queries/load-scenes.ts'
import { STAND_IN } from '#content/queries/load-stand-in.ts'
import { placementPoster } from '../posters/placement-poster.ts'
import type { PosterFormat } from '../posters/press.ts'
import { DRAFT_MARK } from './as-preview.ts'
import type { Look, PreviewRooms } from './context.ts'
import { PREVIEW_HEADERS } from './headers.ts'
import { STANDS_IN } from './page.ts'
import { messageOf, type Scene, sceneFacts } from './scene.ts'

/** No code that we make has a zero: nothing hangs under it. */
export const DRAFT_CODE = shortCode.parse('DRAFT0')

const TYPES: Readonly<Record<PosterFormat, string>> = {
  svg: 'image/svg+xml; charset=utf-8',
  pdf: 'application/pdf',
  png: 'image/png',
}

/** The poster that a draft is on, from the press, marked as a draft. Where it cannot be set, the press says why. */
export async function previewPoster(
  rooms: PreviewRooms,
  scene: Scene,
  { raw, look, format }: { raw: LakeDocument; look: Look; format: PosterFormat },
): Promise<Response> {
  const { client, id, lang, languages, speak, now, campaigns, report } = scene
  const { facts, isStandIn } = await sceneFacts(rooms, scene, look.place)
  const asked = { id, place: facts.place.id, campaigns: campaigns.map((one) => one.id) }
  const piece = isStandIn ? undefined : await loadPiece(client, asked, report)
  const placement = piece ?? standInPiece(facts.place.id)
  const { services } = rooms
  const { spec } = placementPoster({
    placement,
    facts,
    lang,
    piece: pieceId.safeParse(look.size).data,
    messageId: messageOf(scene),
    languages,
    speak,
    origin: services.origin,
    sample: services.isDemo(),
    printable: false,
    now,
  })
  const mark = { text: DRAFT_MARK, lang: 'en', dir: 'ltr' as const }
  const marked = {
    ...spec,
    marks: [mark, ...spec.marks],
    fonts: { ...spec.fonts, en: 'Noto Sans' as const },
  }
  const notes = [...notYetPublic(raw, lang), ...(isStandIn ? [STANDS_IN] : []), ...scene.notes]
  try {
    const sheet = await services.press.render(marked, format)
    return new Response(typeof sheet === 'string' ? sheet : new Uint8Array(sheet), {
      headers: {
        ...PREVIEW_HEADERS,
        'Content-Type': TYPES[format],
        'Content-Disposition': `inline; filename="draft-${lang}.${format}"`,
        // Browsers show a PDF with a page of their own, which a policy for pages would keep empty.
        'Content-Security-Policy':
          format === 'pdf'
            ? "frame-ancestors 'self'"
            : "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
        'Waymark-Notes': encodeURIComponent(JSON.stringify([...new Set(notes)])),
      },
    })
  } catch (cause) {
    if (!(cause instanceof Mistake)) throw cause
    return new Response(cause.message, {
      status: 422,
      headers: { ...PREVIEW_HEADERS, 'Content-Type': 'text/plain; charset=utf-8' },
    })
  }
}

function standInPiece(place: string): PublicPlacement {
  return { id: STAND_IN, code: DRAFT_CODE, piece: 'a4', campaign: STAND_IN, place }
}
