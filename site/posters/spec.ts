import type { HelplineBlock, HelpView, MessageBlock, Passage, Pledge } from '#content/help/view.ts'
import type { Speaker } from '#content/locales/speaker.ts'
import type { PublicPlacement } from '#content/model/facts.ts'
import { findLanguage, type Language } from '#content/model/languages.ts'
import type { PieceId } from '#content/model/pieces.ts'
import { type PosterEmergency, type PosterHelpline, type PosterSpec, passagesOf } from './poster.ts'

/** What a poster is made from. `url.forQr` is the whole address in upper case. */
export type PosterRequest = {
  view: HelpView
  placement: Pick<PublicPlacement, 'message'>
  piece: PieceId
  url: { forQr: string; readable: string }
  /** Instead of the placement's own message. */
  messageId?: string | undefined
  /**
   * Ids in the author's order. The view puts first who answers now, but paper hangs day and night:
   * it bears the first of this order that speaks the reader's language. Without it, the view's order counts.
   */
  helplineOrder?: readonly string[] | undefined
  /** Names of those behind the placement's campaign; without any, the view's publishers. */
  organizations?: Passage[] | undefined
  languages: readonly Language[]
  sample: boolean
  printable: boolean
  speak: Speaker
}

const BESIDE_NUMBER: readonly Pledge['id'][] = ['free', 'in-your-language', 'day-and-night']

/** Says what one sheet shows, from a place's help and a placement. Pure. */
export function posterSpec(request: PosterRequest): PosterSpec {
  const { view, url, piece } = request
  const speak = (key: string) => request.speak(key, [view.lang])
  const line = findVoiceLine(request)
  const organizations = request.organizations ?? []
  const spec = {
    piece,
    lang: view.lang,
    dir: view.dir,
    ...statement(findMessage(request), speak('note.not-your-fault')),
    ...(line && { helpline: helplineOf(line) }),
    emergencies: emergenciesOf(view),
    code: {
      text: url.forQr,
      address: url.readable,
      scan: speak('poster.scan'),
      neverAsk: speak('poster.never-ask'),
    },
    pledges: line?.block.pledges.filter((pledge) => !BESIDE_NUMBER.includes(pledge.id)) ?? [],
    place: present([view.place.youAreHere, view.place.nearestDesk, view.place.directions]),
    publishers: organizations.length > 0 ? organizations : view.publishers,
    marks: present([
      request.sample ? speak('sample.banner') : undefined,
      request.printable ? undefined : speak('poster.not-for-print'),
    ]),
  }
  return { ...spec, fonts: fontsOf(spec, request.languages) }
}

type VoiceLine = { block: HelplineBlock; dial: string; limits: Passage[] }

function findVoiceLine({ view, helplineOrder = [] }: PosterRequest): VoiceLine | undefined {
  const lines = view.blocks.flatMap((block): VoiceLine[] => {
    if (block.kind !== 'helpline') return []
    const number = block.numbers.find(({ channel }) => channel === 'voice')
    return number ? [{ block, dial: number.dial, limits: number.limits }] : []
  })
  const rank = ({ block }: VoiceLine) => {
    const place = helplineOrder.indexOf(block.id)
    return place === -1 ? helplineOrder.length : place
  }
  const [first] = lines.toSorted(
    (a, b) =>
      Number(a.block.isLapsed) - Number(b.block.isLapsed) ||
      Number(b.block.speaksReaderLanguage) - Number(a.block.speaksReaderLanguage) ||
      rank(a) - rank(b),
  )
  return first
}

function findMessage({ view, placement, messageId }: PosterRequest): MessageBlock | undefined {
  const messages = view.blocks.filter((block) => block.kind === 'message')
  const wanted = messageId ?? placement.message
  return messages.find((message) => message.id === wanted) ?? messages[0]
}

// Countries with the same number, as in all of the EU, need it once.
function emergenciesOf(view: HelpView): PosterEmergency[] {
  const blocks = view.blocks.filter((block) => block.kind === 'emergency')
  const numbers = [...new Set(blocks.map(({ number }) => number))]
  return numbers.flatMap((number) => {
    const block = blocks.find((one) => one.number === number)
    if (block === undefined) return []
    const { words, countryName } = block
    return { number, words, ...(numbers.length > 1 && countryName && { country: countryName }) }
  })
}

function statement(message: MessageBlock | undefined, otherwise: Passage) {
  if (!message) return { heading: otherwise, pictogram: 'helping-hand' as const }
  return {
    heading: message.heading,
    pictogram: message.pictogram,
    ...(message.body && { body: message.body }),
    ...(message.callToAction && { callToAction: message.callToAction }),
  }
}

function helplineOf({ block, dial, limits }: VoiceLine): PosterHelpline {
  return {
    name: block.name,
    organization: block.organization,
    dial,
    promises: block.pledges.filter((pledge) => BESIDE_NUMBER.includes(pledge.id)),
    ...(block.hours && { hours: block.hours }),
    notes: present([
      block.audience,
      ...limits,
      block.policeRun,
      block.isLapsed ? block.lastChecked : undefined,
    ]),
  }
}

function fontsOf(
  spec: Omit<PosterSpec, 'fonts'>,
  languages: readonly Language[],
): PosterSpec['fonts'] {
  // The sheet's own language too: it sets the spacing even where every word comes from another.
  const tags = [spec.lang, ...passagesOf(spec).map(({ lang }) => lang)]
  return Object.fromEntries(
    tags.map((tag) => [tag, findLanguage(languages, tag)?.font ?? 'Noto Sans']),
  )
}

function present<T>(values: readonly (T | undefined)[]): T[] {
  return values.filter((value) => value !== undefined)
}
