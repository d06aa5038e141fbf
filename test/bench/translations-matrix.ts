import { chromium, type Page } from '@playwright/test'
import { browserOptions, temporaryFolder } from '../browser.ts'
import { firstLink, openStudio, robot } from '../e2e/studio-desk.ts'
import { startWaymark } from '../e2e/waymark.ts'
import { MATRIX_LANGUAGES, makeMessages } from './matrix-documents.ts'

const DOCUMENTS = 500
const AT_ONCE = 50
const ROUNDS = 5

/**
 * Prints how long the matrix of translations takes from the click to its first cells, with 500 messages in 28
 * languages, and how far apart frames are while it scrolls. Needs a build.
 */
export async function benchTranslationsMatrix(): Promise<void> {
  const { folder, remove } = await temporaryFolder('matrix')
  const waymark = await startWaymark({ port: 0, dataFolder: folder, env: { WAYMARK_DEMO: '1' } })
  const browser = await chromium.launch(await browserOptions())
  try {
    const client = robot(waymark)
    // An approval bears the name of who gives it.
    const { id } = await client.users.getById('me')
    const messages = makeMessages(DOCUMENTS, id)
    for (let at = 0; at < messages.length; at += AT_ONCE) {
      const transaction = client.transaction()
      for (const one of messages.slice(at, at + AT_ONCE)) transaction.createOrReplace(one)
      await transaction.commit({ visibility: 'sync' })
    }
    const link = await firstLink(waymark)
    const { page } = await openStudio(browser, waymark, { name: 'Ada Sample', link })
    const opened: number[] = []
    for (let round = 0; round < ROUNDS; round++) opened.push(await msToOpen(page))
    const frames = await framesWhileScrolling(page)
    const lines = [
      `Matrix of translations, ${DOCUMENTS} messages in ${MATRIX_LANGUAGES.length} languages`,
      `  ms from click to first cells      first ${Math.round(opened[0] ?? 0)}, median ${Math.round(at(opened, 0.5))}  (at most 1000)`,
      `  ms between frames, scrolling      median ${at(frames, 0.5).toFixed(1)}, p95 ${at(frames, 0.95).toFixed(1)}, longest ${at(frames, 1).toFixed(1)}`,
    ]
    process.stdout.write(`${lines.join('\n')}\n`)
  } finally {
    await browser.close()
    await waymark.stop()
    await remove()
  }
}

/** From another tool, as somebody would: the click, to the frame after the first cells. */
async function msToOpen(page: Page): Promise<number> {
  await page.getByRole('link', { name: 'Newsroom' }).click()
  await page.locator('[data-cell]').first().waitFor({ state: 'detached' })
  return page.evaluate(async () => {
    const link = [...document.querySelectorAll('a')].find((one) =>
      one.textContent?.includes('Translations'),
    )
    const startedAt = performance.now()
    link?.click()
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    while (document.querySelector('[data-cell]') === null) await frame()
    await frame()
    return performance.now() - startedAt
  })
}

async function framesWhileScrolling(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const grid = document.querySelector('.matrix')
    const frames: number[] = []
    let before = performance.now()
    for (let step = 0; step < 240; step++) {
      grid?.scrollBy({ top: 120, left: step % 60 < 30 ? 12 : -12 })
      await new Promise((resolve) => requestAnimationFrame(resolve))
      const now = performance.now()
      frames.push(now - before)
      before = now
    }
    return frames
  })
}

function at(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}
