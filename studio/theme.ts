import { buildTheme, type ThemeColorStatesTokens } from '@sanity/ui/theme'

/** Tints of the Studio's own palette, light then dark. In light, its usual ones leave white letters at 2.5:1 on green. */
const LEGIBLE: ThemeColorStatesTokens = {
  enabled: { bg: ['600', '400'] },
  hovered: { bg: ['700', '300'] },
  pressed: { bg: ['800', '200'] },
}

/** In dark, the usual green and yellow glare beside everything else. */
const QUIET: ThemeColorStatesTokens = {
  enabled: { bg: ['600', '500'] },
  hovered: { bg: ['700', '400'] },
  pressed: { bg: ['800', '300'] },
}

/** The Studio's colours, with buttons whose words everybody can read. */
export const theme = buildTheme({
  color: {
    button: {
      default: { primary: LEGIBLE, positive: QUIET, caution: QUIET, critical: LEGIBLE },
    },
  },
})
