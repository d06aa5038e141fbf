import { createServer, type Server } from 'node:http'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { embedSnippet } from '#content/model/embed-snippet.ts'
import { type RunningWaymark, startWaymark } from './waymark.ts'

const PLACE = 'centralia-station'
const HEIGHT = 'waymark:height'
const ESCAPE = 'Escape'
const LANGUAGES = [
  { tag: 'en', direction: 'ltr' },
  { tag: 'ar', direction: 'rtl' },
  { tag: 'ti', direction: 'ltr' },
] as const

/** A site of somebody else: any address of it answers with the same page, which embeds help. */
type Host = { origin: string; show: (html: string) => void; server: Server }

test.describe('help in a page of another site', () => {
  test.describe.configure({ mode: 'serial' })
  let waymark: RunningWaymark
  let friend: Host
  let stranger: Host

  test.beforeAll(async () => {
    friend = await openHost()
    stranger = await openHost()
    waymark = await startWaymark({
      port: 0,
      env: { LOG_LEVEL: 'warn', WAYMARK_EMBED_ORIGINS: friend.origin },
    })
  })
  test.afterAll(async () => {
    await waymark?.stop()
    friend?.server.close()
    stranger?.server.close()
  })

  const snippet = (language: (typeof LANGUAGES)[number]) =>
    embedSnippet({
      origin: waymark.origin,
      slug: PLACE,
      language,
      title: 'Information',
      link: 'Help at this station',
    })

  for (const language of LANGUAGES) {
    test(`shows whole in ${language.tag} at 360 px, and grows with what is opened`, async ({
      page,
    }) => {
      const trouble = troubleOf(page)
      const help = await embed(page, friend, snippet(language))
      await expect(help.locator('html')).toHaveAttribute('lang', language.tag)
      await expect(help.locator('a[href^="tel:"]').first()).toBeVisible()
      const before = await settledHeight(page)
      expect(before).toBeGreaterThan(1_500)
      await help.locator('.rest .facts > summary').first().click()
      await expect.poll(() => frameHeight(page)).toBeGreaterThan(before)
      expect(await settledHeight(page)).toBe(await insideHeight(page))
      expect(trouble).toEqual([])
    })
  }

  test('whoever chooses another language or a guide stays in the frame', async ({ page }) => {
    const help = await embed(page, friend, snippet(LANGUAGES[0]))
    await help.locator('.chooser summary').click()
    await help.locator('.languages').getByRole('link', { name: 'ትግርኛ' }).click()
    await expect(help.locator('html')).toHaveAttribute('lang', 'ti')
    await help.locator('a[href*="/guide/"]').first().click()
    await expect.poll(() => page.frames()[1]?.url()).toMatch(/\/ti\/guide\/.*embed=1/)
    expect(page.url()).toBe(`${friend.origin}/`)
  })

  test('the exit takes the whole window with it', async ({ page, context }) => {
    await showWeather(context)
    const help = await embed(page, friend, snippet(LANGUAGES[0]))
    await help.locator('a[data-exit]').click()
    await page.waitForURL(/^https:/)
    expect(await page.evaluate(() => document.referrer)).toBe('')
  })

  test('so does Escape, three times', async ({ page, context }) => {
    await showWeather(context)
    const help = await embed(page, friend, snippet(LANGUAGES[0]))
    await help.locator('a[data-exit]').focus()
    for (const key of [ESCAPE, ESCAPE, ESCAPE]) await page.keyboard.press(key)
    await page.waitForURL(/^https:/)
  })

  test('the exit works without scripts', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    await showWeather(context)
    const page = await context.newPage()
    const help = await embed(page, friend, snippet(LANGUAGES[0]))
    await help.locator('a[data-exit]').click()
    await page.waitForURL(/^https:/)
    await context.close()
  })

  test('a site that is not named sees nothing of it, and its visitors take the plain link', async ({
    page,
  }) => {
    const trouble = troubleOf(page)
    await embed(page, stranger, snippet(LANGUAGES[0]))
    await expect.poll(() => trouble.join()).toContain('frame-ancestors')
    expect(page.frames()[1]?.url()).not.toContain(waymark.origin)
    await page.getByRole('link', { name: 'Help at this station' }).click()
    await page.waitForURL(`${waymark.origin}/en/${PLACE}`)
    await expect(page.locator('a[href^="tel:"]').first()).toBeVisible()
  })

  test('a height that anybody else tells changes nothing', async ({ page }) => {
    await embed(page, friend, snippet(LANGUAGES[0]))
    const height = await settledHeight(page)
    await page.evaluate((type) => postMessage({ type, height: 9 }, '*'), HEIGHT)
    // Whatever was told is heard before a timer that is set after it.
    await page.evaluate(() => new Promise((done) => setTimeout(done)))
    expect(await frameHeight(page)).toBe(height)
  })
})

async function openHost(): Promise<Host> {
  let body = ''
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><html lang="en"><title>A city</title><body>${body}</body></html>`)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const show = (html: string) => {
    body = html
  }
  return { origin: `http://127.0.0.1:${port}`, show, server }
}

async function embed(page: Page, host: Host, html: string) {
  host.show(html)
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(`${host.origin}/`)
  return page.frameLocator('iframe')
}

function frameHeight(page: Page): Promise<number> {
  return page.locator('iframe').evaluate((frame) => frame.getBoundingClientRect().height)
}

function insideHeight(page: Page): Promise<number> {
  return page
    .frameLocator('iframe')
    .locator('html')
    .evaluate((root) => Math.ceil(root.getBoundingClientRect().height))
}

/** The height of the frame once it is that of what it shows. */
async function settledHeight(page: Page): Promise<number> {
  await expect.poll(async () => (await frameHeight(page)) - (await insideHeight(page))).toBe(0)
  return frameHeight(page)
}

async function showWeather(context: BrowserContext): Promise<void> {
  await context.route(/^https:/, (route) => route.fulfill({ body: 'weather' }))
}

/** Everything that the browser refused. */
function troubleOf(page: Page): string[] {
  const trouble: string[] = []
  page.on('pageerror', (error) => trouble.push(error.message))
  page.on('console', (message) => {
    const isOurs = !message.text().includes('favicon')
    if (message.type() === 'error' && isOurs) trouble.push(message.text())
  })
  return trouble
}
