import type { Block, HelpView } from '#content/help/view.ts'
import type { Content } from './content.ts'
import { drawHelpBody, drawHelpHead } from './draw-help-facts.ts'
import { button, element, number, say } from './element.ts'
import { handOver, pictogram, signpost } from './signs.ts'

/** Draws the help in one language. Nothing in it leads out of the kiosk. */
export function drawHelp(
  content: Content,
  view: HelpView,
  actions: { onBack: () => void; onClear: () => void },
): HTMLElement {
  const { lang, dir, place, publishers } = view
  const first = view.blocks.find((block) => block.kind === 'helpline')
  const others = inOrder(view.blocks.filter((block) => block !== first))
  return element(
    'main',
    { class: 'help', lang, dir },
    signpost(content, lang, say('h1', place.youAreHere)),
    element(
      'div',
      {
        class: 'reading',
        tabindex: '0',
        role: 'region',
        'aria-label': content.speak('place.helplines', [lang]).text,
      },
      element(
        'div',
        { class: 'first' },
        first && drawHelpHead(content, first),
        first && drawHelpBody(content, first),
        handOver(content, lang),
      ),
      element(
        'div',
        { class: 'blocks' },
        others.map((block) => drawBlock(content, block)),
      ),
      element(
        'footer',
        { class: 'publishers' },
        publishers.map((publisher) => say('p', publisher)),
      ),
    ),
    element(
      'div',
      { class: 'controls' },
      button(content.speak('kiosk.back', [lang]), 'control quiet', actions.onBack),
      button(content.speak('kiosk.clear', [lang]), 'control', actions.onClear),
    ),
  )
}

// The emergency number and the two calming sentences come right after the first helpline.
function inOrder(blocks: readonly Block[]): Block[] {
  const isUrgent = ({ kind }: Block) => kind === 'emergency' || kind === 'note'
  return [...blocks.filter(isUrgent), ...blocks.filter((block) => !isUrgent(block))]
}

function drawBlock(content: Content, block: Block): HTMLElement {
  switch (block.kind) {
    case 'helpline':
    case 'service':
      return element(
        'section',
        { class: `block ${block.kind}` },
        drawHelpHead(content, block),
        drawHelpBody(content, block),
      )
    case 'emergency':
      return element(
        'section',
        { class: 'block emergency' },
        block.countryName && say('h2', block.countryName),
        element(
          'p',
          { class: 'dial' },
          pictogram(content, 'telephone'),
          number(block.number, 'number'),
        ),
        say('p', block.words),
      )
    case 'message':
      return element(
        'section',
        { class: 'block message' },
        pictogram(content, block.pictogram),
        say('h2', block.heading),
        block.body && say('p', block.body),
        block.callToAction && say('p', block.callToAction),
      )
    case 'guide':
      return element(
        'section',
        { class: 'block guide' },
        say('h2', block.title),
        say('p', block.summary),
      )
    case 'note':
      return element('section', { class: 'block note' }, say('p', block.words))
  }
}
