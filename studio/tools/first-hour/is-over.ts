const NAME = 'waymark:first-hour'
const OVER = 'over'

/** Whether somebody has put the first hour away in this browser, or has been through it. */
export function isFirstHourOver(): boolean {
  return localStorage.getItem(NAME) === OVER
}

/** Puts the first hour away, or has it first in the bar again, from the next start of the Studio. */
export function endFirstHour(isOver: boolean): void {
  if (isOver) localStorage.setItem(NAME, OVER)
  else localStorage.removeItem(NAME)
}
