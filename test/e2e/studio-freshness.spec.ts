import { expect, test } from '@playwright/test'
import { type Author, chooseAction, type Desk, openDocument, useDesk } from './studio-desk.ts'

const ID = 'helpline-open-door'
const NEW_NUMBER = '0808 157 0199'

test.describe('two people who keep a number true', () => {
  test.describe.configure({ timeout: 180_000 })
  test.use({ actionTimeout: 45_000 })
  const desk = useDesk()
  let bo: Author
  test.beforeAll(async () => {
    bo = await desk.join('Bo Sample', 'editor')
  })

  test('a changed number is not published before two people have checked it', async () => {
    const { page } = desk.ada
    await changeNumber(desk.client)
    await openDocument(page, 'helpline', ID)
    await expect(page.getByText(/Needs before publishing/)).toBeVisible({ timeout: 30_000 })
    await page.getByTestId('action-publish').click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText('Nothing was published', { timeout: 30_000 })
    expect(await desk.client.getDocument(ID)).not.toMatchObject({ numbers: [{ dial: NEW_NUMBER }] })
    await dialog.getByRole('button', { name: 'I have checked it' }).click()
    await dialog.locator('form').getByRole('button', { name: 'I have checked it' }).click()
    await expect(dialog).toContainText('A second person has to confirm it now', { timeout: 30_000 })
    await expect(dialog).toContainText('You were the first')
  })

  test('the second person confirms it in the list, and it goes public', async () => {
    const { page } = bo
    await page.goto(`${desk.waymark.origin}/studio/freshness/${ID}`)
    const row = page.locator(`[data-fact="${ID}"]`)
    await expect(row).toContainText('Ada Sample checked it', { timeout: 30_000 })
    await expect(row.locator('ins')).toContainText(NEW_NUMBER)
    await row.getByRole('button', { name: 'Confirm' }).click()
    await row.locator('form').getByRole('button', { name: 'Confirm' }).click()
    await expect(page.getByText('Confirmed. Two people stand for it.')).toBeVisible({
      timeout: 30_000,
    })
    await openDocument(page, 'helpline', ID)
    await page.getByTestId('action-publish').click()
    await expect
      .poll(() => desk.client.getDocument(ID), { timeout: 30_000 })
      .toMatchObject({ numbers: [{ dial: NEW_NUMBER }, {}] })
    const help = await (await fetch(`${desk.waymark.origin}/en/centralia-station`)).text()
    expect(help.replaceAll('\u00a0', ' ')).toContain(NEW_NUMBER)
  })

  test('one person withdraws it, and sees pages follow', async () => {
    const { page } = bo
    await openDocument(page, 'helpline', ID)
    await chooseAction(page, 'Withdraw now')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Nobody answers' }).click()
    await dialog.getByRole('button', { name: 'Withdraw now' }).click()
    await expect(dialog).toContainText('Every page and screen has followed', { timeout: 60_000 })
    await page.keyboard.press('Escape')
    await expect(page.getByText(/Withdrawn on/)).toBeVisible({ timeout: 30_000 })
    const help = await (await fetch(`${desk.waymark.origin}/en/centralia-station`)).text()
    expect(help.replaceAll('\u00a0', ' ')).not.toContain(NEW_NUMBER)
    expect([...desk.ada.trouble, ...bo.trouble]).toEqual([])
  })
})

/** As somebody in another window would: a draft with another first number. */
async function changeNumber(client: Desk['client']): Promise<void> {
  const published = await client.getDocument(ID)
  if (published === undefined) throw new Error('the demo has this helpline')
  await client.createOrReplace({ ...published, _id: `drafts.${ID}` })
  const e164 = `+44${NEW_NUMBER.slice(1).replaceAll(' ', '')}`
  await client
    .patch(`drafts.${ID}`)
    .set({ 'numbers[0].dial': NEW_NUMBER, 'numbers[0].e164': e164 })
    .commit()
}
