import type { HelplineBlock, NumberLine, ServiceBlock, SpokenLine } from '#content/help/view.ts'
import type { Content } from './content.ts'
import { element, number, say } from './element.ts'
import { pictogram, pledgeList } from './signs.ts'

/** Draws who helps, and the best way to reach them. */
export function drawHelpHead(content: Content, block: HelplineBlock | ServiceBlock): HTMLElement {
  const [best] = block.numbers
  return element(
    'div',
    { class: 'head' },
    block.kind === 'service' && say('p', block.serviceKind, { class: 'kind' }),
    say('h2', block.name),
    block.policeRun && say('p', block.policeRun, { class: 'police' }),
    block.audience && say('p', block.audience),
    best && drawNumber(content, best),
    block.kind === 'service' && drawWay(content, block),
  )
}

/** Draws what else is known: hours, promises, answers, the other ways to reach them. */
export function drawHelpBody(content: Content, block: HelplineBlock | ServiceBlock): HTMLElement {
  const { state } = block.inLanguage?.availability ?? block.availability
  return element(
    'div',
    { class: 'body' },
    say('p', block.inLanguage?.words ?? block.availabilityWords, {
      class: state === 'open' || state === 'always' ? 'availability open' : 'availability',
    }),
    block.hours && say('p', block.hours),
    block.isLapsed && say('p', block.lastChecked),
    pledgeList(content, block.pledges),
    block.whatHappens && say('p', block.whatHappens),
    element(
      'ul',
      { class: 'answers' },
      block.answers.map((answer) => say('li', answer)),
    ),
    block.numbers.slice(1).map((line) => drawNumber(content, line)),
    drawSpoken(block.spoken),
    say('p', block.organization, { class: 'organization' }),
  )
}

function drawNumber(content: Content, line: NumberLine): HTMLElement {
  const isAddress = line.channel === 'chat'
  return element(
    'div',
    { class: 'line' },
    say('p', line.action, { class: 'action' }),
    element(
      'p',
      { class: isAddress ? 'dial long' : 'dial' },
      pictogram(content, line.channel === 'voice' ? 'telephone' : 'speech'),
      number(line.dial, 'number'),
    ),
    say('p', line.before),
    element(
      'ul',
      { class: 'limits' },
      line.limits.map((limit) => say('li', limit)),
    ),
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
