/** A number to dial that no line break can cut: no-break spaces and hyphens (U+00A0, U+2011). */
export function unbroken(dial: string): string {
  return dial.trim().replace(/\s+/g, '\u00a0').replaceAll('-', '\u2011')
}
