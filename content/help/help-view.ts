import type { Speaker } from '#content/locales/speaker.ts'
import type { PlaceFacts, PublicGuide } from '#content/model/facts.ts'
import type { LanguageTag } from '#content/model/language-tag.ts'
import type { Language } from '#content/model/languages.ts'
import { orderHelp, standingHelplines } from './choose-help.ts'
import { emergencyBlocks } from './emergency-blocks.ts'
import { helpFactsView } from './help-facts-view.ts'
import { messageBlock, runningCampaigns } from './message-block.ts'
import { pickName, pickText } from './passages.ts'
import { placeView } from './place-view.ts'
import { heardIn } from './recordings.ts'
import { createScene, type Scene } from './scene.ts'
import { serviceBlock } from './service-block.ts'
import type { Block, HelplineBlock, HelpView, NoteBlock, Passage } from './view.ts'
import { canBeReached, whereNow } from './where-now.ts'

export type HelpOptions = {
  facts: PlaceFacts
  languages: readonly Language[]
  speak: Speaker
  /** The reader's languages, best first; the place's and English come after them. */
  wanted: readonly LanguageTag[]
  /** The country that the reader of a vehicle says to be in; one that it does not pass changes nothing. */
  at?: string | undefined
  /** Epoch ms. */
  now: number
}

/** The help for one place, one reader and one moment. Pure: the same arguments give the same view. */
export function helpView({ facts, languages, speak, wanted, at, now }: HelpOptions): HelpView {
  const { place } = facts
  const here = place.countries.length > 1 && place.countries.find((country) => country === at)
  const scene = createScene({
    languages,
    speak,
    wanted,
    placeLanguages: place.languages,
    countries: here ? [here] : place.countries,
    zone: place.zone,
    now,
  })
  const where = whereNow(place, at, scene)
  const standing = standingHelplines(place.helplines, facts.helplines)
  const reached = here ? standing.filter((it) => canBeReached(it, here)) : standing
  const services = inOrder(place.services, facts.services)
  const near = here ? services.filter(({ countries }) => countries.includes(here)) : services
  const campaigns = runningCampaigns(facts.campaigns, scene)
  // A number that may not work is better than none.
  const helplines = reached.some(({ withdrawn }) => !withdrawn) ? reached : standing
  const messages = inOrder(
    campaigns.flatMap((campaign) => campaign.messages),
    facts.messages,
  )
  const blocks: Block[] = [
    ...helplineBlocks(helplines, scene),
    ...emergencyBlocks(scene),
    ...orderHelp(near, scene).map((it) => serviceBlock(it, scene)),
    ...noteBlocks(scene),
    ...messages.flatMap((it) => messageBlock(it, scene) ?? []),
    ...facts.guides.flatMap((it) => guideBlocks(it, scene)),
  ]
  return {
    lang: scene.reader.tag,
    dir: scene.reader.direction,
    place: placeView(place, scene),
    ...(where && { whereNow: where }),
    blocks,
    heardIn: heardIn([place, ...helplines, ...near, ...messages], scene),
    publishers: publishersOf(campaigns, scene),
    validUntil: scene.validUntil(),
  }
}

/** Helplines as blocks, best first. */
export function helplineBlocks(
  helplines: readonly PlaceFacts['helplines'][number][],
  scene: Scene,
): HelplineBlock[] {
  return orderHelp(helplines, scene).map((it) => ({
    kind: 'helpline',
    ...helpFactsView(it, { nameKey: 'helpline.unnamed' }, scene),
  }))
}

function inOrder<Item extends { id: string }>(
  ids: readonly string[],
  items: readonly Item[],
): Item[] {
  return [...new Set(ids)].flatMap((id) => items.find((item) => item.id === id) ?? [])
}

function noteBlocks(scene: Scene): NoteBlock[] {
  const ids = ['not-your-fault', 'later'] as const
  return ids.map((id) => ({ kind: 'note', id, words: scene.speak(`note.${id}`, scene.chain) }))
}

function guideBlocks(guide: PublicGuide, scene: Scene): Block[] {
  if (guide.audience !== 'person') return []
  const title = pickText(guide.title, scene)
  const summary = pickText(guide.summary, scene)
  if (title === undefined || summary === undefined) return []
  return [{ kind: 'guide', slug: guide.slug, title, summary }]
}

function publishersOf(campaigns: PlaceFacts['campaigns'], scene: Scene): Passage[] {
  const organizations = new Map(
    campaigns.flatMap((campaign) => campaign.organizations.map((it) => [it.id, it] as const)),
  )
  return [...organizations.values()].map((it) => pickName(it.name, 'helpline.unnamed', scene))
}
