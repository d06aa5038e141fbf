import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What pdf.js reads in a PDF: text without spaces in NFKC, and what assistive technology is told. */
export async function readPdf(pdf: Uint8Array) {
  const loading = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 })
  const document = await loading.promise
  const page = await document.getPage(1)
  const [content, tree, metadata, marks] = [
    await page.getTextContent(),
    await page.getStructTree(),
    await document.getMetadata(),
    await document.getMarkInfo(),
  ]
  const items = content.items.flatMap((item) => ('str' in item ? [item] : []))
  const { width, height } = page.getViewport({ scale: 1 })
  const about = {
    pages: document.numPages,
    text: squash(items.map(({ str }) => str).join('')),
    /** Size and place, in points, of the first piece of text that begins with these words. */
    find: (words: string) => {
      const found = items.find(({ str }) => squash(str).startsWith(squash(words)))
      return { text: found?.str ?? '', size: found?.height ?? NaN, x: found?.transform[4] ?? NaN }
    },
    tree: JSON.stringify(tree),
    info: new Map<string, unknown>(Object.entries(metadata.info)),
    // pdf.js says that this is a plain object; it is a map.
    marks: new Map<string, unknown>(marks instanceof Map ? marks : []),
    widthMm: Math.round((width / 72) * 25.4),
    heightMm: Math.round((height / 72) * 25.4),
  }
  await loading.destroy()
  return about
}

/** Text without spaces and compatibility forms, so that only letters and their order count. */
export function squash(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b\u2060]/gu, '')
}
