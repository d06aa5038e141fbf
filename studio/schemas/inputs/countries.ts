import type { CodeChoice } from './code-input.tsx'

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
// Codes for anybody's own use, of which the demo makes countries.
const MADE_UP = ['XA', 'XB']
const NO_COUNTRY = ['ZZ', 'EZ', 'QO', 'UN', ...MADE_UP]

let choices: readonly CodeChoice[] | undefined

/** Countries by their English names, in alphabetical order; last the made-up ones of the demo. Named once, on demand. */
export function countryChoices(): readonly CodeChoice[] {
  choices ??= namedCountries()
  return choices
}

function namedCountries(): CodeChoice[] {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const known = LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).flatMap(
    (value) => {
      const title = NO_COUNTRY.includes(value) ? undefined : names.of(value)
      return title === undefined || !isOfToday(value) ? [] : [{ value, title }]
    },
  )
  const madeUp = MADE_UP.map((value) => ({ value, title: 'Made-up country of the demo' }))
  return [...known.toSorted((a, b) => a.title.localeCompare(b.title, 'en')), ...madeUp]
}

/** Codes of states that are no more stand for those that followed them. */
function isOfToday(code: string): boolean {
  return Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`
}
