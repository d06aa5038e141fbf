import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { chromium } from '@playwright/test'
import { fontFiles } from '#content/brand/fonts.ts'
import { QUIET_ZONE, qrMatrix, qrPath } from '#content/brand/qr-code.ts'
import { type PosterSpec, passagesOf } from '../../site/posters/poster.ts'
import { createPress } from '../../site/posters/press.ts'
import { browserOptions } from '../browser.ts'
import { type Lang, sheet } from '../site/posters/sheet.ts'

const LANGS: readonly Lang[] = ['en', 'ar', 'ur', 'ti', 'bn', 'zh', 'ru', 'hi']
const WARM_UP = LANGS.length
const BY_TYPST = 240
const BY_CHROMIUM = 80

/** Prints how many PDF posters a second our press sets, beside Chromium printing the same words and code. */
export async function benchPosters(): Promise<void> {
  const typst = await timeTypst()
  const chrome = await timeChromium()
  const lines = [
    `Posters (A4 PDF, ${LANGS.length} scripts, each with its own number and code)`,
    `  Typst     ${summary(typst)}  (tagged, PDF/UA-1)`,
    `  Chromium  ${summary(chrome)}`,
    `  ratio of the medians ${(median(chrome) / median(typst)).toFixed(1)}`,
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

async function timeTypst(): Promise<number[]> {
  const press = createPress()
  return timeEach(BY_TYPST, (spec) => press.render(spec, 'pdf'))
}

// At its best: one page, fonts loaded once, only the words change.
async function timeChromium(): Promise<number[]> {
  const server = createServer((request, response) => {
    const file = fontFiles()[Number(request.url?.slice(1) || Number.NaN)]
    response.setHeader('content-type', file ? 'font/ttf' : 'text/html; charset=utf-8')
    response.end(file ? readFileSync(file) : blankPage())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const browser = await chromium.launch(await browserOptions())
  try {
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${portOf(server.address())}/`)
    return await timeEach(BY_CHROMIUM, async (spec) => {
      await page.evaluate(async (html) => {
        document.body.innerHTML = html
        await document.fonts.ready
      }, posterHtml(spec))
      return page.pdf({ format: 'A4', printBackground: true })
    })
  } finally {
    await browser.close()
    server.close()
  }
}

async function timeEach(
  count: number,
  print: (spec: PosterSpec) => Promise<Uint8Array>,
): Promise<number[]> {
  const times: number[] = []
  for (let at = -WARM_UP; at < count; at++) {
    const spec = distinctSheet(at + WARM_UP)
    const start = performance.now()
    await print(spec)
    if (at >= 0) times.push(performance.now() - start)
  }
  return times
}

function distinctSheet(at: number): PosterSpec {
  const base = sheet(LANGS[at % LANGS.length] ?? 'en')
  const code = String(100_000 + at)
  return {
    ...base,
    ...(base.helpline && {
      helpline: { ...base.helpline, dial: `+44 20 7946 0${String(at % 1000).padStart(3, '0')}` },
    }),
    code: { ...base.code, text: `HTTP://127.0.0.1:4321/Q/${code}`, address: `127.0.0.1/Q/${code}` },
  }
}

function blankPage(): string {
  const faces = fontFiles().map(
    (_, at) =>
      `@font-face{font-family:f${at >> 1};font-weight:${at % 2 ? 700 : 400};src:url(/${at})}`,
  )
  const families = fontFiles().map((_, at) => `f${at >> 1}`)
  return `<!doctype html><style>${faces.join('')}
    @page{size:A4;margin:0} body{margin:0;background:#FFC83D;color:#10222B;font:16px ${families.join()}}
    main{padding:15mm} h1{font-size:57pt;margin:0} .band{background:#10222B;color:#FFC83D;padding:8mm 15mm}
    .number{font-size:50pt;font-weight:700} svg{width:48mm;background:#fff}
  </style><body>`
}

function posterHtml(spec: PosterSpec): string {
  const code = qrMatrix(spec.code.text)
  const side = code.modules + 2 * QUIET_ZONE
  const words = passagesOf(spec).map(
    ({ text, lang, dir }) => `<p lang="${lang}" dir="${dir}">${text}</p>`,
  )
  return `<main dir="${spec.dir}"><h1>${spec.heading.text}</h1></main>
    <div class="band"><span class="number">${spec.helpline?.dial ?? ''}</span></div>
    <main><svg viewBox="0 0 ${side} ${side}"><path d="${qrPath(code)}"/></svg>${words.join('')}</main>`
}

function summary(times: readonly number[]): string {
  const total = times.reduce((sum, time) => sum + time, 0)
  const perSecond = (1000 * times.length) / total
  return `${perSecond.toFixed(0).padStart(4)} a second, median ${median(times).toFixed(1)} ms of ${times.length}`
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address ? address.port : 0
}
