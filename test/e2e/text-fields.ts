import { expect, type Locator, type Page } from '@playwright/test'

/** A text of the open form: `field` is its name in the model, `title` what its form calls it. */
export type TextField = { field: string; title: string }

export const HEADING: TextField = { field: 'heading', title: 'Heading' }
export const BODY: TextField = { field: 'body', title: 'Body' }
export const CALL_TO_ACTION: TextField = { field: 'callToAction', title: 'What to do' }

/** One language of a text with its review. */
export function text(page: Page, { field }: TextField, tag: string): Locator {
  return page.getByTestId(`field-${field}`).getByTestId(`text-${tag}`)
}

/** How it stands: a draft, in review, approved. */
export function state(page: Page, of: TextField, tag: string): Locator {
  return text(page, of, tag).locator('[data-state]').first()
}

/** Where its words are written; `language` is its English name. */
export function words(page: Page, { title }: TextField, language: string): Locator {
  return page.getByRole('textbox', { name: `${title}, ${language}`, exact: true })
}

/** Approves it, and waits until the form shows that. */
export async function approve(page: Page, of: TextField, tag: string): Promise<void> {
  await text(page, of, tag).getByRole('button', { name: 'Approve' }).click()
  await expect(state(page, of, tag)).toHaveText(/Approved/)
}

/** Adds a language to a text, to be written in. */
export async function addLanguage(page: Page, of: TextField, language: string): Promise<void> {
  const add = page.getByTestId(`field-${of.field}`).getByRole('button', { name: 'Add translation' })
  const item = page.getByRole('menuitem', { name: new RegExp(`^${language} `) })
  // The menu follows its button while the form above it still grows, and a click beside a word chooses nothing.
  await expect(async () => {
    if (await words(page, of, language).isVisible()) return
    if (!(await item.isVisible())) await add.click({ timeout: 2_000 })
    await item.click({ timeout: 2_000 })
    await expect(words(page, of, language)).toBeVisible({ timeout: 3_000 })
  }).toPass({ timeout: 30_000 })
}
