import sharp from 'sharp'

/** Words that nobody may find in what is kept or served. */
export const SECRET = 'Anna at 52.5200 north'

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const XMLNS = 'xmlns="http://www.w3.org/2000/svg"'

/** Left half red, right half blue: what is turned or cut shows. */
export async function halves(width: number, height: number) {
  const half = { width: Math.floor(width / 2), height, channels: 3 as const, background: '#f00' }
  const background = { width, height, channels: 3 as const, background: '#00f' }
  return sharp(
    await sharp({ create: background })
      .composite([{ input: { create: half }, left: 0, top: 0 }])
      .removeAlpha()
      .png()
      .toBuffer(),
  )
}

/** As a telephone writes it: with who, where and how it was held. */
export async function asTakenByTelephone(format: 'jpeg' | 'png' | 'webp' | 'avif' | 'tiff') {
  return (await halves(40, 20))
    .withExif({
      IFD0: { Copyright: SECRET, Artist: SECRET },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 31/1 12/1' },
    })
    .withXmp(
      `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">${SECRET}</x:xmpmeta>`,
    )
    .toFormat(format)
    .toBuffer()
}

/** An SVG around some drawing. */
export function svg(drawing: string, attributes = ''): Buffer {
  return Buffer.from(`${HEAD}<svg ${XMLNS} width="40" height="20" ${attributes}>${drawing}</svg>`)
}

/** Whether words stand somewhere in some bytes, in one of the ways that files keep words. */
export function contains(bytes: Uint8Array, words: string): boolean {
  const buffer = Buffer.from(bytes)
  return buffer.includes(words) || buffer.includes(Buffer.from(words, 'utf16le'))
}

/** Red, green and blue of one pixel. */
export async function pixelAt(bytes: Uint8Array, left: number, top: number): Promise<number[]> {
  const { data } = await sharp(bytes)
    .extract({ left, top, width: 1, height: 1 })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return [...data]
}
