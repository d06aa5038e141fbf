import { type Browser, chromium } from '@playwright/test'
import lighthouse from 'lighthouse'
import { browserOptions } from '../browser.ts'
import { startWaymark } from '../e2e/waymark.ts'
import { freePort } from './free-port.ts'
import { median } from './median.ts'

const PAGES = ['/ti/centralia-station', '/ur/centralia-station', '/en']
const ROUNDS = 5
const FIRST_PAINT_LIMIT_MS = 2_500
const SCORED = 3
const CATEGORIES = ['performance', 'accessibility', 'best-practices']
// A worn 2G connection and an old telephone.
const WORST = { rttMs: 400, throughputKbps: 400, cpuSlowdownMultiplier: 4 }
const BLANK = '<!doctype html><html lang="en"><title>Blank</title><p>Blank</p></html>'

/**
 * Prints Lighthouse's scores on its slow 4G, and when the first words stand on the worst telephone: as the browser
 * paints them with its own throttle (a delay for each request), and as Lighthouse works it out (each round trip of
 * connecting counted too). A page of two words is the peer. Needs a build.
 */
export async function benchPageSpeed(): Promise<void> {
  const waymark = await startWaymark({ port: 0, env: { WAYMARK_DEMO: '1' } })
  const port = await freePort()
  const options = await browserOptions()
  const browser = await chromium.launch({
    ...options,
    args: [...(options.args ?? []), `--remote-debugging-port=${port}`],
  })
  try {
    const lines = [`Help pages in Lighthouse, slow 4G, median of ${SCORED} (all 100)`]
    for (const page of PAGES)
      lines.push(`  ${page.padEnd(24)}${await scores(waymark.origin + page, port)}`)
    lines.push(
      `First words at 400 kbit/s, 400 ms, processor slowed 4 times (at most ${FIRST_PAINT_LIMIT_MS} ms)`,
    )
    for (const page of PAGES) {
      const painted = await firstPaints(browser, waymark.origin + page)
      const reckoned = await reckonedPaint(waymark.origin + page, port)
      lines.push(`  ${page.padEnd(24)}painted ${painted} ms, reckoned ${reckoned} ms`)
    }
    const blank = await firstPaints(browser, `${waymark.origin}/blank`, BLANK)
    lines.push(`  ${'a page of two words'.padEnd(24)}painted ${blank} ms`)
    process.stdout.write(`${lines.join('\n')}\n`)
  } finally {
    await browser.close()
    await waymark.stop()
  }
}

/** Scores of one page, as `performance 100, ...`: the median of each, and what is not whole where one is not. */
async function scores(url: string, port: number): Promise<string> {
  const runs: Awaited<ReturnType<typeof report>>[] = []
  for (let time = 0; time < SCORED; time++) runs.push(await report(url, port, CATEGORIES))
  const figures = CATEGORIES.map((category) => {
    const all = runs.map(({ categories }) => 100 * (categories[category]?.score ?? Number.NaN))
    return `${category} ${Math.round(median(all))}`
  })
  const failed = Object.values(runs[0]?.audits ?? {}).filter(
    ({ score, scoreDisplayMode }) => scoreDisplayMode === 'binary' && score === 0,
  )
  return [figures.join(', '), ...failed.map(({ id }) => `not: ${id}`)].join('; ')
}

async function reckonedPaint(url: string, port: number): Promise<number> {
  const { audits } = await report(url, port, ['performance'], WORST)
  return Math.round(audits['first-contentful-paint']?.numericValue ?? Number.NaN)
}

async function report(
  url: string,
  port: number,
  onlyCategories: string[],
  throttling: Partial<typeof WORST> = {},
) {
  const result = await lighthouse(url, { port, onlyCategories, throttling, logLevel: 'silent' })
  if (result === undefined || result.lhr.runtimeError) {
    throw new Error(`${url}: ${result?.lhr.runtimeError?.message ?? 'Lighthouse said nothing'}`)
  }
  return result.lhr
}

/** Median ms from asking for a page, in a fresh browser context, to its first words. `html` stands in for the answer. */
async function firstPaints(browser: Browser, url: string, html?: string): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const context = await browser.newContext({ viewport: { width: 360, height: 640 } })
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    const bytesPerSecond = (WORST.throughputKbps * 1000) / 8
    await devtools.send('Network.enable')
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: WORST.rttMs,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: bytesPerSecond,
    })
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: WORST.cpuSlowdownMultiplier })
    if (html !== undefined) {
      await page.route(url, (route) => route.fulfill({ contentType: 'text/html', body: html }))
    }
    await page.goto(url)
    times.push(await page.evaluate(firstPaint))
    await context.close()
  }
  return Math.round(median(times))
}

/** In the page: ms from the navigation to the first contentful paint. */
function firstPaint(): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const entry = list.getEntriesByName('first-contentful-paint')[0]
      if (entry) resolve(entry.startTime)
    }).observe({ type: 'paint', buffered: true })
  })
}
