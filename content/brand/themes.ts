/** A set of colours by meaning. Every text pair has a contrast of 7:1 or more (WCAG 2.2, 1.4.6). */
export type Theme = {
  /** Behind everything. */
  ground: string
  /** Text on the ground. */
  text: string
  /** The panel that carries the number and the code. */
  panel: string
  /** Text on the panel. */
  panelText: string
  /** The mark and small accents on the ground. */
  accent: string
}

export const INK = '#10222B'
export const SIGNAL = '#FFC83D'
export const PAPER = '#FBF7EF'
export const CLAY = '#B5452F'

/** Themes a campaign may choose from. `waymark` is ink on signal yellow; `office` is black on white for office printers. */
export const THEMES = {
  waymark: { ground: SIGNAL, text: INK, panel: PAPER, panelText: INK, accent: INK },
  office: {
    ground: '#FFFFFF',
    text: '#000000',
    panel: '#FFFFFF',
    panelText: '#000000',
    accent: '#000000',
  },
} as const satisfies Record<string, Theme>
