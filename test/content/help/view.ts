import { helpView } from '#content/help/help-view.ts'
import type { Block, HelpView } from '#content/help/view.ts'
import { loadStrings } from '#content/locales/load.ts'
import { createSpeaker } from '#content/locales/speaker.ts'
import type { PlaceFacts } from '#content/model/facts.ts'
import { BUILT_IN_LANGUAGES } from '#content/model/languages.ts'
import { NOON } from './facts.ts'

export const languages = BUILT_IN_LANGUAGES
export const strings = await loadStrings()
export const speak = createSpeaker({ strings, languages })

/** The view of these facts for one reader, at noon unless told otherwise. */
export function viewOf(facts: PlaceFacts, wanted = ['en'], now = NOON): HelpView {
  return helpView({ facts, languages, speak, wanted, now })
}

/** The blocks of one kind, in their order. */
export function blocksOf<Kind extends Block['kind']>(view: HelpView, kind: Kind) {
  return view.blocks.filter((block): block is Extract<Block, { kind: Kind }> => block.kind === kind)
}

export function helplineIds(view: HelpView): string[] {
  return blocksOf(view, 'helpline').map(({ id }) => id)
}
