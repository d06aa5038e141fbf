import type { HelpView } from '#content/help/view.ts'
import type { Content } from './content.ts'
import { drawHelp } from './draw-help.ts'
import { drawLanguages, languageButtons } from './draw-languages.ts'
import { drawSlide } from './draw-slide.ts'
import { drawWarning, type Warning } from './draw-warning.ts'
import { element, say } from './element.ts'
import { fitSlide } from './fit-slide.ts'
import { slideAt } from './slides.ts'
import type { PlayerEvent, State } from './state.ts'

/** The glass: shows a state of the player, and only that. */
export type Stage = {
  /** `now` is the kiosk's clock. `seconds` are left to the reader, `undefined` if there is no need to warn. */
  show: (content: Content, state: State, now: number, seconds: number | undefined) => void
}

type Attract = Extract<State, { screen: 'attract' }>

/** The slower of the cross-fades in the style sheet, after which the slide before is taken away. */
const FADE_MS = 1_200

/** Makes the stage inside `root`. `dispatch` hears what the reader does. */
export function createStage(root: HTMLElement, dispatch: (event: PlayerEvent) => void): Stage {
  let shown: { content: Content; state: State; validUntil: number | undefined } | undefined
  let warning: Warning | undefined

  const show: Stage['show'] = (content, state, now, seconds) => {
    if (shown === undefined || !isRight(shown, content, state, now)) {
      const view = draw(content, state, now)
      shown = { content, state, validUntil: view.validUntil }
      document.documentElement.lang = view.lang
    }
    shown.state = state
    warn(content, state, seconds)
  }

  const draw = (content: Content, state: State, now: number): HelpView => {
    switch (state.screen) {
      case 'attract':
        return drawAttract(content, state, now)
      case 'languages':
        replace(
          drawLanguages(content, now, {
            onChoose: (language) => dispatch({ type: 'choose-language', language }),
            onClear: () => dispatch({ type: 'clear' }),
          }),
        )
        return content.viewIn(undefined, now)
      case 'help': {
        const view = content.viewIn(state.language, now)
        const isSame = shown?.state.screen === 'help' && shown.state.language === state.language
        const readTo = isSame ? root.querySelector('.reading')?.scrollTop : undefined
        replace(
          drawHelp(content, view, {
            onBack: () => dispatch({ type: 'back' }),
            onClear: () => dispatch({ type: 'clear' }),
          }),
        )
        const reading = root.querySelector<HTMLElement>('.reading')
        reading?.scrollTo({ top: readTo ?? 0 })
        reading?.focus({ preventScroll: true })
        return view
      }
    }
  }

  const drawAttract = (content: Content, state: Attract, now: number): HelpView => {
    const next = slideAt(state.slide, content.languages, (tag) => content.viewIn(tag, now))
    const { lang } = next.view
    const goesOn =
      shown !== undefined && shown.content === content && isSameLoop(shown.state, state)
    if (!goesOn) replace(drawLoop(content, dispatch))
    const slides = root.querySelector<HTMLElement>('.slides')
    const drawn = drawSlide(content, next)
    for (const leaving of slides?.children ?? []) leave(leaving)
    slides?.append(drawn)
    fitSlide(drawn)
    // The first time that a script is drawn its font is still on the way, and is wider or higher.
    void document.fonts.ready.then(() => fitSlide(drawn))
    root
      .querySelector('.caption')
      ?.replaceWith(say('p', content.speak('kiosk.touch-language', [lang]), { class: 'caption' }))
    return next.view
  }

  // Nothing of the last reader may stay: elements are thrown away, and with them scroll and focus.
  const replace = (screen: HTMLElement) => {
    warning = undefined
    getSelection()?.removeAllRanges()
    root.replaceChildren(screen)
    scrollTo(0, 0)
  }

  const warn = (content: Content, state: State, seconds: number | undefined) => {
    if (seconds === undefined || state.screen === 'attract') {
      if (warning?.dialog.contains(document.activeElement) === true) {
        root.querySelector<HTMLElement>('.reading, .language')?.focus({ preventScroll: true })
      }
      warning?.dialog.remove()
      warning = undefined
      return
    }
    if (warning === undefined) {
      const language = state.screen === 'help' ? state.language : (content.languages[0] ?? 'en')
      warning = drawWarning(content, language, {
        onMoreTime: () => dispatch({ type: 'more-time' }),
        onClear: () => dispatch({ type: 'clear' }),
      })
      root.append(warning.dialog)
      warning.ask()
    }
    warning.count(seconds)
  }

  return { show }
}

function isRight(
  shown: { content: Content; state: State; validUntil: number | undefined },
  content: Content,
  state: State,
  now: number,
): boolean {
  const isTimely = shown.validUntil === undefined || now < shown.validUntil
  return isTimely && shown.content === content && isSameScene(shown.state, state)
}

function isSameScene(one: State, other: State): boolean {
  switch (one.screen) {
    case 'attract':
      return other.screen === 'attract' && other.slide === one.slide && isSameLoop(one, other)
    case 'languages':
      return other.screen === 'languages'
    case 'help':
      return other.screen === 'help' && other.language === one.language
  }
}

/** Whether the loop goes on, and has not begun anew because a reader was forgotten. */
function isSameLoop(before: State, { lastActivity }: Attract): boolean {
  if (before.screen !== 'attract') return false
  return before.lastActivity === undefined || lastActivity !== undefined
}

function drawLoop(content: Content, dispatch: (event: PlayerEvent) => void): HTMLElement {
  const slides = element('div', { class: 'slides' })
  slides.addEventListener('click', () => dispatch({ type: 'touch' }))
  // A screen may be turned, and its bars may come and go.
  new ResizeObserver(() => {
    for (const slide of slides.querySelectorAll<HTMLElement>('.slide')) fitSlide(slide)
  }).observe(slides)
  return element(
    'main',
    { class: 'attract' },
    slides,
    element(
      'div',
      { class: 'entrance' },
      element('p', { class: 'caption' }),
      languageButtons(content, (language) => dispatch({ type: 'choose-language', language })),
    ),
  )
}

function leave(slide: Element): void {
  slide.setAttribute('aria-hidden', 'true')
  slide.classList.add('leaving')
  setTimeout(() => slide.remove(), FADE_MS)
}
