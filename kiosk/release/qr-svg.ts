import QRCode from 'qrcode'

// Light modules around a code that nothing may enter. Source: ISO/IEC 18004, 6.3.8.
const QUIET_ZONE = 4

/**
 * A QR code as an SVG document on white, at level Q and in alphanumeric mode: few, large modules that
 * a telephone reads from afar. `address` must be all upper case.
 */
export function qrSvg(address: string): string {
  const { modules } = QRCode.create([{ data: address, mode: 'alphanumeric' }], {
    errorCorrectionLevel: 'Q',
  })
  const width = modules.size + 2 * QUIET_ZONE
  let path = ''
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; x++) {
      const start = x
      while (x < modules.size && modules.get(y, x) !== 0) x++
      const length = x - start
      if (length > 0) path += `M${start + QUIET_ZONE} ${y + QUIET_ZONE}h${length}v1h-${length}z`
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${width}" shape-rendering="crispEdges"><rect width="${width}" height="${width}" fill="#fff"/><path d="${path}"/></svg>`
}
