import { isoWeek } from '#content/model/iso-week.ts'
import type { ScanFigure } from '#content/model/scan-figure.ts'
import { shortCode } from '#content/model/short-code.ts'

const told = (scans: number): ScanFigure => ({ state: 'told', scans })
const SMALL: ScanFigure = { state: 'small' }
const HELD_BACK: ScanFigure = { state: 'held-back' }

const hung = (code: string, figure: ScanFigure, there?: { id: string; spot?: string }) => ({
  code: shortCode.parse(code),
  figure,
  ...there,
})

/** Two weeks as the desk answers them: a station with two pieces, and a camp whose one piece came later and is gone. */
export const WEEKS = [
  {
    week: isoWeek.parse('2026-W47'),
    figure: HELD_BACK,
    places: [
      {
        id: 'station',
        name: 'Station',
        figure: told(1240),
        placements: [
          hung('DEMO34', told(40), { id: 'two', spot: 'Desk, "left"' }),
          hung('DEMO01', told(1200), { id: 'one', spot: '=HYPERLINK("x")' }),
        ],
      },
      { id: 'camp', figure: HELD_BACK, placements: [hung('CAMP36', SMALL)] },
    ],
  },
  {
    week: isoWeek.parse('2026-W46'),
    figure: told(31),
    places: [
      {
        id: 'station',
        name: 'Station',
        figure: told(31),
        placements: [hung('DEMO01', told(31), { id: 'one', spot: '=HYPERLINK("x")' })],
      },
    ],
  },
]
