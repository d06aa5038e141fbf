import { canBeDrawn, QUIET_ZONE, qrMatrix, qrPath } from '#content/brand/qr-code.ts'

/** The code for an address: one SVG path, and the width of its square in modules. */
export type ShareCode = { path: string; width: number }

/**
 * The code for an address, in capitals, so that its modules are large; any address of ours answers to them.
 * `undefined` where it has signs that such a code cannot hold: the page is read all the same.
 */
export function shareCode(address: string): ShareCode | undefined {
  const capitals = address.toUpperCase()
  if (!canBeDrawn(capitals)) return undefined
  const matrix = qrMatrix(capitals)
  return { path: qrPath(matrix), width: matrix.modules + 2 * QUIET_ZONE }
}
