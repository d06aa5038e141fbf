import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { robot } from './studio-desk.ts'
import { type RunningWaymark, startWaymark } from './waymark.ts'

const LINE = 'helpline-open-door'
const PLACE = 'centralia-station'

test.describe('for those who do not read', () => {
  test.describe.configure({ mode: 'serial', timeout: 120_000 })
  let waymark: RunningWaymark

  test.beforeAll(async () => {
    waymark = await startWaymark({ port: 0, env: { LOG_LEVEL: 'warn' } })
  })
  test.afterAll(async () => {
    await waymark?.stop()
  })

  test('words are heard in the browser, and nothing is loaded before somebody plays them', async ({
    page,
  }) => {
    const loaded: string[] = []
    page.on('request', (request) => {
      if (new URL(request.url()).pathname.startsWith('/media/')) loaded.push(request.url())
    })
    await page.goto(`${waymark.origin}/ar/${PLACE}`)
    const sound = page.locator('audio').first()
    await expect(sound).toBeVisible()
    await expect(page.locator('.recordings small').first()).toContainText('كيلوبايت')
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    expect(loaded).toEqual([])
    await sound.evaluate((audio: HTMLAudioElement) => audio.play())
    await expect
      .poll(() => sound.evaluate((audio: HTMLAudioElement) => audio.currentTime))
      .toBeGreaterThan(0)
    expect(loaded.length).toBeGreaterThan(0)
    expect(await page.context().cookies()).toEqual([])
    expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0)
  })

  test('easy words are one tap away, and so is the way back', async ({ page }) => {
    await page.goto(`${waymark.origin}/de/${PLACE}`)
    await page.locator('a[hreflang="de-simple"].plain-words').click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'de-simple')
    await page.locator('a[hreflang="de"].plain-words').click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  })

  test('a recording that is taken away is neither on the page nor at its address', async ({
    page,
  }) => {
    await page.goto(`${waymark.origin}/ar/${PLACE}`)
    const path = await page.locator('audio source').first().getAttribute('src')
    const address = `${waymark.origin}${path}`
    expect((await fetch(address)).status).toBe(200)
    await robot(waymark).patch(LINE).unset(['audio']).commit({ visibility: 'sync' })
    await expect.poll(async () => (await fetch(address)).status).toBe(404)
    await page.reload()
    await expect(page.locator('audio')).toHaveCount(0)
  })
})
