import { expect, test } from '@playwright/test'
import { temporaryFolder } from '../browser.ts'
import {
  type Author,
  chooseAction,
  firstLink,
  inviteLink,
  openDocument,
  openStudio,
  robot,
} from './studio-desk.ts'
import { type RunningWaymark, startWaymark } from './waymark.ts'

const ID = 'helpline-open-door'
const NEW_NUMBER = '0808 157 0199'

test.describe('two people who keep a number true', () => {
  test.describe.configure({ timeout: 180_000 })
  test.use({ actionTimeout: 45_000 })
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  let waymark: RunningWaymark
  let ada: Author
  let bo: Author
  let client: ReturnType<typeof robot>

  test.beforeAll(async ({ browser }) => {
    folder = await temporaryFolder('freshness')
    const options = { port: 0, dataFolder: folder.folder, env: { LOG_LEVEL: 'warn' } }
    waymark = await startWaymark(options)
    ada = await openStudio(browser, waymark, { name: 'Ada Sample', link: await firstLink(waymark) })
    const link = inviteLink(waymark, 'Bo Sample', 'editor')
    bo = await openStudio(browser, waymark, { name: 'Bo Sample', link })
    client = robot(waymark)
  })
  test.afterAll(async () => {
    await Promise.all([ada?.context.close(), bo?.context.close()])
    await waymark?.stop()
    await folder?.remove()
  })

  test('a changed number is not published before two people have checked it', async () => {
    const { page } = ada
    await changeNumber(client)
    await openDocument(page, 'helpline', ID)
    await expect(page.getByText(/Needs before publishing/)).toBeVisible({ timeout: 30_000 })
    await page.getByTestId('action-publish').click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText('Nothing was published', { timeout: 30_000 })
    expect(await client.getDocument(ID)).not.toMatchObject({ numbers: [{ dial: NEW_NUMBER }] })
    await dialog.getByRole('button', { name: 'I have checked it' }).click()
    await dialog.locator('form').getByRole('button', { name: 'I have checked it' }).click()
    await expect(dialog).toContainText('A second person has to confirm it now', { timeout: 30_000 })
    await expect(dialog).toContainText('You were the first')
  })

  test('the second person confirms it in the list, and it goes public', async () => {
    const { page } = bo
    await page.goto(`${waymark.origin}/studio/freshness/${ID}`)
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
      .poll(() => client.getDocument(ID), { timeout: 30_000 })
      .toMatchObject({ numbers: [{ dial: NEW_NUMBER }, {}] })
    const help = await (await fetch(`${waymark.origin}/en/centralia-station`)).text()
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
    const help = await (await fetch(`${waymark.origin}/en/centralia-station`)).text()
    expect(help.replaceAll('\u00a0', ' ')).not.toContain(NEW_NUMBER)
    expect([...ada.trouble, ...bo.trouble]).toEqual([])
  })
})

/** As somebody in another window would: a draft with another first number. */
async function changeNumber(client: ReturnType<typeof robot>): Promise<void> {
  const published = await client.getDocument(ID)
  if (published === undefined) throw new Error('the demo has this helpline')
  await client.createOrReplace({ ...published, _id: `drafts.${ID}` })
  const e164 = `+44${NEW_NUMBER.slice(1).replaceAll(' ', '')}`
  await client
    .patch(`drafts.${ID}`)
    .set({ 'numbers[0].dial': NEW_NUMBER, 'numbers[0].e164': e164 })
    .commit()
}
