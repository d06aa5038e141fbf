import { expect, type Locator, type Page } from '@playwright/test'

/** A field of the open form, by the name that the model has for it. */
export function field(page: Page, path: string): Locator {
  return page.getByTestId(`field-${path}`)
}

/** The first language of a name. */
export function nameField(page: Page): Locator {
  return field(page, 'name').getByRole('textbox').first()
}

/** Presses the answer of a question that has few. */
export async function choose(page: Page, path: string, answer: string): Promise<void> {
  const radio = field(page, path).getByRole('radio', { name: answer, exact: true })
  // The form moves while it loads its notes, and a click beside the answer chooses nothing.
  await expect(async () => {
    await field(page, path).getByText(answer, { exact: true }).click()
    await expect(radio).toBeChecked({ timeout: 2_000 })
  }).toPass({ timeout: 30_000 })
}

/** Types a name into the search of a long list, and takes what is found with Enter. */
export async function find(page: Page, path: string, words: string): Promise<void> {
  const search = field(page, path).getByRole('combobox')
  await search.fill(words)
  await search.press('Enter')
  const isTaken = field(page, path).getByText(new RegExp(`^${words}`))
  await expect(
    isTaken.or(field(page, path).locator(`input[value*="${words}"]`)).first(),
  ).toBeVisible()
}

/** Adds a document to a list of references by the words it is found by. */
export async function refer(page: Page, path: string, words: string): Promise<void> {
  const list = field(page, path)
  await list.getByRole('button', { name: 'Add item' }).first().click()
  await take(page, list.getByTestId('autocomplete').last(), words)
}

/** Fills a reference that stands alone, by the title of its field. */
export async function point(page: Page, title: string, words: string): Promise<void> {
  await take(page, page.getByRole('combobox', { name: title, exact: true }), words)
}

async function take(page: Page, search: Locator, words: string): Promise<void> {
  await search.fill(words)
  const found = page.getByTestId('autocomplete-popover').getByRole('button', { name: words })
  await found.first().click()
  const chosen = page.getByTestId('form-view').getByRole('link', { name: words })
  await expect(chosen.first()).toBeVisible()
}

/** Publishes, and waits until the form says that there is nothing more to publish. */
export async function publish(page: Page): Promise<void> {
  await expect(page.getByTestId('action-publish')).toBeEnabled({ timeout: 30_000 })
  await page.getByTestId('action-publish').click()
  await expect(page.getByTestId('action-publish')).toHaveText('Publish', { timeout: 30_000 })
  await expect(page.getByTestId('action-publish')).toBeDisabled({ timeout: 30_000 })
}
