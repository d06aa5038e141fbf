import type { ReachAnswer } from '#content/model/desk.ts'

/**
 * Where something is seen, in a sentence.
 *
 * @example reachWords(...) // 'Appears at 14 places, on 3 screens now, on 212 pieces that hang.'
 */
export function reachWords({ places, screensNow, copies }: ReachAnswer): string {
  if (places.length === 0 && copies === 0) return 'Appears nowhere yet.'
  const at = `at ${count(places.length, 'place')}`
  const on = `on ${count(screensNow, 'screen')} now`
  return `Appears ${at}, ${on}, on ${count(copies, 'piece')} that ${copies === 1 ? 'hangs' : 'hang'}.`
}

function count(number: number, word: string): string {
  return `${number.toLocaleString('en')} ${word}${number === 1 ? '' : 's'}`
}
