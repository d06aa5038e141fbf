import { expect, type Page, test } from '@playwright/test'
import { readPdf, squash } from '../site/posters/read-pdf.ts'
import { type Author, firstLink, input, openStudio, robot } from './studio-desk.ts'
import { type RunningWaymark, startWaymark } from './waymark.ts'

const MESSAGE = 'message-debt'
const ENGLISH = 'A debt that grows every week is a trap'
const OTHERS = {
  ar: 'دين يكبر كل أسبوع هو فخ جديد',
  ti: 'ሓድሽ ቃላት ብዛዕባ ዕዳ',
}

// On a busy machine a form of many languages takes its time.
const SEEN = { timeout: 60_000 }

test.describe('previews in the Studio', () => {
  test.describe.configure({ mode: 'serial' })
  test.use({ actionTimeout: 60_000 })
  test.setTimeout(300_000)
  let waymark: RunningWaymark
  let client: ReturnType<typeof robot>
  let author: Author

  test.beforeAll(async ({ browser }) => {
    waymark = await startWaymark({ port: 0, env: { LOG_LEVEL: 'warn' } })
    client = robot(waymark)
    const link = await firstLink(waymark)
    author = await openStudio(browser, waymark, { name: 'Ada Sample', link })
    await author.page.setViewportSize({ width: 1720, height: 1000 })
  })
  test.afterAll(async () => {
    await author.context.close()
    await waymark.stop()
  })

  test('a heading shows on page, poster and screen as it is typed, and nowhere in public', async () => {
    const { page } = author
    // Beside its preview a document is open twice: the form of the second is not shown.
    await page.goto(`${waymark.origin}/studio/structure/message;${MESSAGE}`)
    await expect(input(page, 'heading')).toBeEditable(SEEN)
    await expect(glass(page, 'Help page').getByText('DRAFT', { exact: true })).toBeVisible(SEEN)
    await input(page, 'heading').fill(ENGLISH)
    await expect(glass(page, 'Help page').getByRole('heading', { name: ENGLISH })).toBeVisible(SEEN)
    await page.getByRole('tab', { name: 'Poster', exact: true }).click()
    await expect(page.getByRole('img', { name: 'Poster, English' })).toBeVisible(SEEN)
    const href = await page.getByRole('link', { name: 'Open in a new tab' }).getAttribute('href')
    const sheet = await page.request.get(new URL(href ?? '', waymark.origin).href)
    const { text } = await readPdf(await sheet.body())
    expect(text).toContain(squash(ENGLISH))
    expect(text).toContain('DRAFT')
    await page.getByRole('tab', { name: 'Screen', exact: true }).click()
    await expect(glass(page, 'Screen').getByText(ENGLISH).first()).toBeVisible(SEEN)
    await expect(glass(page, 'Screen').getByText('Preview').first()).toBeVisible(SEEN)
    for (const address of [
      '/en/bellmira-bus-station',
      '/screen/releases/bellmira-bus-station.json',
    ]) {
      expect(await (await page.request.get(`${waymark.origin}${address}`)).text()).not.toContain(
        ENGLISH,
      )
    }
  })

  for (const [lang, words] of Object.entries(OTHERS)) {
    test(`what a colleague writes in ${lang} shows while one looks`, async () => {
      const { page } = author
      await page.getByRole('tab', { name: 'Help page', exact: true }).click()
      await page.getByLabel('Language', { exact: true }).selectOption(lang)
      await expect(glass(page, 'Help page').locator(`html[lang="${lang}"]`)).toBeAttached(SEEN)
      await client
        .patch(`drafts.${MESSAGE}`)
        .set({ [`heading[language == "${lang}"].value.text`]: words })
        .commit()
      await expect(glass(page, 'Help page').getByText(words)).toBeVisible(SEEN)
      await page.getByRole('tab', { name: 'Screen', exact: true }).click()
      await expect(glass(page, 'Screen').getByText(words).first()).toBeVisible(SEEN)
      await page.getByRole('tab', { name: 'Poster', exact: true }).click()
      await expect(page.getByRole('img', { name: /^Poster, / })).toBeVisible(SEEN)
    })
  }

  test('a screen in a preview keeps nothing and registers no worker', async () => {
    const { page } = author
    await page.getByRole('tab', { name: 'Screen', exact: true }).click()
    await expect(glass(page, 'Screen').locator('.attract')).toBeVisible(SEEN)
    const kept = await page.evaluate(async () => ({
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      databases: (await indexedDB.databases()).map(({ name }) => name ?? ''),
      caches: await caches.keys(),
    }))
    expect(kept.workers).toBe(0)
    expect(kept.caches).toEqual([])
    expect(kept.databases.filter((name) => name.includes('waymark'))).toEqual([])
  })

  test('words that do not fit the poster are told beside it', async () => {
    const { page } = author
    await page.getByRole('tab', { name: 'Poster', exact: true }).click()
    await page.getByLabel('Language', { exact: true }).selectOption('en')
    await input(page, 'heading').fill('Far too many words for one sheet of paper. '.repeat(30))
    await expect(page.getByText('The words do not fit on the a4 poster')).toBeVisible(SEEN)
  })
})

/** The frame that is shown, not the one that is being loaded behind it. */
function glass(page: Page, scene: string) {
  return page.locator(`iframe[title^="${scene}"]:not([aria-hidden])`).contentFrame()
}
