import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import sharp from 'sharp'
import { browserOptions } from './browser.ts'
import { startWaymark } from './e2e/waymark.ts'

/*
 * Takes the README's pictures anew from the demo: `node test/pictures.ts`.
 * The page needs system fonts for its script; poster and screen bring their own.
 */
const FOLDER = path.resolve(import.meta.dirname, '../.readme')
const HEIGHT = 760

const waymark = await startWaymark({ port: 0 })
const browser = await chromium.launch(await browserOptions())
await mkdir(FOLDER, { recursive: true })
try {
  await save('page', await takePage(browser, `${waymark.origin}/ti/centralia-station`))
  await save('poster', await download(`${waymark.origin}/posters/DEMO01.png?lang=ar`))
  await save('screen', await takeScreen(browser, `${waymark.origin}/screen/centralia-station`))
} finally {
  await browser.close()
  await waymark.stop()
}

async function takePage(from: Browser, address: string): Promise<Buffer> {
  const page = await from.newPage({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 })
  await page.goto(address)
  return page.screenshot()
}

/** The attract loop, once it has come to a slide in Urdu. */
async function takeScreen(from: Browser, address: string): Promise<Buffer> {
  const page = await from.newPage({
    viewport: { width: 1080, height: 1920 },
    reducedMotion: 'reduce',
  })
  await page.goto(address)
  await page.locator('h1[lang="ur"], h2[lang="ur"]').first().waitFor({ timeout: 300_000 })
  return page.screenshot()
}

async function download(address: string): Promise<Buffer> {
  return Buffer.from(await (await fetch(address)).arrayBuffer())
}

async function save(name: string, picture: Buffer): Promise<void> {
  const file = path.join(FOLDER, `${name}.png`)
  await sharp(picture).resize({ height: HEIGHT }).png({ palette: true, colours: 128 }).toFile(file)
  process.stdout.write(`${file}\n`)
}
