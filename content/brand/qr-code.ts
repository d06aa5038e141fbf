import QRCode from 'qrcode'
import { Mistake } from '#content/model/errors.ts'

/** Dark modules side by side in one row: column, row and how many. Columns and rows count from the code's own corner. */
type Run = readonly [x: number, y: number, length: number]
/** A code's drawing: `modules` is its width without the quiet zone. */
export type QrMatrix = { version: number; modules: number; runs: readonly Run[] }

/** Light modules around a code that no ink may enter. Source: ISO/IEC 18004, 6.3.8. */
export const QUIET_ZONE = 4

// The 45 characters of alphanumeric mode. Source: ISO/IEC 18004, table 5.
const ALPHANUMERIC = /^[0-9A-Z $%*+\-./:]+$/

/** Whether an address in upper case has only characters that a code of large modules can hold. */
export function canBeDrawn(address: string): boolean {
  return ALPHANUMERIC.test(address)
}

/**
 * The code for an address, at level Q and in alphanumeric mode, so that it has few, large modules.
 * Throws a `Mistake` if the address has a character outside that mode: write all of it in upper case.
 */
export function qrMatrix(address: string): QrMatrix {
  if (!canBeDrawn(address)) {
    throw new Mistake(
      'qr-address',
      `The address "${address}" cannot be drawn as a code: use upper case letters, digits and - . / : only.`,
    )
  }
  const { modules, version } = QRCode.create([{ data: address, mode: 'alphanumeric' }], {
    errorCorrectionLevel: 'Q',
  })
  const rows = Array.from({ length: modules.size }, (_, y) => y)
  return {
    version,
    modules: modules.size,
    runs: rows.flatMap((y) => runsInRow(y, modules.size, (x) => modules.get(y, x) !== 0)),
  }
}

/**
 * All dark modules as one filled SVG path, one unit a module, the quiet zone included:
 * for a `viewBox` of `0 0 n n` with `n = modules + 2 * QUIET_ZONE`.
 */
export function qrPath({ runs }: QrMatrix): string {
  return runs
    .map(([x, y, length]) => `M${x + QUIET_ZONE} ${y + QUIET_ZONE}h${length}v1h-${length}z`)
    .join('')
}

/** The code for an address as an SVG document, black with its quiet zone on white. Throws as `qrMatrix` does. */
export function qrSvg(address: string): string {
  const code = qrMatrix(address)
  const width = code.modules + 2 * QUIET_ZONE
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${width}" shape-rendering="crispEdges"><rect width="${width}" height="${width}" fill="#fff"/><path d="${qrPath(code)}"/></svg>`
}

function runsInRow(y: number, size: number, isDark: (x: number) => boolean): Run[] {
  const runs: Run[] = []
  for (let x = 0; x < size; x++) {
    if (!isDark(x)) continue
    const start = x
    while (x < size && isDark(x)) x++
    runs.push([start, y, x - start])
  }
  return runs
}
