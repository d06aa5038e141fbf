const EMBEDDED =
  /<image xlink:href="data:image\/svg\+xml;base64,([^"]+)" width="([\d.]+)" height="([\d.]+)"[^>]*\/>/g

/**
 * Turns drawings that Typst embeds as data addresses into nested `<svg>` elements, so that the poster
 * stands in a page whose content security policy allows no data images, and any renderer draws it.
 */
export function nestDrawings(svg: string): string {
  return svg.replace(EMBEDDED, (_, base64: string, width: string, height: string) =>
    Buffer.from(base64, 'base64')
      .toString('utf8')
      .replace('<svg ', `<svg width="${width}" height="${height}" `),
  )
}
