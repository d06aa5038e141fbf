import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { type Author, firstLink, openStudio, robot } from './studio-desk.ts'
import { type RunningWaymark, startWaymark } from './waymark.ts'

const ID = 'message-debt'
const AT = 'heading[_key=="ar"].value'
const WORDS = 'هل يكبر دينك كل يوم؟'

test.describe('the matrix of translations', () => {
  test.use({ actionTimeout: 30_000 })
  test.describe.configure({ mode: 'serial' })
  let waymark: RunningWaymark
  let ada: Author
  let client: ReturnType<typeof robot>

  test.beforeAll(async ({ browser }) => {
    waymark = await startWaymark({ port: 0, env: { LOG_LEVEL: 'warn' } })
    client = robot(waymark)
    const link = await firstLink(waymark)
    ada = await openStudio(browser, waymark, { name: 'Ada Sample', link })
  })
  test.afterAll(async () => {
    await ada?.context.close()
    await waymark?.stop()
  })

  test('is filtered by campaign, walked by keyboard, and a text is approved in it', async () => {
    const { page } = ada
    await page.getByRole('link', { name: 'Translations' }).click()
    await expect(page.getByRole('gridcell').first()).toBeVisible({ timeout: 30_000 })
    await page.getByLabel('Campaign').selectOption({ label: 'Know the way' })
    await expect(page).toHaveURL(/campaign=campaign-know-the-way/)
    await client
      .patch(ID)
      .set({ [`${AT}.text`]: WORDS, [`${AT}.submittedOn`]: '2026-01-01' })
      .commit()
    await page.getByLabel('State').selectOption({ label: 'In review' })
    const cell = page.getByRole('gridcell', { name: 'Arabic: In review' })
    await expect(cell).toHaveCount(1)
    await page.locator('[data-cell="0:0"]').focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Home')
    for (let steps = 0; steps < 30; steps++) {
      if (await cell.evaluate((one) => one === document.activeElement)) break
      await page.keyboard.press('ArrowRight')
    }
    await page.keyboard.press('Enter')
    const panel = page.getByRole('region', { name: /Heading, Arabic/ })
    await expect(panel.getByRole('textbox').last()).toHaveValue(WORDS)
    const { violations } = await new AxeBuilder({ page }).include('.matrix-page').analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html, nodes[0]?.any[0]?.data])).toEqual(
      [],
    )
    await panel.getByRole('button', { name: 'Approve' }).click()
    await expect(panel.getByText('Approved.', { exact: true })).toBeVisible()
    const draft = await client.getDocument(`drafts.${ID}`)
    const heading = draft?.['heading'].find((one: { language: string }) => one.language === 'ar')
    expect(heading.value.approved).toMatchObject({
      text: WORDS,
      approvedOn: new Date().toISOString().slice(0, 10),
    })
  })

  test('a file of another revision is refused with what differs, and the right one comes in', async () => {
    const { page } = ada
    const search = 'campaign=campaign-know-the-way&type=message&languages=en,ar'
    await page.goto(`${waymark.origin}/studio/translations?${search}`)
    const old = await exported()
    await client
      .patch(`drafts.${ID}`)
      .set({ 'heading[_key=="en"].value.text': 'Is your debt growing?' })
      .commit()
    await importFile(old)
    const alert = page.getByRole('alert')
    await expect(alert).toContainText('1 source has changed')
    await expect(alert.locator('del').first()).toBeVisible()
    await page.getByRole('button', { name: 'Close' }).first().click()

    const now = await exported()
    await importFile(now.replace(`<target>${WORDS}</target>`, '<target>كلمات جديدة</target>'))
    await expect(page.getByText(/0 new, 1 changed/)).toBeVisible()
    await page.getByRole('button', { name: 'Write 1 text for review' }).click()
    await expect(page.getByText('1 text is in review now')).toBeVisible()
    const draft = await client.getDocument(`drafts.${ID}`)
    const heading = draft?.['heading'].find((one: { language: string }) => one.language === 'ar')
    expect(heading.value).toMatchObject({
      text: 'كلمات جديدة',
      origin: 'human',
      submittedOn: new Date().toISOString().slice(0, 10),
      approved: { text: WORDS },
    })
  })

  test('asks for nothing that is not there, and for nothing elsewhere', () => {
    expect(ada.trouble).toEqual([])
  })

  async function exported(): Promise<string> {
    const { page } = ada
    await page.getByRole('button', { name: 'Export XLIFF' }).click()
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save the file' }).click()
    const path = await (await saved).path()
    await page.keyboard.press('Escape')
    return readFile(path, 'utf8')
  }

  async function importFile(xml: string): Promise<void> {
    const { page } = ada
    await page.getByRole('button', { name: 'Import XLIFF' }).click()
    await page.getByLabel(/The file that the agency sent back/).setInputFiles({
      name: 'ar.xlf',
      mimeType: 'application/xliff+xml',
      buffer: Buffer.from(xml),
    })
  }
})
