import { expect } from '@playwright/test'
import jsQR from 'jsqr'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import sharp from 'sharp'

/** What an address answers, which has to be there. */
export async function bytes(url: string): Promise<Uint8Array> {
  const answer = await fetch(url)
  expect(answer.status, url).toBe(200)
  return new Uint8Array(await answer.arrayBuffer())
}

/** The words of a poster's first page. */
export async function pdfText(data: Uint8Array): Promise<string> {
  const document = await getDocument({ data, useSystemFonts: false }).promise
  const content = await (await document.getPage(1)).getTextContent()
  return content.items.map((item) => ('str' in item ? item.str : '')).join(' ')
}

/** Where the code of a rendered poster leads, as a telephone's camera reads it. */
export async function readCode(png: Uint8Array): Promise<string> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const found = jsQR(new Uint8ClampedArray(data), info.width, info.height)
  expect(found, 'a QR code in the rendered poster').not.toBeNull()
  return found?.data ?? ''
}
