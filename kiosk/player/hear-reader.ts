import type { PlayerEvent } from './state.ts'

/** Turns touches and keys anywhere into events. Escape clears; Enter or space wakes a screen that nobody uses. */
export function hearReader(dispatch: (event: PlayerEvent) => void): void {
  const active = (event: Event) => {
    if (!isAnswer(event)) dispatch({ type: 'activity' })
  }
  for (const type of ['pointerdown', 'wheel', 'touchmove']) {
    document.addEventListener(type, active, { passive: true })
  }
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') return dispatch({ type: 'clear' })
    const isOnNothing = document.activeElement === document.body
    if (isOnNothing && (event.key === 'Enter' || event.key === ' ')) {
      return dispatch({ type: 'touch' })
    }
    active(event)
  })
}

// The warning's own buttons say what is meant; the question must not vanish under the finger before they do.
function isAnswer(event: Event): boolean {
  return event.target instanceof Element && event.target.closest('.warning') !== null
}
