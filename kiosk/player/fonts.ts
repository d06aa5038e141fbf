import type { Release } from '../release/release.ts'

/** Lets the page use a release's fonts; a browser fetches each when a script first needs it. */
export function useFonts(
  { fonts, languages }: Pick<Release, 'fonts' | 'languages'>,
  blobAddress: (sha256: string) => string,
): void {
  document.fonts.clear()
  for (const { family, weight, blob } of fonts) {
    const face = new FontFace(family, `url(${blobAddress(blob)})`, { weight, display: 'swap' })
    document.fonts.add(face)
  }
  const sheet = new CSSStyleSheet()
  const rules = languages.map(
    ({ tag, font }) => `:lang(${tag}) { font-family: "${font}", "Noto Sans", sans-serif; }`,
  )
  // Numbers look the same in every language, so that they can be compared with the ones on paper.
  rules.push('.number, .address { font-family: "Noto Sans", sans-serif; }')
  sheet.replaceSync(rules.join('\n'))
  document.adoptedStyleSheets = [sheet]
}
