import { expect, type Page, test } from '@playwright/test'
import { readPdf, squash } from '../site/posters/read-pdf.ts'
import { type Author, firstLink, openStudio, robot } from './studio-desk.ts'
import { type RunningWaymark, startWaymark } from './waymark.ts'

const MESSAGE = 'message-debt'
const OTHER = 'message-papers-taken'
const OTHER_WORDS = 'What a colleague has drafted elsewhere'
const PLACE = 'bellmira-bus-station'
const HEADINGS = [
  { lang: 'en', name: 'English', words: 'A debt that grows every week is a trap' },
  { lang: 'ar', name: 'Arabic', words: 'دين يكبر كل أسبوع هو فخ جديد' },
  { lang: 'ti', name: 'Tigrinya', words: 'ሓድሽ ቃላት ብዛዕባ ዕዳ' },
] as const
const DRAFTED = [OTHER_WORDS, ...HEADINGS.map(({ words }) => words)]

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
    const other = await client.getDocument(OTHER)
    if (other === undefined) throw new Error('The demo has this message')
    await client.createOrReplace({ ...other, _id: `drafts.${OTHER}` })
    await client
      .patch(`drafts.${OTHER}`)
      .set({ 'heading[language == "en"].value.text': OTHER_WORDS })
      .commit()
    const link = await firstLink(waymark)
    author = await openStudio(browser, waymark, { name: 'Ada Sample', link })
    await author.page.setViewportSize({ width: 1720, height: 1000 })
    await author.page.goto(`${waymark.origin}/studio/structure/message;${MESSAGE}`)
  })
  test.afterAll(async () => {
    await author?.context.close()
    await waymark?.stop()
  })

  for (const { lang, name, words } of HEADINGS) {
    test(`a heading in ${name} shows on page, poster and screen as it is typed, and nowhere in public`, async () => {
      const { page } = author
      await page.getByRole('tab', { name: 'Help page', exact: true }).click()
      await page.getByLabel('Language', { exact: true }).selectOption(lang)
      await expect(glass(page, 'Help page').locator(`html[lang="${lang}"]`)).toBeAttached(SEEN)
      await expect(glass(page, 'Help page').getByText('DRAFT', { exact: true })).toBeVisible(SEEN)
      await heading(page, name).fill(words)
      await expect(glass(page, 'Help page').getByRole('heading', { name: words })).toBeVisible(SEEN)
      await expect(glass(page, 'Help page').getByText(OTHER_WORDS)).toHaveCount(0)

      await page.getByRole('tab', { name: 'Poster', exact: true }).click()
      await expect(page.getByRole('img', { name: /^Poster, / })).toBeVisible(SEEN)
      const href = await page.getByRole('link', { name: 'Open in a new tab' }).getAttribute('href')
      const sheet = await page.request.get(new URL(href ?? '', waymark.origin).href)
      const { text } = await readPdf(await sheet.body())
      // Arabic lines come out of a PDF in the order of their glyphs: its letters count.
      const expected = lang === 'ar' ? [...squash(words)] : squash(words)
      for (const part of expected) expect(text).toContain(part)
      expect(text).toContain('DRAFT')

      await page.getByRole('tab', { name: 'Screen', exact: true }).click()
      await expect(glass(page, 'Screen').getByText(words).first()).toBeVisible(SEEN)
      for (const address of [`/${lang}/${PLACE}`, `/screen/releases/${PLACE}.json`]) {
        expect(draftedIn(await read(page, address))).toEqual([])
      }
    })
  }

  test('the public page stays public while a preview of it is drawn beside it, and after', async () => {
    const { page } = author
    const href = await previewHref(page)
    const [published] = (await client.getDocument(OTHER))?.['heading'] ?? []
    for (let round = 1; round <= 8; round++) {
      // Each publication empties the cache of pages, so that public pages are drawn anew beside the previews.
      await client
        .patch('place-bellmira-bus-station')
        .set({ note: `Round ${round}` })
        .commit()
      const [publicly, previewed, again] = await Promise.all([
        read(page, `/en/${PLACE}`),
        read(page, href),
        read(page, `/en/${PLACE}`),
      ])
      expect(draftedIn(`${publicly}${again}`)).toEqual([])
      expect(publicly).toContain(published.value.approved.text)
      expect(draftedIn(previewed)).toEqual([HEADINGS[0].words])
    }
    expect(draftedIn(await read(page, `/en/${PLACE}`))).toEqual([])
  })

  test('a screen in a preview keeps nothing and registers no worker', async () => {
    const { page } = author
    await page.getByRole('tab', { name: 'Screen', exact: true }).click()
    await expect(glass(page, 'Screen').locator('.attract')).toBeVisible(SEEN)
    const kept = await page.evaluate(async () => ({
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      databases: (await indexedDB.databases()).map(({ name }) => name ?? ''),
      caches: await caches.keys(),
      stored: JSON.stringify({ ...localStorage, ...sessionStorage }),
    }))
    expect(kept.workers).toBe(0)
    expect(kept.caches).toEqual([])
    expect(kept.databases.filter((name) => /waymark|screen|kiosk/.test(name))).toEqual([])
    expect(draftedIn(kept.stored)).toEqual([])
    expect(kept.stored).not.toContain('/preview/')
  })

  test('words that do not fit the poster are told beside it', async () => {
    const { page } = author
    await page.getByRole('tab', { name: 'Poster', exact: true }).click()
    await page.getByLabel('Language', { exact: true }).selectOption('en')
    await heading(page, 'English').fill('Far too many words for one sheet of paper. '.repeat(30))
    await expect(page.getByText('The words do not fit on the a4 poster')).toBeVisible(SEEN)
  })
})

/** The frame that is shown, not the one that is being loaded behind it. */
function glass(page: Page, scene: string) {
  return page.locator(`iframe[title^="${scene}"]:not([aria-hidden])`).contentFrame()
}

/** Beside its preview a document is open twice: the form of the second is not shown. */
function heading(page: Page, language: string) {
  return page.getByRole('textbox', { name: `Heading, ${language}` }).first()
}

/** Address of the help page in the open preview, in English. */
async function previewHref(page: Page): Promise<string> {
  await page.getByRole('tab', { name: 'Help page', exact: true }).click()
  await page.getByLabel('Language', { exact: true }).selectOption('en')
  const link = page.getByRole('link', { name: 'Open in a new tab' })
  await expect(link).toHaveAttribute('href', /\/page\?lang=en/)
  return (await link.getAttribute('href')) ?? ''
}

async function read(page: Page, address: string): Promise<string> {
  const { origin } = new URL(page.url())
  return (await page.request.get(new URL(address, origin).href)).text()
}

function draftedIn(text: string): string[] {
  return DRAFTED.filter((words) => text.includes(words))
}
