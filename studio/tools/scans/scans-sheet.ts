import type { ScansAnswer } from '#content/model/desk.ts'
import { scanRows } from './scan-rows.ts'
import { figureWords } from './scan-words.ts'

type Shown = Pick<ScansAnswer, 'isSample'> & {
  campaign: string
  weeks: NonNullable<ScansAnswer['chosen']>['weeks']
}

/** The table as lines of cells, with exactly the rows and words that it shows, and the campaign's name. */
export function scansSheet({ campaign, weeks, isSample }: Shown): string[][] {
  const { total, places } = scanRows(weeks)
  const head = isSample ? `${campaign} (SAMPLE)` : campaign
  return [
    [head, 'Code', 'Spot', ...weeks.map(({ week }) => week)],
    ['All places', '', '', ...total.map(figureWords)],
    ...places.flatMap(({ name, figures, placements }) => [
      ...(figures ? [[name, '', '', ...figures.map(figureWords)]] : []),
      ...placements.map((one) => [name, one.code, one.spot, ...one.figures.map(figureWords)]),
    ]),
  ]
}

/** A sheet as a file for spreadsheets: RFC 4180, with the mark by which Excel knows UTF-8. */
export function csvOf(sheet: readonly (readonly string[])[]): string {
  const quoted = (cell: string) => `"${inert(cell).replaceAll('"', '""')}"`
  return `\uFEFF${sheet.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')}`
}

/** A sheet to be pasted into a spreadsheet. */
export function pasteOf(sheet: readonly (readonly string[])[]): string {
  const plain = (cell: string) => inert(cell).replaceAll(/\s+/g, ' ')
  return sheet.map((cells) => cells.map(plain).join('\t')).join('\n')
}

// A name that begins like this would be worked out as a formula. Source: OWASP, CSV Injection.
function inert(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}
