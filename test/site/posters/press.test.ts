import jsQR from 'jsqr'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { PIECE_IDS, PIECES } from '#content/model/pieces.ts'
import { createPress } from '../../../site/posters/press.ts'
import { CODE_WIDTH_MM } from '../../../site/posters/press-input.ts'
import { readPdf, squash } from './read-pdf.ts'
import { ADDRESS, DIAL, type Lang, say, sheet, WORDS } from './sheet.ts'

const press = createPress()

async function pdfOf(...made: Parameters<typeof sheet>) {
  return readPdf(await press.render(sheet(...made), 'pdf'))
}

/** Words of which pdf.js reads every letter in order; in right-to-left lines the words come last to first. */
const IN_ORDER: readonly Lang[] = ['en', 'ru', 'ar', 'ti', 'zh']
/** Of joined and stacked letters pdf.js repeats some: it does not read the text that the PDF gives for them. */
const JOINED: readonly Lang[] = ['ur', 'bn', 'hi', 'pa-Guru']

describe('a printed poster', () => {
  it.each(IN_ORDER)('bears the words of the heading in %s, and the number', async (lang) => {
    const { text, pages } = await pdfOf(lang)
    for (const word of WORDS[lang][0].split(' ')) expect(text).toContain(squash(word))
    expect(text).toContain(squash(DIAL))
    expect(pages).toBe(1)
  })

  it.each(JOINED)('bears every letter of the heading in %s, and the number', async (lang) => {
    const { text, pages } = await pdfOf(lang)
    for (const letter of squash(WORDS[lang][0])) expect(text).toContain(letter)
    expect(text).toContain(squash(DIAL))
    expect(pages).toBe(1)
  })

  it.each(['en', 'ar', 'ti', 'pa-Guru'] as const)(
    'tells assistive technology its language, title and parts in %s',
    async (lang) => {
      const { info, marks, tree } = await pdfOf(lang)
      expect(info.get('Language')).toBe(lang.slice(0, 2))
      expect(info.get('Title')).toBe(WORDS[lang][0])
      expect(Object.fromEntries(marks)).toMatchObject({ Marked: true })
      expect(tree).toContain('"role":"H1"')
      expect(tree).toContain('"alt":"Scan: more help in your language 127.0.0.1:4321/Q/DEMO01"')
    },
  )

  it.each(PIECE_IDS)('has the size of %s and a code that opens the address', async (piece) => {
    const { widthMm, heightMm, pages } = await pdfOf('ti', { piece })
    expect({ widthMm, heightMm, pages }).toMatchObject({
      widthMm: PIECES[piece].widthMm,
      heightMm: PIECES[piece].heightMm,
      pages: 1,
    })
    const png = await press.render(sheet('ti', { piece }), 'png', { pixelsWide: 1000 })
    const code = await readCode(png)
    expect(code.data).toBe(ADDRESS)
    expect(code.widthMm(PIECES[piece].widthMm)).toBeCloseTo(CODE_WIDTH_MM[piece], 0)
    expect(CODE_WIDTH_MM[piece]).toBeGreaterThanOrEqual(30)
  })

  it('is mirrored in right-to-left', async () => {
    const middle = PIECES.a4.widthMm / 2
    for (const [lang, isMirrored] of [
      ['en', false],
      ['ar', true],
      ['ur', true],
    ] as const) {
      const png = await press.render(sheet(lang), 'png', { pixelsWide: 1000 })
      const code = await readCode(png)
      expect(code.leftMm(PIECES.a4.widthMm) > middle).toBe(isMirrored)
      const { find } = await pdfOf(lang)
      expect(find('Open Hand Arvenia').x > (middle / 25.4) * 72).toBe(isMirrored)
    }
  })

  it('mirrors the mark in right-to-left, and no pictogram', async () => {
    const mirrored = (svg: string) => svg.match(/matrix\(-1 0 0 1 24 0\)/g)?.length ?? 0
    expect(mirrored(await press.render(sheet('en'), 'svg'))).toBe(0)
    expect(mirrored(await press.render(sheet('ar'), 'svg'))).toBe(1)
  })

  it('keeps the number from left to right in a right-to-left sheet', async () => {
    const { find } = await pdfOf('ar')
    expect(squash(find(DIAL).text)).toBe(squash(DIAL))
  })

  it('sets a longer heading smaller', async () => {
    const short = await pdfOf('en')
    const long =
      'Someone keeps your passport, your telephone, your wages and every paper that you have?'
    const longer = await pdfOf('en', { heading: say('en', long) })
    expect(longer.find('Someone').size).toBeLessThan(short.find('Someone').size)
    expect(longer.pages).toBe(1)
  })

  it('names language and words when they do not fit', async () => {
    const body = say('ti', 'እዚ ገበን እዩ። '.repeat(200))
    await expect(press.render(sheet('ti', { body }), 'pdf')).rejects.toMatchObject({
      name: 'Mistake',
      code: 'poster-overfull',
      message: expect.stringMatching(/a4 .* ti.*እዚ ገበን/s),
    })
  })

  it('never breaks a number: one too long for a line is refused', async () => {
    const { helpline } = sheet('en')
    const dial = '0123 4567 '.repeat(8)
    const spec = sheet('en', helpline ? { helpline: { ...helpline, dial } } : {})
    await expect(press.render(spec, 'pdf')).rejects.toMatchObject({
      code: 'poster-number',
      message: expect.stringContaining(dial),
    })
  })

  it.each(['pdf', 'svg', 'png'] as const)(
    'names language, words and letters when a font has no glyph for them (%s)',
    async (format) => {
      const heading = say('en', 'Your ก papers')
      await expect(press.render(sheet('en', { heading }), format)).rejects.toMatchObject({
        name: 'Mistake',
        code: 'poster-letters',
        message: expect.stringMatching(/Noto Sans.*ก.*en: "Your ก papers"/),
      })
    },
  )

  it('tears no Chinese word over two lines', async () => {
    const heading = say('zh', '有人扣着您的护照？这是犯罪。')
    expect((await pdfOf('zh', { heading })).find('护照').text).not.toBe('')
  })

  it('goes on after a sheet that could not be set', async () => {
    const bad = press.render(sheet('en', { heading: say('en', 'ก') }), 'pdf')
    const good = press.render(sheet('en'), 'pdf')
    await expect(bad).rejects.toThrow()
    expect((await readPdf(await good)).pages).toBe(1)
  })

  it('says what a name in another direction says', async () => {
    const place = [say('ar', 'أنت هنا: \u2068Centralia Station\u2069')]
    expect((await pdfOf('ar', { place })).text).toContain('CentraliaStation')
  })

  it('is an SVG that asks for nothing from elsewhere', async () => {
    const svg = await press.render(sheet('ur'), 'svg')
    expect(svg.slice(0, 5)).toBe('<svg ')
    expect(svg.match(/<image|data:|<script|href="[^#]/g)).toBeNull()
  })
})

async function readCode(png: Uint8Array) {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const found = jsQR(new Uint8ClampedArray(data), info.width, info.height)
  const { topLeftCorner: from, topRightCorner: to } = found?.location ?? {}
  const left = Math.min(from?.x ?? 0, to?.x ?? 0)
  const across = Math.abs((to?.x ?? 0) - (from?.x ?? 0))
  return {
    data: found?.data,
    widthMm: (sheetMm: number) => (across / info.width) * sheetMm,
    leftMm: (sheetMm: number) => (left / info.width) * sheetMm,
  }
}
