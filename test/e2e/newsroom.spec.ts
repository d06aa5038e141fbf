import { expect, type Page, test } from '@playwright/test'
import { type Author, firstLink, inviteLink, openStudio } from './studio-desk.ts'
import { type RunningWaymark, startWaymark } from './waymark.ts'

const NUMBER = '0808 157 0142'

test.describe('the first hour of a new organisation', () => {
  test.describe.configure({ timeout: 300_000 })
  test.use({ actionTimeout: 30_000 })
  let waymark: RunningWaymark
  let ada: Author
  let bo: Author

  test.beforeAll(async ({ browser }) => {
    waymark = await startWaymark({ port: 0, env: { WAYMARK_DEMO: '0', LOG_LEVEL: 'warn' } })
    ada = await openStudio(browser, waymark, { name: 'Ada Sample', link: await firstLink(waymark) })
    const link = inviteLink(waymark, 'Bo Sample', 'editor')
    bo = await openStudio(browser, waymark, { name: 'Bo Sample', link })
  })
  test.afterAll(async () => {
    await Promise.all([ada?.context.close(), bo?.context.close()])
    await waymark?.stop()
  })

  test('leads from nothing to a helpline that two people have checked', async () => {
    const { page } = ada
    await test.step('the organisation', async () => {
      await begin(page, 'Enter your organisation')
      await name(page).fill('Harbour Help')
      await page.getByLabel('Full legal name').fill('Harbour Help e.V.')
      await choose(page, 'kind', 'Non-governmental organisation')
      await steps(page, 1)
    })
    await test.step('a place', async () => {
      await begin(page, 'Add a place')
      await field(page, 'kind').getByRole('combobox').selectOption('Train station')
      await name(page).fill('Harbour station')
      await field(page, 'slug').getByRole('button', { name: 'Generate' }).click()
      await expect(field(page, 'slug').getByRole('textbox')).toHaveValue('harbour-station')
      await find(page, 'countries', 'Germany')
      await find(page, 'zone', 'Berlin')
      for (const language of ['English', 'Arabic', 'Tigrinya'])
        await find(page, 'languages', language)
      await page.getByRole('tab', { name: 'Who may find it' }).click()
      await choose(page, 'privacy', 'A hall: others see what is read. No sound from a loudspeaker')
      await page.getByRole('checkbox', { name: 'Listed' }).check({ force: true })
      await steps(page, 2)
    })
    await test.step('a helpline, while its organisation is a draft', async () => {
      await begin(page, 'Add a helpline')
      await name(page).fill('Harbour line')
      await field(page, 'numbers')
        .getByRole('button', { name: /No number yet/ })
        .click()
      await page.getByLabel('As it stands on paper').fill(NUMBER)
      await page.getByLabel('International form').fill('+448081570142')
      await page.getByRole('button', { name: 'Close dialog' }).click()
      await field(page, 'hours').getByRole('textbox').first().fill('24/7')
      await find(page, 'hours.zone', 'London')
      await find(page, 'countries', 'Germany')
      await choose(page, 'audience', 'Everyone')
      await page.getByRole('tab', { name: 'What can be promised' }).click()
      await choose(page, 'free', 'Yes')
      await choose(page, 'anonymous', 'Yes')
      await choose(page, 'asksResidenceStatus', 'No')
      await choose(page, 'contactsPolice', 'Never')
    })
    await test.step('is told what stands in the way, and led to it', async () => {
      const needs = page.getByTestId('form-view').getByRole('status').first()
      await expect(needs).toContainText('Needs before publishing: 2 things', { timeout: 30_000 })
      await needs.getByRole('button', { name: 'Show' }).click()
      await expect(needs).toContainText('were never verified')
      await needs.getByRole('link', { name: 'Harbour Help', exact: true }).click()
      await expect(page.getByLabel('Full legal name')).toHaveValue('Harbour Help e.V.')
      await publish(page)
      await steps(page, 3)
    })
    await test.step('publishing an unchecked number is refused', async () => {
      await open(page, '3. A helpline')
      await page.getByTestId('action-publish').click()
      const dialog = page.getByRole('dialog')
      await expect(dialog).toContainText('Nothing was published', { timeout: 30_000 })
      await dialog.getByRole('button', { name: 'I have checked it' }).click()
      await dialog.locator('form').getByRole('button', { name: 'I have checked it' }).click()
      await expect(dialog).toContainText('A second person has to confirm it now')
      await page.getByRole('button', { name: 'Close dialog' }).click()
    })
    await test.step('a second person confirms it, and it goes public', async () => {
      await bo.page.goto(`${waymark.origin}/studio/freshness`)
      const row = bo.page.locator('[data-fact]', { hasText: 'Harbour line' })
      await row.getByRole('button', { name: 'Confirm' }).click()
      await row.locator('form').getByRole('button', { name: 'Confirm' }).click()
      await expect(bo.page.getByText('Confirmed. Two people stand for it.')).toBeVisible()
      await publish(page)
      await steps(page, 4)
    })
    expect([...ada.trouble, ...bo.trouble]).toEqual([])
  })
})

/** Presses the button of a step, and waits until its form can be written in. */
async function begin(page: Page, button: string): Promise<void> {
  await page.getByRole('link', { name: button, exact: true }).click()
  await expect(page.getByTestId('form-view')).toBeVisible({ timeout: 30_000 })
}

/** Opens what a step that is done has made. */
async function open(page: Page, step: string): Promise<void> {
  await page
    .locator('li', { hasText: step })
    .getByRole('link', { name: 'Open', exact: true })
    .click()
  await expect(page.getByTestId('action-publish')).toBeEnabled({ timeout: 30_000 })
}

/** Goes back to the steps, of which so many are done. */
async function steps(page: Page, done: number): Promise<void> {
  await page.getByRole('link', { name: 'First hour' }).click()
  await expect(page.getByText(`${done} of 12 steps are done`)).toBeVisible({ timeout: 30_000 })
}

/** Publishes, and waits until the form says that there is nothing more to publish. */
async function publish(page: Page): Promise<void> {
  await expect(page.getByTestId('action-publish')).toBeEnabled({ timeout: 30_000 })
  await page.getByTestId('action-publish').click()
  await expect(page.getByTestId('action-publish')).toHaveText('Publish')
  await expect(page.getByTestId('action-publish')).toBeDisabled({ timeout: 30_000 })
}

function field(page: Page, path: string) {
  return page.getByTestId(`field-${path}`)
}

function name(page: Page) {
  return field(page, 'name').getByRole('textbox').first()
}

async function choose(page: Page, path: string, answer: string): Promise<void> {
  const radio = field(page, path).getByRole('radio', { name: answer, exact: true })
  // The form moves while it loads its notes, and a click beside the answer chooses nothing.
  await expect(async () => {
    await field(page, path).getByText(answer, { exact: true }).click()
    await expect(radio).toBeChecked({ timeout: 2_000 })
  }).toPass()
}

/** Searches a long list by name, and takes what is found. */
async function find(page: Page, path: string, words: string): Promise<void> {
  const option = page
    .locator(`[id="${path}-listbox"]`)
    .getByRole('option', { name: new RegExp(`^${words}`) })
    .first()
  // As in `choose`: what is typed while the form still moves opens no list.
  await expect(async () => {
    await field(page, path).getByRole('combobox').fill(words)
    await option.click({ timeout: 2_000 })
  }).toPass()
}
