import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { BUILT_IN_LANGUAGES } from '#content/model/languages.ts'
import { isLong } from '../long.ts'

const PLACE = 'centralia-station'
// Our longest words are in Ukrainian.
const SAMPLE = ['en', 'uk', 'ar', 'ti']
const SPOKEN = ['en', 'fr', 'es', 'de', 'ro', 'uk', 'ru', 'ar', 'fa', 'ur', 'ti', 'am', 'bn', 'zh']
const LANGUAGES = BUILT_IN_LANGUAGES.filter(({ tag }) => (isLong ? SPOKEN : SAMPLE).includes(tag))
// The narrowest is a page of 1280 px at 400 % zoom (WCAG 2.2, 1.4.10).
const WIDTHS = [320, 360, 1280]

for (const { tag, direction } of LANGUAGES) {
  for (const address of [
    `/${tag}/${PLACE}`,
    `/posters/DEMO01?lang=${tag}`,
    `/${tag}`,
    `/${tag}/nowhere-at-all`,
  ]) {
    test(`${address} can be used by everybody and asks nobody else`, async ({ page, baseURL }) => {
      const trouble = watch(page, baseURL ?? '')
      await page.goto(address)
      await expect(page.locator('html')).toHaveAttribute('lang', tag)
      await expect(page.locator('html')).toHaveAttribute('dir', direction)
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 740 })
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - innerWidth,
        )
        expect(overflow, `wider than ${width} px by`).toBeLessThanOrEqual(0)
      }
      expect(await traces(page)).toEqual({ cookies: [], stored: 0, workers: 0 })
      expect(trouble).toEqual([])
    })
  }

  test(`in ${tag} the dark page can be read too`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.goto(`/${tag}/${PLACE}`)
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  })
}

test('the exit comes first, stays in sight and leaves no way back', async ({ page, context }) => {
  await context.route('https://www.yr.no/**', (route) => route.fulfill({ body: 'weather' }))
  await page.goto(`/en/${PLACE}`)
  await page.keyboard.press('Tab')
  const exit = page.getByRole('link', { name: 'Leave this page' })
  await expect(exit).toBeFocused()
  await page.mouse.wheel(0, 4_000)
  await expect(exit).toBeInViewport()
  const entries = await page.evaluate(() => history.length)
  await exit.click()
  await page.waitForURL('https://www.yr.no/**')
  expect(await page.evaluate(() => [history.length, document.referrer])).toEqual([entries, ''])
})

test('Escape, three times, leaves at once, and Back shows nothing of ours', async ({
  page,
  context,
}) => {
  await context.route('https://www.yr.no/**', (route) => route.fulfill({ body: 'weather' }))
  await page.goto('about:blank')
  await page.goto(`/en/${PLACE}`)
  await page.getByRole('link', { name: 'Go to the content' }).press('Enter')
  await page.locator('.chooser summary').click()
  await page.locator('.languages').getByRole('link', { name: 'ትግርኛ' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ti')
  await page.locator('a[href*="/guide/"]').first().click()
  await page.waitForURL('**/guide/**')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.locator('html')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.waitForURL('https://www.yr.no/**')
  await page.goBack()
  expect(page.url()).toBe('about:blank')
})

test('without scripts everything is within reach: exit, call, language', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  })
  const page = await context.newPage()
  await page.goto(`${baseURL}/en/${PLACE}`)
  await expect(page.getByRole('link', { name: 'Leave this page' })).toHaveAttribute(
    'href',
    /^https:/,
  )
  const call = page.locator('a[href^="tel:"]').first()
  await expect(call).toBeInViewport()
  expect((await call.boundingBox())?.height).toBeGreaterThanOrEqual(44)
  await page.locator('.chooser summary').click()
  await page.getByRole('link', { name: 'ትግርኛ' }).first().click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ti')
  await context.close()
})

test('what stays on the telephone is said before the link, and numbers read from left to right', async ({
  page,
}) => {
  await page.goto(`/ar/${PLACE}`)
  for (const number of await page.locator('.number').all()) {
    const [before, call] = await Promise.all([
      number.locator('.before').boundingBox(),
      number.locator('a.call').boundingBox(),
    ])
    expect(before?.y ?? 0).toBeLessThan(call?.y ?? 0)
    await expect(number.locator('bdi.dial')).toHaveAttribute('dir', 'ltr')
  }
})

test('a poster is chosen by language and size without scripts, and downloads', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${baseURL}/posters/DEMO01?lang=en`)
  await page.getByLabel('Size').selectOption('a4')
  await page.locator('select[name="lang"]').selectOption('ti')
  await page.getByRole('button').click()
  await expect(page).toHaveURL(/lang=ti&size=a4/)
  await expect(page.locator('.sheet img')).toHaveJSProperty('complete', true)
  expect(
    await page.locator('.sheet img').evaluate((img: HTMLImageElement) => img.naturalWidth),
  ).toBeGreaterThan(0)
  const href = await page.locator('.downloads a').first().getAttribute('href')
  const pdf = await page.request.get(href ?? '')
  expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf'])
  await context.close()
})

/** Everything that the browser refused, and every request that went elsewhere. */
function watch(page: Page, origin: string): string[] {
  const trouble: string[] = []
  page.on('pageerror', (error) => trouble.push(error.message))
  page.on('console', (message) => {
    const isMissing = message.text().includes('404 (Not Found)')
    if (message.type() === 'error' && !isMissing) trouble.push(message.text())
  })
  page.on('request', (request) => {
    const isOurs = request.url().startsWith(origin) || request.url().startsWith('data:')
    if (!isOurs) trouble.push(request.url())
  })
  return trouble
}

async function traces(page: Page) {
  const kept = await page.evaluate(async () => ({
    stored: localStorage.length + sessionStorage.length + (await indexedDB.databases()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }))
  return { cookies: await page.context().cookies(), ...kept }
}
