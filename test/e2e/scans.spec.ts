import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { openCounts } from '#content/counts/open-counts.ts'
import { WEEK_MS } from '#content/model/iso-week.ts'
import { shortCode } from '#content/model/short-code.ts'
import { useDesk } from './studio-desk.ts'

const CODE = shortCode.parse('DEMO01')
// Fewer would not be told.
const OPENED = 11

test.describe('scans, from a printed code to the Studio', () => {
  test.describe.configure({ mode: 'serial', timeout: 120_000 })
  const desk = useDesk()

  test('an author reads closed weeks, small figures never, in both colours', async () => {
    const { page, trouble } = desk.ada
    await page.goto(`${desk.waymark.origin}/studio/scans`)
    const table = page.getByRole('region', { name: 'Scans of Know the way by week' })
    await expect(table).toBeVisible({ timeout: 30_000 })
    await expect(page.getByText('SAMPLE')).toBeVisible()
    await expect(page.getByText('Scans, not people: robots and repeats are in it.')).toBeVisible()
    await expect(table.getByRole('columnheader')).toHaveCount(9)
    const camp = table.getByRole('row', { name: 'Portavela camp' })
    await expect(camp.getByRole('cell').first()).toHaveText('fewer than 11')
    const total = table.getByRole('row', { name: 'All places' })
    await expect(total.getByRole('cell').first()).toHaveText('held back')
    await usable(page)
    expect(trouble).toEqual([])
  })

  test('the table is reached, changed and taken along by keyboard', async () => {
    const { page, context } = desk.ada
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByLabel('Campaign').focus()
    await page.keyboard.press('ArrowDown')
    const table = page.getByRole('region', { name: 'Scans of Three minutes by week' })
    await expect(table).toBeVisible()
    await expect(page).toHaveURL(/\/studio\/scans\/campaign-three-minutes$/)
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: 'Copy' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByText('Copied. Paste it into a spreadsheet.')).toBeVisible()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain('Three minutes (SAMPLE)\tCode\tSpot')
    expect(copied).toMatch(/Tornova rest area\tT4RN6A\t.*\t18\tfewer than 11/)
    await page.keyboard.press('Tab')
    const saved = page.waitForEvent('download')
    await page.keyboard.press('Enter')
    expect((await saved).suggestedFilename()).toBe('SAMPLE-scans.csv')
    await page.keyboard.press('Tab')
    await expect(table).toBeFocused()
  })

  test('what the desk answers holds no figure that is not told', async () => {
    const { page } = desk.ada
    const { origin } = desk.waymark
    const figures: number[] = []
    for (const campaign of ['campaign-know-the-way', 'campaign-three-minutes']) {
      const answer = await page.request.get(`${origin}/api/desk/scans?campaign=${campaign}`)
      const words = await answer.text()
      expect(words).toContain('"state":"small"')
      JSON.parse(words, (_key, value) => {
        if (typeof value === 'number') figures.push(value)
        return value
      })
    }
    expect(figures.length).toBeGreaterThan(40)
    expect(Math.min(...figures)).toBeGreaterThanOrEqual(11)
  })

  test('opening a code counts; looking ahead, a frame and our own links do not', async ({
    browser,
  }) => {
    const { waymark } = desk
    const address = `${waymark.origin}/Q/${CODE}`
    for (let opening = 1; opening < OPENED; opening += 1) expect(await statusOf(address)).toBe(200)
    expect(await statusOf(address, { headers: { 'Sec-Purpose': 'prefetch' } })).toBe(200)
    expect(await statusOf(address, { headers: { 'Sec-Purpose': 'prefetch;prerender' } })).toBe(200)
    expect(await statusOf(address, { method: 'HEAD' })).toBe(200)
    await readInAnotherLanguage(browser, address)
    await lookInAFrame(browser, address)
    await waymark.stop()
    expect(countedOf(waymark.dataFolder)).toBe(OPENED)
  })
})

async function statusOf(address: string, how: RequestInit = {}): Promise<number> {
  const response = await fetch(address, how)
  await response.arrayBuffer()
  return response.status
}

/** One scan, and then a link of ours to another language. */
async function readInAnotherLanguage(browser: Browser, address: string): Promise<void> {
  const page = await browser.newPage()
  await page.goto(address)
  await page.locator('.chooser summary').click()
  await page.locator('.chooser a[hreflang="ar"]').click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar')
  expect(new URL(page.url()).pathname).toMatch(/^\/Q\/.*\/ar$/)
  await page.close()
}

async function lookInAFrame(browser: Browser, address: string): Promise<void> {
  const page = await browser.newPage()
  const answered = page.waitForResponse((response) => response.url().startsWith(address))
  await page.setContent(`<iframe src="${address}"></iframe>`)
  expect((await answered).status()).toBe(200)
  await page.close()
}

/** What the process has written, told as its week ends: of this one code, in a campaign of its own. */
function countedOf(dataFolder: string): unknown {
  const now = () => Date.now() + WEEK_MS
  const report = (error: unknown) => {
    throw error
  }
  const counts = openCounts({ dataFolder, now, report })
  counts.closeWeeks([{ code: CODE, place: 'hall', campaign: 'test' }])
  const [week] = counts.toldWeeks('test')
  counts.stop()
  const figure = week?.told.parts[0]?.parts[0]
  return figure?.state === 'told' ? figure.scans : figure?.state
}

async function usable(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect(page.locator(`[data-scheme="${colorScheme}"]`).first()).toBeAttached()
    const { violations } = await new AxeBuilder({ page }).include('main').analyze()
    const faults = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => [id, html]))
    expect(faults, colorScheme).toEqual([])
  }
}
