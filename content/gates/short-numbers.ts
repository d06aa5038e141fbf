import { digitsOf, isDate, withoutInvisible } from '#content/model/digits.ts'
import { emergencyNumbers } from '#content/model/emergency-numbers.ts'

// In these scripts a letter beside digits makes a room, a gate or a bus of them; others write numbers without a space.
const SPACED = String.raw`\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}`
/** Three to six digits that stand alone, spaced or not: 1522, 39 19, 116 123. No time, sum, room or date. */
const SHORT = new RegExp(
  String.raw`(?<![${SPACED}\p{N}]|\p{N}[.,:/\p{Pd}]|[$€£¥₺₴₽]\s?)\p{Nd}(?:[\s.\p{Pd}]?\p{Nd}){2,5}(?![${SPACED}\p{N}]|[.,:/\p{Pd}]\p{N}|\s?[%٪‰$€£¥₺₴₽])`,
  'gu',
)
const YEAR = /^(?:1[89]|20)\d\d$/

/** Texts that stand on posters and screens beside a number: what looks like one there is dialled. */
const DIALLED: Readonly<Record<string, readonly string[]>> = {
  message: ['heading', 'body', 'callToAction'],
  helpline: ['whatHappens'],
  service: ['whatHappens'],
  indicator: ['text'],
}

/** Where a text stands. */
type Spot = { type: unknown; path: string }

/**
 * Short numbers in a text that a reader would dial. Beside a helpline that is any but a year; elsewhere, where rooms,
 * buses and laws have numbers too, those of a line that we know (`lines`, digits alone), and in alerts emergency numbers.
 */
export function shortNumbersIn(text: string, spot: Spot, lines: ReadonlySet<string>): string[] {
  return shortRuns(text).filter((run) => {
    const digits = digitsOf(run)
    if (lines.has(digits)) return true
    if (spot.type === 'alert') return emergencyNumbers.includes(digits)
    return isDialled(spot) && !YEAR.test(digits)
  })
}

/** Whether there is anything in a text for which the numbers of all lines have to be known. */
export function mayBeShortNumber(text: string): boolean {
  return shortRuns(text).length > 0
}

function shortRuns(text: string): string[] {
  return (withoutInvisible(text).match(SHORT) ?? []).filter((run) => !isDate(run))
}

function isDialled({ type, path }: Spot): boolean {
  return typeof type === 'string' && DIALLED[type]?.includes(path) === true
}
