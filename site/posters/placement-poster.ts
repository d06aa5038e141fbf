import { standingHelplines } from '#content/help/choose-help.ts'
import { helpView } from '#content/help/help-view.ts'
import type { Speaker } from '#content/locales/speaker.ts'
import type { PlaceFacts, PublicPlacement } from '#content/model/facts.ts'
import type { LanguageTag } from '#content/model/language-tag.ts'
import type { Language } from '#content/model/languages.ts'
import type { PieceId } from '#content/model/pieces.ts'
import type { PosterSpec } from './poster.ts'
import { posterSpec } from './spec.ts'

/** What one printed piece of a placement is made from. */
export type PlacementRequest = {
  placement: PublicPlacement
  facts: PlaceFacts
  /** A language of the table. */
  lang: LanguageTag
  /** Instead of the placement's own piece. */
  piece?: PieceId | undefined
  /** Instead of the placement's own message. */
  messageId?: string | undefined
  languages: readonly Language[]
  speak: Speaker
  /** Public origin, without a slash at the end. */
  origin: string
  sample: boolean
  printable: boolean
  /** Epoch ms. */
  now: number
}

/** The poster of a placement in one language, and until when (epoch ms) it says what is so. Pure. */
export function placementPoster(request: PlacementRequest): {
  spec: PosterSpec
  validUntil: number | undefined
} {
  const { placement, facts, lang, languages, speak, now } = request
  const view = helpView({ facts, languages, speak, wanted: [lang], now })
  const spec = posterSpec({
    ...request,
    view,
    helplineOrder: standingHelplines(facts.place.helplines, facts.helplines).map(({ id }) => id),
    piece: request.piece ?? placement.piece,
    url: posterAddress(request.origin, placement.code, view.lang),
  })
  return { spec, validUntil: view.validUntil }
}

/**
 * The address behind a code, as the code holds it and as a person reads it.
 *
 * @example posterAddress('https://help.example', 'DEMO01', 'ti')
 * // { forQr: 'HTTPS://HELP.EXAMPLE/Q/DEMO01/TI', readable: 'help.example/Q/DEMO01' }
 */
export function posterAddress(
  origin: string,
  code: string,
  lang: LanguageTag,
): { forQr: string; readable: string } {
  return {
    forQr: `${origin}/Q/${code}/${lang}`.toUpperCase(),
    readable: `${new URL(origin).host}/Q/${code}`,
  }
}
