import { expect, type Page } from '@playwright/test'

/** Says as the first of two that the facts are right, where publishing was refused for want of it. */
export async function haveChecked(page: Page): Promise<void> {
  await page.getByTestId('action-publish').click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Nothing was published', { timeout: 30_000 })
  await dialog.getByRole('button', { name: 'I have checked it' }).click()
  await dialog.locator('form').getByRole('button', { name: 'I have checked it' }).click()
  await expect(dialog).toContainText('A second person has to confirm it now')
  await page.getByRole('button', { name: 'Close dialog' }).click()
}

/** Tries to publish with the word of one person only. */
export async function publishAlone(page: Page): Promise<void> {
  await page.getByTestId('action-publish').click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Nothing was published', { timeout: 30_000 })
  await page.getByRole('button', { name: 'Close dialog' }).click()
}

/** Writes the number that a dialog is open for. */
export async function writeNumber(page: Page, dial: string): Promise<void> {
  await page.getByLabel('As it stands on paper').fill(dial)
  await page.getByLabel('International form').fill(`+44${dial.replace(/\s/g, '').slice(1)}`)
  await page.getByRole('button', { name: 'Close dialog' }).click()
}

/** As the second of two people, says that the helpline's facts are right. */
export async function confirm(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/studio/freshness`)
  const row = page.locator('[data-fact]', { hasText: 'Harbour line' })
  await row.getByRole('button', { name: 'Confirm' }).click()
  await row.locator('form').getByRole('button', { name: 'Confirm' }).click()
  await expect(page.getByText('Confirmed. Two people stand for it.')).toBeVisible()
}
