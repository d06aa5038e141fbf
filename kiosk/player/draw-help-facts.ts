import type { HelplineBlock, NumberLine, ServiceBlock, SpokenLine } from '#content/help/view.ts'
import type { Content } from './content.ts'
import { element, number, say } from './element.ts'
import { pictogram, pledgeList } from './signs.ts'

/** Draws a helpline or a door: the ways to reach it first, then what it promises and answers. */
export function drawHelpFacts(content: Content, block: HelplineBlock | ServiceBlock): HTMLElement {
  const isOpen = block.availability.state === 'open' || block.availability.state === 'always'
  return element(
    'section',
    { class: `block ${block.kind}` },
    block.kind === 'service' && say('p', block.serviceKind, { class: 'kind' }),
    say('h2', block.name),
    block.policeRun && say('p', block.policeRun, { class: 'police' }),
    block.audience && say('p', block.audience),
    block.numbers.map((line) => drawNumber(content, line)),
    block.kind === 'service' && drawWay(content, block),
    say('p', block.inLanguage?.words ?? block.availabilityWords, {
      class: isOpen ? 'availability open' : 'availability',
    }),
    block.hours && say('p', block.hours),
    pledgeList(content, block.pledges),
    block.whatHappens && say('p', block.whatHappens),
    element(
      'ul',
      { class: 'answers' },
      block.answers.map((answer) => say('li', answer)),
    ),
    drawSpoken(block.spoken),
    say('p', block.organization, { class: 'organization' }),
    block.isLapsed && say('p', block.lastChecked),
  )
}

function drawNumber(content: Content, line: NumberLine): HTMLElement {
  return element(
    'div',
    { class: 'line' },
    say('p', line.action, { class: 'action' }),
    element(
      'p',
      { class: 'dial' },
      pictogram(content, line.channel === 'voice' ? 'telephone' : 'speech'),
      number(line.dial, 'number'),
    ),
    say('p', line.before),
    line.limits.map((limit) => say('p', limit)),
  )
}

function drawWay(content: Content, { address, directions }: ServiceBlock): HTMLElement | undefined {
  if (address === undefined && directions === undefined) return undefined
  return element(
    'div',
    { class: 'way' },
    pictogram(content, 'way'),
    element('div', {}, address && say('p', address), directions && say('p', directions)),
  )
}

function drawSpoken(spoken: readonly SpokenLine[]): HTMLElement {
  return element(
    'ul',
    { class: 'spoken' },
    spoken.map(({ name, hours }) =>
      element('li', {}, say('span', name), hours && say('small', hours)),
    ),
  )
}
