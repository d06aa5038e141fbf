import { markSvg } from '#content/brand/pictograms.ts'

/** Icon of the screen: our mark, ink on signal yellow. */
export function iconSvg(): string {
  return markSvg({ ground: '#FFC83D', line: '#10222B', direction: 'ltr' })
}

/** Web app manifest, with a name that says nothing about its reader. */
export function webAppManifest(name: string): string {
  return JSON.stringify({
    name,
    short_name: name,
    id: '/screen',
    start_url: '/screen',
    scope: '/screen',
    display: 'fullscreen',
    background_color: '#FFC83D',
    theme_color: '#FFC83D',
    icons: [{ src: '/screen/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
  })
}
