import { getContrastRatio, THEME_COLOR_CARD_TONES, THEME_COLOR_SCHEMES } from '@sanity/ui/theme'
import { expect, test } from 'vitest'
import { theme } from '../../studio/theme.ts'

const TONES = ['default', 'primary', 'positive', 'caution', 'critical'] as const
const STATES = ['enabled', 'hovered', 'pressed'] as const

test.each(THEME_COLOR_SCHEMES)('words on every filled button can be read, %s', (scheme) => {
  const colors = theme.v2?.color[scheme]
  if (colors === undefined) throw new Error('The theme has colours')
  const faint = THEME_COLOR_CARD_TONES.flatMap((card) =>
    TONES.flatMap((tone) =>
      STATES.flatMap((state) => {
        const { bg, fg } = colors[card].button.default[tone][state]
        const ratio = getContrastRatio(bg, fg)
        return ratio < 4.5 ? [`${tone} on ${card}, ${state}: ${ratio}`] : []
      }),
    ),
  )
  expect(faint).toEqual([])
})
