/** The gaps of a sentence that the code fills, such as `{{count}}`, each once and in order. */
export function gapsOf(text: string): string[] {
  return [...new Set(text.match(/\{\{\s*[\w.-]+\s*\}\}/g) ?? [])]
    .map((gap) => gap.replace(/\s/g, ''))
    .toSorted()
}

/** Gaps of the source that a translation has lost, and those that it has and the source does not. */
export function gapFaults(source: string, text: string): { lost: string[]; foreign: string[] } {
  const [wanted, found] = [gapsOf(source), gapsOf(text)]
  return {
    lost: wanted.filter((gap) => !found.includes(gap)),
    foreign: found.filter((gap) => !wanted.includes(gap)),
  }
}
