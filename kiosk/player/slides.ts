import type { HelplineBlock, HelpView, MessageBlock } from '#content/help/view.ts'
import type { LanguageTag } from '#content/model/language-tag.ts'

/** One slide of the attract loop: a message in a language, and the best helpline now that can be reached. */
export type Slide = {
  view: HelpView
  message: MessageBlock | undefined
  helpline: HelplineBlock | undefined
}

/**
 * The slide at `index` (any whole number from 0) of an endless loop. The language changes with every slide,
 * and each language comes to each of its messages. `languages` must not be empty.
 */
export function slideAt(
  index: number,
  languages: readonly LanguageTag[],
  viewIn: (language: LanguageTag | undefined) => HelpView,
): Slide {
  const position = index % languages.length
  const view = viewIn(languages[position])
  const messages = ownMessages(view)
  const round = Math.floor(index / languages.length)
  return {
    view,
    message: messages[(round + position) % Math.max(1, messages.length)],
    helpline: view.blocks
      .filter((block) => block.kind === 'helpline')
      .find(({ numbers }) => numbers.length > 0),
  }
}

/** Those in the language itself; where there is none, those in a language it falls back to. */
function ownMessages(view: HelpView): MessageBlock[] {
  const messages = view.blocks
    .filter((block) => block.kind === 'message')
    .filter((message) => message.audience === 'person')
  const own = messages.filter((message) => message.heading.lang === view.lang)
  return own.length > 0 ? own : messages
}
