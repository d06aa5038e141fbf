import type { LanguageTag } from '#content/model/language-tag.ts'
import type { Content } from './content.ts'
import { button, element, say } from './element.ts'
import { pictogram, signpost } from './signs.ts'

/** Buttons for every language of the place, each in its own name and script. */
export function languageButtons(
  content: Content,
  onChoose: (language: LanguageTag) => void,
): HTMLElement {
  const rows = content.languages.flatMap(
    (tag) => content.release.languages.find((row) => row.tag === tag) ?? [],
  )
  return element(
    'ul',
    { class: 'languages' },
    rows.map(({ tag, ownName, direction }) =>
      element(
        'li',
        {},
        button({ text: ownName, lang: tag, dir: direction }, 'language', () => onChoose(tag)),
      ),
    ),
  )
}

/** Draws the choice of a language, for somebody who has touched anywhere else. */
export function drawLanguages(
  content: Content,
  now: number,
  actions: { onChoose: (language: LanguageTag) => void; onClear: () => void },
): HTMLElement {
  const [first = 'en'] = content.languages
  const view = content.viewIn(first, now)
  return element(
    'main',
    { class: 'chooser', lang: view.lang, dir: view.dir },
    signpost(content, first, say('p', view.place.youAreHere)),
    element(
      'div',
      { class: 'thought' },
      pictogram(content, 'speech', 'large'),
      say('h1', content.speak('kiosk.touch-language', [first])),
    ),
    languageButtons(content, actions.onChoose),
    element(
      'div',
      { class: 'controls' },
      button(content.speak('kiosk.clear', [first]), 'control', actions.onClear),
    ),
  )
}
