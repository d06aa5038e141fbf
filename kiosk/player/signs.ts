import type { Pledge } from '#content/help/view.ts'
import type { LanguageTag } from '#content/model/language-tag.ts'
import type { PictogramId } from '#content/model/pictograms.ts'
import type { Content } from './content.ts'
import { element, say } from './element.ts'

/** A pictogram in the colour of the text around it; nothing where the release has no drawing. */
export function pictogram(
  content: Content,
  id: PictogramId,
  className = '',
): HTMLElement | undefined {
  const address = content.pictogram(id)
  if (address === undefined) return undefined
  const sign = element('span', { class: `pictogram ${className}`, 'aria-hidden': 'true' })
  sign.style.setProperty('--drawing', `url("${address}")`)
  return sign
}

/** The promises that a helpline's facts bear out. */
export function pledgeList(content: Content, pledges: readonly Pledge[]): HTMLElement | undefined {
  if (pledges.length === 0) return undefined
  return element(
    'ul',
    { class: 'pledges' },
    pledges.map((pledge) =>
      element('li', {}, pictogram(content, pledge.pictogram), say('span', pledge.words)),
    ),
  )
}

/** The code that hands this very page over to a telephone, and its address in letters; nothing without a code. */
export function handOver(content: Content, language: LanguageTag): HTMLElement | undefined {
  const address = content.code(language)
  const { code, origin } = content.release
  if (address === undefined || code === undefined) return undefined
  const { host } = new URL(origin)
  return element(
    'figure',
    { class: 'hand-over' },
    element('img', { src: address, alt: '' }),
    element(
      'figcaption',
      {},
      say('span', content.speak('kiosk.scan', [language]), { class: 'scan' }),
      element('bdi', { class: 'address', dir: 'ltr', lang: 'en' }, `${host}/Q/${code}`),
      say('span', content.speak('poster.never-ask', [language])),
    ),
  )
}

/** Where one is, and the marks that this is a sample or a screen nobody has paired. */
export function signpost(content: Content, language: LanguageTag, youAreHere: Node): HTMLElement {
  const { speak, release, isPreview } = content
  return element(
    'header',
    { class: 'signpost' },
    youAreHere,
    element(
      'p',
      { class: 'marks' },
      release.isSample && say('strong', speak('sample.banner', [language]), { class: 'mark' }),
      isPreview && say('strong', speak('kiosk.preview', [language]), { class: 'mark' }),
    ),
  )
}
