const EMBEDDED =
  /<image( transform="[^"]*")? xlink:href="data:image\/svg\+xml;base64,([^"]+)"( width="[\d.]+" height="[\d.]+")[^>]*\/>/g

/**
 * Turns drawings that Typst embeds as data addresses into nested `<svg>` elements, so that the poster
 * stands in a page whose content security policy allows no data images, and any renderer draws it.
 */
export function nestDrawings(svg: string): string {
  return svg.replace(EMBEDDED, (_, transform: string | undefined, base64: string, size: string) => {
    const drawing = Buffer.from(base64, 'base64').toString('utf8')
    return `<g${transform ?? ''}>${drawing.replace('<svg ', `<svg${size} `)}</g>`
  })
}
