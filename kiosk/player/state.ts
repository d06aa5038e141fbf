import type { LanguageTag } from '#content/model/language-tag.ts'

/** How long a slide stays. */
export const SLIDE_MS = 10_000
/** Without a touch for this long, a screen asks whether somebody is still there. */
export const IDLE_MS = 40_000
/** How long it then waits before it forgets. WCAG 2.2, 2.2.1 asks for 20 s at least. */
export const WARNING_MS = 20_000

/** What a screen is doing. Times are monotonic milliseconds: they do not jump with the device's clock. */
export type State =
  /** Who scrolls or walks through the languages without choosing one is a reader too: absent without any. */
  | { screen: 'attract'; slide: number; slideSince: number; lastActivity?: number }
  | { screen: 'languages'; lastActivity: number }
  | { screen: 'help'; language: LanguageTag; lastActivity: number }

/** What can happen to a screen. `activity` is any touch, key or scroll; `release` that new content has arrived. */
export type PlayerEvent =
  | { type: 'tick' }
  | { type: 'touch' }
  | { type: 'choose-language'; language: LanguageTag }
  | { type: 'activity' }
  | { type: 'more-time' }
  | { type: 'back' }
  | { type: 'clear' }
  | { type: 'release'; languages: readonly LanguageTag[] }

/** The state of a screen that nobody has touched, and to which every reset returns. */
export function untouched(now: number): State {
  return { screen: 'attract', slide: 0, slideSince: now }
}

/** The next state. The very same object means that nothing has changed. */
export function reduce(state: State, event: PlayerEvent, now: number): State {
  if (isForgotten(state, now)) return untouched(now)
  switch (event.type) {
    case 'tick':
      return nextSlide(state, now)
    case 'touch':
      return state.screen === 'attract'
        ? { screen: 'languages', lastActivity: now }
        : active(state, now)
    case 'choose-language':
      return { screen: 'help', language: event.language, lastActivity: now }
    case 'activity':
    case 'more-time':
      return active(state, now)
    case 'back':
      return state.screen === 'help' ? { screen: 'languages', lastActivity: now } : untouched(now)
    case 'clear':
      return untouched(now)
    case 'release':
      return withRelease(state, event.languages, now)
  }
}

/** Seconds until the screen forgets its reader; `undefined` while there is no need to warn. */
export function warningSeconds(state: State, now: number): number | undefined {
  if (state.screen === 'attract') return undefined
  const idle = now - state.lastActivity
  return idle < IDLE_MS ? undefined : Math.max(0, Math.ceil((IDLE_MS + WARNING_MS - idle) / 1000))
}

function isForgotten(state: State, now: number): boolean {
  return state.lastActivity !== undefined && now - state.lastActivity >= IDLE_MS + WARNING_MS
}

function nextSlide(state: State, now: number): State {
  if (state.screen !== 'attract' || now - state.slideSince < SLIDE_MS) return state
  return { ...state, slide: state.slide + 1, slideSince: now }
}

function active(state: State, now: number): State {
  return { ...state, lastActivity: now }
}

// New content shows at once: a slide changes for it, and a reader whose language is gone starts anew.
function withRelease(state: State, languages: readonly LanguageTag[], now: number): State {
  switch (state.screen) {
    case 'attract':
      return { ...state, slide: state.slide + 1, slideSince: now }
    case 'languages':
      return state
    case 'help':
      return languages.includes(state.language) ? state : untouched(now)
  }
}
