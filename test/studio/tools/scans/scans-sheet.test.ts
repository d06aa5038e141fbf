import { expect, test } from 'vitest'
import { csvOf, pasteOf, scansSheet } from '../../../../studio/tools/scans/scans-sheet.ts'
import { WEEKS } from './weeks.ts'

const sheet = scansSheet({ campaign: 'Know the way', weeks: WEEKS, isSample: false })

test('what is taken along says what the table says', () => {
  expect(sheet).toEqual([
    ['Know the way', 'Code', 'Spot', '2026-W47', '2026-W46'],
    ['All places', '', '', 'held back', '31'],
    ['A place that is gone', 'CAMP36', 'Gone', 'fewer than 11', '–'],
    ['Station', '', '', '1,240', '31'],
    ['Station', 'DEMO01', '=HYPERLINK("x")', '1,200', '31'],
    ['Station', 'DEMO34', 'Desk, "left"', '40', '–'],
  ])
})

test('made-up figures stay marked once they have been taken along', () => {
  const [head] = scansSheet({ campaign: 'Know the way', weeks: WEEKS, isSample: true })
  expect(head?.[0]).toBe('Know the way (SAMPLE)')
})

test('a spreadsheet reads each cell as it is, and works out none of them', () => {
  const lines = csvOf(sheet).split('\r\n')
  expect(lines[0]).toBe('\uFEFF"Know the way","Code","Spot","2026-W47","2026-W46"')
  expect(lines[4]).toBe(`"Station","DEMO01","'=HYPERLINK(""x"")","1,200","31"`)
  expect(lines[5]).toBe('"Station","DEMO34","Desk, ""left""","40","–"')
})

test('what is pasted keeps its columns, whatever a name holds', () => {
  expect(pasteOf([['a\tb\nc', '+1']])).toBe("a b c\t'+1")
})
