import jsQR from 'jsqr'
import QRCode from 'qrcode'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { canBeDrawn, QUIET_ZONE, qrMatrix, qrPath, qrSvg } from '#content/brand/qr-code.ts'
import { Mistake } from '#content/model/errors.ts'

const ADDRESS = 'HTTP://127.0.0.1:4321/Q/DEMO01/TI'

describe('a code', () => {
  it('is in alphanumeric mode and of version 3 at most for the local demo address', () => {
    const { segments } = QRCode.create(ADDRESS, { errorCorrectionLevel: 'Q' })
    expect(segments.map(({ mode }) => mode.id)).toEqual(['Alphanumeric'])
    expect(qrMatrix(ADDRESS)).toMatchObject({ version: 3, modules: 29 })
  })

  it('is of version 2 for a short public address', () => {
    expect(qrMatrix('HTTPS://HELP.EXAMPLE/Q/DEMO01').version).toBe(2)
  })

  it('refuses small letters, which would make more and smaller modules', () => {
    expect(() => qrMatrix('https://help.example/Q/DEMO01')).toThrow(Mistake)
  })

  it('knows beforehand what it cannot draw', () => {
    expect([ADDRESS, 'HTTP://[::1]:4321', 'HTTP://MY_HOST'].map(canBeDrawn)).toEqual([
      true,
      false,
      false,
    ])
  })

  it('leaves a quiet zone of four modules on every side', () => {
    const code = qrMatrix(ADDRESS)
    const corners = [...qrPath(code).matchAll(/M(\d+) (\d+)h(\d+)/g)].map((match) =>
      match.slice(1).map(Number),
    )
    const [xs, ys, ends] = [0, 1, 2].map((at) =>
      corners.map((corner) => (at === 2 ? (corner[0] ?? 0) : 0) + (corner[at] ?? 0)),
    )
    expect(Math.min(...(xs ?? []))).toBe(QUIET_ZONE)
    expect(Math.min(...(ys ?? []))).toBe(QUIET_ZONE)
    expect(Math.max(...(ends ?? []))).toBe(QUIET_ZONE + code.modules)
    expect(Math.max(...(ys ?? []))).toBe(QUIET_ZONE + code.modules - 1)
  })

  it('is read back from its runs', () => {
    const { modules, runs } = qrMatrix(ADDRESS)
    const scale = 4
    const side = (modules + 2 * QUIET_ZONE) * scale
    const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
    for (const [x, y, length] of runs) {
      for (let row = 0; row < scale; row++) {
        const start = ((y + QUIET_ZONE) * scale + row) * side + (x + QUIET_ZONE) * scale
        pixels.fill(0, start * 4, (start + length * scale) * 4)
      }
    }
    const opaque = pixels.map((value, at) => (at % 4 === 3 ? 255 : value))
    expect(jsQR(opaque, side, side)?.data).toBe(ADDRESS)
  })

  it('is read back from its drawing', async () => {
    const drawing = sharp(Buffer.from(qrSvg(ADDRESS))).resize({ width: 370, kernel: 'nearest' })
    const { data, info } = await drawing.ensureAlpha().raw().toBuffer({ resolveWithObject: true })
    expect(jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(ADDRESS)
  })
})
