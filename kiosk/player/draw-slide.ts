import type { HelplineBlock, HelpView } from '#content/help/view.ts'
import type { Content } from './content.ts'
import { element, number, say } from './element.ts'
import { handOver, pictogram, pledgeList, signpost } from './signs.ts'
import type { Slide } from './slides.ts'

// Four are read in passing; all of them stand on the help page behind the code.
const MOST_PLEDGES = 4

/** Draws a slide: one thought, the number, the code, what will not happen. Complete without a touch. */
export function drawSlide(content: Content, { view, message, helpline }: Slide): HTMLElement {
  const { lang, dir, place } = view
  const heading = message?.heading ?? content.speak('place.helplines', [lang])
  return element(
    'article',
    { class: 'slide', lang, dir },
    signpost(content, lang, say('p', place.youAreHere)),
    element(
      'div',
      { class: 'thought' },
      pictogram(content, message?.pictogram ?? 'helping-hand', 'large'),
      say('h1', heading),
      message?.body && say('p', message.body, { class: 'more' }),
    ),
    element(
      'div',
      { class: 'panel' },
      helpline === undefined ? emergencyReach(view) : helplineReach(content, helpline),
      helpline && pledgeList(content, helpline.pledges.slice(0, MOST_PLEDGES)),
      handOver(content, lang),
    ),
  )
}

function helplineReach(content: Content, helpline: HelplineBlock): HTMLElement {
  const line = helpline.numbers.find((one) => one.channel === 'voice') ?? helpline.numbers[0]
  return element(
    'div',
    { class: 'reach' },
    say('p', helpline.name, { class: 'who' }),
    helpline.policeRun && say('p', helpline.policeRun, { class: 'police' }),
    line &&
      element(
        'p',
        { class: line.channel === 'chat' ? 'dial long' : 'dial' },
        pictogram(content, line.channel === 'voice' ? 'telephone' : 'speech'),
        number(line.dial, 'number'),
      ),
    line && line.channel !== 'voice' && say('p', line.action, { class: 'now' }),
    helpline.availability.state !== 'always' &&
      say('p', helpline.availabilityWords, { class: 'now' }),
    helpline.isLapsed && say('p', helpline.lastChecked, { class: 'now' }),
  )
}

function emergencyReach(view: HelpView): HTMLElement {
  const emergencies = view.blocks.filter((block) => block.kind === 'emergency')
  return element(
    'div',
    { class: 'reach' },
    emergencies.map((block) =>
      element(
        'div',
        {},
        block.countryName && say('p', block.countryName, { class: 'who' }),
        element('p', { class: 'dial' }, number(block.number, 'number')),
        say('p', block.words),
      ),
    ),
  )
}
