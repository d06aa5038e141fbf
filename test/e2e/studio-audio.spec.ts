import { expect as expectNow, type Page, test } from '@playwright/test'
import { browserOptions } from '../browser.ts'
import { type Author, firstLink, openDocument, openStudio, robot } from './studio-desk.ts'
import { type RunningWaymark, startWaymark } from './waymark.ts'

// A form with fourteen languages is slow to draw on a busy machine.
const expect = expectNow.configure({ timeout: 20_000 })
const MESSAGE = 'message-papers-taken'
const FAKE_MICROPHONE = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']

const { args = [], ...launching } = await browserOptions()
test.use({ launchOptions: { ...launching, args: [...args, ...FAKE_MICROPHONE] } })

test.describe('voices in the Studio', () => {
  test.describe.configure({ mode: 'serial', timeout: 180_000 })
  test.use({ actionTimeout: 30_000 })
  let waymark: RunningWaymark
  let ana: Author
  let client: ReturnType<typeof robot>

  test.beforeAll(async ({ browser }) => {
    waymark = await startWaymark({ port: 0, env: { LOG_LEVEL: 'warn' } })
    client = robot(waymark)
    const link = await firstLink(waymark)
    ana = await openStudio(browser, waymark, { name: 'Ana Sample', link })
  })
  test.afterAll(async () => {
    await ana?.context.close()
    await waymark?.stop()
  })

  const audioOf = (id: string) => client.getDocument(id).then((found) => found?.['audio'] ?? [])

  async function openRecordings(page: Page) {
    await openDocument(page, 'message', MESSAGE)
    return showRecordings(page)
  }

  async function showRecordings(page: Page) {
    await page.getByRole('tab', { name: 'Recordings' }).click()
    const recordings = page.getByTestId('recordings')
    await recordings.getByLabel('Language', { exact: true }).selectOption('ti')
    return recordings
  }

  test('a text is recorded, kept and approved, and the draft holds it', async () => {
    const { page } = ana
    const recordings = await openRecordings(page)
    const heading = recordings.getByTestId('spoken-heading')
    await heading.getByRole('button', { name: 'Record Heading, Tigrinya' }).click()
    await expect(heading.getByText('● 0:01 / 2:00')).toBeVisible()
    await heading.getByRole('button', { name: /^Stop recording/ }).click()
    await expect(heading.getByLabel('Your take of Heading, Tigrinya')).toBeVisible()
    await heading.getByRole('button', { name: /^Keep this take/ }).click()
    await expect(heading.locator('[data-state="in-review"]').first()).toBeVisible()
    await expect.poll(() => audioOf(`drafts.${MESSAGE}`)).toHaveLength(1)
    await heading.getByRole('button', { name: /^Approve the recording/ }).click()
    await expect(heading.locator('[data-state="approved"]').first()).toBeVisible()
    await expect.poll(async () => (await audioOf(`drafts.${MESSAGE}`))[0]?.approvedBy).toBeTruthy()
    const [take] = await audioOf(`drafts.${MESSAGE}`)
    expect(take).toMatchObject({ field: 'heading', language: 'ti' })
    expect(take.recordedBy).toBe(take.approvedBy)
    const asset = await client.getDocument(take.file.asset._ref)
    expect(asset?.['mimeType']).toBe('audio/webm')
    await page.getByTestId('action-publish').click()
    await expect.poll(() => audioOf(MESSAGE)).toHaveLength(1)
  })

  test('a take that cannot be sent is kept, and goes by itself once there is a network', async () => {
    const { page, context } = ana
    const recordings = await openRecordings(page)
    const body = recordings.getByTestId('spoken-body')
    await body.getByRole('button', { name: 'Record Text, Tigrinya' }).click()
    await body.getByRole('button', { name: /^Stop recording/ }).click()
    const seen = ana.trouble.length
    await context.setOffline(true)
    await body.getByRole('button', { name: /^Keep this take/ }).click()
    await expect(body.getByText('The recording could not be sent.', { exact: false })).toBeVisible()
    await context.setOffline(false)
    await expect.poll(() => audioOf(`drafts.${MESSAGE}`)).toHaveLength(2)
    // The browser itself tells of each request that found no network.
    ana.trouble.splice(seen)
  })

  test('a native speaker hears it by a link, says wrong and why; staff see it; the link ends', async ({
    browser,
  }) => {
    const { page } = ana
    const recordings = await openRecordings(page)
    const links = recordings.getByTestId('review-links')
    const made = links.getByTestId('review-address')
    // The Studio draws a form anew, on its first tab, when another version of its document comes.
    await expect(async () => {
      if (await made.isVisible()) return
      if (!(await links.isVisible())) await showRecordings(page)
      await links.getByRole('button', { name: 'Make a link' }).click({ timeout: 2_000 })
      await expect(made).toBeVisible({ timeout: 5_000 })
    }).toPass()
    const address = (await made.textContent()) ?? ''
    for (const [path, microphone] of [
      ['/studio', 'microphone=(self)'],
      [new URL(address).pathname, 'microphone=(self)'],
      ['/en/centralia-station', 'microphone=()'],
      ['/login', 'microphone=()'],
    ] as const) {
      const { headers } = await fetch(`${waymark.origin}${path}`)
      expect(headers.get('permissions-policy')).toContain(microphone)
    }
    const phone = await browser.newContext({ viewport: { width: 360, height: 640 } })
    const visitor = await phone.newPage()
    await visitor.goto(address)
    await expect(visitor.locator('blockquote')).toHaveAttribute('lang', 'ti')
    const listen = visitor.locator('audio').first()
    await listen.evaluate((audio: HTMLAudioElement) => audio.play())
    await expect
      .poll(() => listen.evaluate((audio: HTMLAudioElement) => audio.currentTime))
      .toBeGreaterThan(0)
    await visitor.getByRole('button', { name: /●/ }).click()
    await visitor.getByRole('button', { name: /■/ }).click()
    await expect(visitor.getByRole('alert')).toContainText('ኣዝዩ ሓጺር')
    await visitor.getByRole('button', { name: 'እንደገና ቅድሑ' }).click()
    await expect(visitor.getByRole('button', { name: /■.* 0:0[1-9]/ })).toBeVisible()
    await visitor.getByRole('button', { name: /■/ }).click()
    await expect(visitor.getByRole('status')).toBeVisible()
    await visitor.locator('button[value=wrong]').click()
    await visitor.waitForURL('**?n=2')
    // Answered while still speaking: what was said so far goes with the answer.
    await visitor.getByRole('button', { name: /●/ }).click()
    await expect(visitor.getByRole('button', { name: /■.* 0:0[1-9]/ })).toBeVisible()
    await visitor.locator('button[value=right]').click()
    await visitor.waitForURL('**?n=3')
    await visitor.locator('button[value=right]').click()
    await expect(visitor.getByRole('heading')).toHaveText('የቐንየልና')
    const spoken = '[...audio[].reviews[], ...textReviews[]][defined(note)].verdict'
    const notes = `*[_id == "drafts.${MESSAGE}"][0]{"spoken": ${spoken}}.spoken`
    expect(await client.fetch(notes)).toEqual(['wrong', 'right'])
    expect(await phone.cookies()).toEqual([])
    expect(await visitor.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)

    const reviews = recordings.getByTestId('spoken-heading').getByTestId('reviews')
    await expect(reviews.getByText('✗ Wrong')).toBeVisible()
    const note = reviews.getByLabel('Voice note of a reviewer')
    await note.evaluate((audio: HTMLAudioElement) => audio.play())
    await expect
      .poll(() => note.evaluate((audio: HTMLAudioElement) => audio.currentTime))
      .toBeGreaterThan(0)
    await links.getByRole('button', { name: /^End this link/ }).click()
    await expect(links.getByText('The link leads nowhere now.')).toBeVisible()
    const over = await visitor.goto(address)
    expect(over?.status()).toBe(410)
    await expect(visitor.getByRole('heading')).toHaveText('እዚ መላግቦ ተወዲኡ እዩ')
    await phone.close()
    expect(ana.trouble).toEqual([])
  })

  test("a language's own name shows in its font, and letters that font lacks are named", async () => {
    const { page } = ana
    await client.create({
      ...{ _id: 'drafts.language-lg', _type: 'language', tag: 'lg', ownName: 'Luganda' },
      ...{ englishName: 'Luganda', script: 'Latn', direction: 'ltr', font: 'Noto Sans' },
      ...{ fallback: [], audioOnly: false },
    })
    await openDocument(page, 'language', 'language-lg')
    const name = page.getByTestId('field-ownName')
    await expect(name.getByTestId('own-name-preview')).toContainText('Luganda')
    await name.locator('input').first().fill('ትግርኛ')
    await expect(name.getByTestId('missing-letters')).toContainText('Choose Noto Sans Ethiopic.')
    expect(ana.trouble).toEqual([])
  })
})
