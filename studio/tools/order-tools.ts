const FIRST = ['first-hour', 'structure', 'translations', 'freshness', 'scans']

/** The tools as the bar shows them, the first of them opened at `/studio`: the first hour leads until it is over. */
export function orderTools<Tool extends { name: string }>(
  tools: readonly Tool[],
  isFirstHourOver: boolean,
): Tool[] {
  const place = ({ name }: Tool) => {
    if (name === 'first-hour' && isFirstHourOver) return FIRST.length + 1
    const at = FIRST.indexOf(name)
    return at === -1 ? FIRST.length : at
  }
  return tools.toSorted((a, b) => place(a) - place(b))
}
