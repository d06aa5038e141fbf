import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { type RunningWaymark, startWaymark } from './waymark.ts'

const ROOT = { email: 'root@harbour.example', password: 'four words in a row' }
const FACT = '/withdraw/helpline-open-door'
const NUMBER = /0808\s157\s0142/
const STANDBY = /020\s7946\s0157/
const PHONE = { width: 390, height: 844 }

test.describe.configure({ mode: 'serial' })

let waymark: RunningWaymark

test.beforeAll(async ({ browser }) => {
  waymark = await startWaymark({ port: 0 })
  const page = await browser.newPage()
  const link = () => /http:\S+\/login\/first\/\S+/.exec(waymark.output())?.[0] ?? ''
  await expect.poll(link).not.toBe('')
  await page.goto(link())
  await page.getByLabel('Your name').fill('Ana Root')
  await page.getByLabel('E-mail').fill(ROOT.email)
  await page.getByLabel('New password').fill(ROOT.password)
  await page.getByRole('button', { name: 'Make the account' }).click()
  await expect(page.getByRole('status')).toContainText('Welcome')
  await page.close()
})
test.afterAll(() => waymark.stop())

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every page of a telephone is usable, ${colorScheme}`, async ({ browser }) => {
    const page = await telephone(browser, { colorScheme })
    await signInFor(page, '/withdraw')
    await usable(page)
    await page.getByLabel('Search by name or number').fill('0142')
    await page.getByRole('button', { name: 'Search' }).click()
    await page.getByRole('link', { name: 'Open Door helpline' }).click()
    await usable(page)
    await page.getByRole('button', { name: 'Withdraw now' }).click()
    await expect(page.getByRole('alert')).toContainText('Choose why')
    await usable(page)
    await page.context().close()
  })
}

test('a fact withdrawn from a telephone leaves page and screen, and its standby takes over', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const screen = await browser.newPage({ viewport: { width: 1080, height: 1920 } })
  await screen.goto(`${waymark.origin}/screen/centralia-station`)
  await expect(screen.getByText(NUMBER).first()).toBeVisible({ timeout: 60_000 })
  const reader = await browser.newPage()
  await reader.goto(`${waymark.origin}/en/centralia-station`)
  await expect(reader.getByText(NUMBER).first()).toBeVisible()

  const page = await telephone(browser)
  await signInFor(page, FACT)
  await expect(page.getByText('Lantern across borders takes over.')).toBeVisible()
  await page.getByLabel('Whoever answers is not safe').check()
  await page.getByRole('button', { name: 'Withdraw now' }).click()
  await expect(page.getByText('It is withdrawn.')).toBeVisible()

  await expect(screen.getByText(NUMBER)).toHaveCount(0, { timeout: 60_000 })
  await expect(screen.locator('.slide')).not.toHaveCount(0)
  await reader.reload()
  await expect(reader.getByText(NUMBER)).toHaveCount(0)
  await expect(reader.getByText(STANDBY).first()).toBeVisible()
  await expect(page.locator('#follow-summary')).toHaveText(
    'Every page and connected screen has followed.',
    { timeout: 60_000 },
  )
  await expect(page.getByText('1 of 1 have followed')).toBeVisible()
  await expect(page.locator('.followers li', { hasText: 'DEMO01' })).toContainText(/take down/i)
  await usable(page)
  await reader.close()
  await screen.close()
  await page.context().close()
})

test('without JavaScript the list of followers comes with a reload', async ({ browser }) => {
  const page = await telephone(browser, { javaScriptEnabled: false })
  await signInFor(page, FACT)
  await expect(page.getByText('Ana Root withdrew it at')).toBeVisible()
  const list = page.locator('.followers')
  await expect
    .poll(async () => {
      await page.getByRole('link', { name: 'Look again' }).click()
      return list.count()
    })
    .toBe(1)
  await expect(list).toContainText('Centralia main station')
  await page.context().close()
})

async function telephone(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: PHONE, hasTouch: true, ...options })
  return context.newPage()
}

/** Signs in on the way to a page, and comes back to it. */
async function signInFor(page: Page, path: string): Promise<void> {
  await page.goto(`${waymark.origin}${path}`)
  await expect(page).toHaveURL(/\/login\?next=/)
  await page.getByLabel('E-mail').fill(ROOT.email)
  await page.getByLabel('Password').fill(ROOT.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`${path}$`))
}

/** No fault that axe finds, nothing wider than the telephone, and every control large enough for a thumb. */
async function usable(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(PHONE.width)
  const low = await page
    .locator('main button, main .tick, .facts a')
    .evaluateAll((controls) =>
      controls
        .filter((control) => control.getBoundingClientRect().height < 44)
        .map((control) => control.textContent),
    )
  expect(low).toEqual([])
}
