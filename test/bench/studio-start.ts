import { glob, stat } from 'node:fs/promises'
import path from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { browserOptions } from '../browser.ts'
import { firstLink, openStudio } from '../e2e/studio-desk.ts'
import { type RunningWaymark, startWaymark } from '../e2e/waymark.ts'

const ROUNDS = 5
const MEGABYTE = 1024 * 1024
const BUILT = path.resolve(import.meta.dirname, '../../dist/client/studio')

/**
 * Prints how long the Studio takes from its address to a list that can be used, in a browser that has nothing of it
 * yet and in one that has, beside the page of sign-in of the same process; and how large it is. Needs a build.
 */
export async function benchStudioStart(): Promise<void> {
  const waymark = await startWaymark({ port: 0, env: { WAYMARK_DEMO: '1' } })
  const browser = await chromium.launch(await browserOptions())
  try {
    const link = await firstLink(waymark)
    const { context } = await openStudio(browser, waymark, { name: 'Ada Sample', link })
    const cookies = await context.storageState()
    await context.close()
    const cold: number[] = []
    const warm: number[] = []
    const login: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const { first, again } = await msToList(browser, waymark, cookies)
      cold.push(first)
      warm.push(again)
      login.push(await msToLogin(browser, waymark))
    }
    const { raw, compressed } = await builtBytes()
    const lines = [
      'The Studio, from its address to a list of messages that takes a click',
      `  ms, nothing kept by the browser   median ${median(cold)}, longest ${Math.round(Math.max(...cold))}  (at most 3000)`,
      `  ms, opened again                  median ${median(warm)}`,
      `  ms, the page /login, for scale    median ${median(login)}`,
      `  scripts and styles                ${(raw / MEGABYTE).toFixed(1)} MB, ${(compressed / MEGABYTE).toFixed(1)} MB with Brotli`,
    ]
    process.stdout.write(`${lines.join('\n')}\n`)
  } finally {
    await browser.close()
    await waymark.stop()
  }
}

type Kept = Awaited<ReturnType<Awaited<ReturnType<Browser['newContext']>>['storageState']>>

async function msToList(browser: Browser, { origin }: RunningWaymark, storageState: Kept) {
  const context = await browser.newContext({ storageState, viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const open = async () => {
    const startedAt = performance.now()
    await page.goto(`${origin}/studio/structure/message`, { waitUntil: 'commit' })
    await page.waitForFunction(takesClick, 'Do you need a doctor?', { polling: 'raf' })
    return performance.now() - startedAt
  }
  const first = await open()
  const again = await open()
  await context.close()
  return { first, again }
}

/** Whether the row with these words stands where a click would meet it. In the page, looked for at each of its frames. */
function takesClick(words: string): boolean {
  const row = [...document.querySelectorAll('a[href]')].find((link) =>
    link.textContent.includes(words),
  )
  const { x, y, width, height } = row?.getBoundingClientRect() ?? new DOMRect()
  return row?.contains(document.elementFromPoint(x + width / 2, y + height / 2)) ?? false
}

async function msToLogin(browser: Browser, { origin }: RunningWaymark): Promise<number> {
  const page = await browser.newPage()
  const startedAt = performance.now()
  await page.goto(`${origin}/login`)
  await page.getByLabel('Password').waitFor()
  const ms = performance.now() - startedAt
  await page.close()
  return ms
}

async function builtBytes() {
  const sizes = async (pattern: string) => {
    let sum = 0
    for await (const name of glob(pattern, { cwd: BUILT })) {
      sum += (await stat(path.join(BUILT, name))).size
    }
    return sum
  }
  return { raw: await sizes('**/*.{js,css}'), compressed: await sizes('**/*.{js,css}.br') }
}

function median(values: readonly number[]): number {
  return Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0)
}
