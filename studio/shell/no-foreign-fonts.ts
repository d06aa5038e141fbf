import type { Plugin } from 'vite'

const FOREIGN_FACE = /@font-face\s*\{[^}]*url\(['"]?https:[^}]*\}/g

/** Takes fonts of other hosts out of the Studio's styles: `studio/fonts.css` says what stands in for them. */
export function noForeignFonts(): Plugin {
  return {
    name: 'waymark-no-foreign-fonts',
    enforce: 'pre',
    transform: {
      filter: { id: /\.css$/ },
      handler: (code) => ({ code: code.replace(FOREIGN_FACE, ''), map: null }),
    },
  }
}
