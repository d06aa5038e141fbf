const SHAPES: Readonly<Record<string, string>> = {
  ordered: '○ Ordered',
  up: '◐ Up',
  checked: '● Checked',
  damaged: '◇ Damaged',
  gone: '✕ Gone',
}

/** How a piece stands, as a shape and a word. */
export function placementState(state: unknown): string {
  return SHAPES[String(state)] ?? '○ No state yet'
}
