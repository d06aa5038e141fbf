import { expect, type Page } from '@playwright/test'

const ALL = 12

/** Presses the button of a step, and waits until its form can be written in. */
export async function begin(page: Page, button: string): Promise<void> {
  await page.getByRole('link', { name: button, exact: true }).click()
  await expect(page.getByTestId('form-view')).toBeVisible({ timeout: 30_000 })
}

/** A step by its number and name. */
export function step(page: Page, title: string) {
  return page.locator('li', { hasText: title })
}

/** Opens what a step that is done has made. */
export async function open(page: Page, title: string): Promise<void> {
  await step(page, title).getByRole('link', { name: 'Open', exact: true }).click()
  await expect(page.getByTestId('form-view')).toBeVisible({ timeout: 30_000 })
}

/** Goes back to the steps, of which so many are done. */
export async function steps(page: Page, done: number): Promise<void> {
  await page.getByRole('link', { name: 'First hour' }).click()
  await expect(page.getByText(`${done} of ${ALL} steps are done`)).toBeVisible({ timeout: 30_000 })
}
