import { expect, test } from '@playwright/test'
import { temporaryFolder } from '../browser.ts'
import {
  type Author,
  firstLink,
  input,
  inviteLink,
  lockOut,
  openDocument,
  openStudio,
  robot,
  signIn,
} from './studio-desk.ts'
import { type RunningWaymark, startWaymark } from './waymark.ts'

const ID = 'legacy-piece-bellmira-shelter'
const DRAFT = `drafts.${ID}`
const MANY = 10_000
// What is said of requests without a session, and of the streams that end with it.
const HAS_ENDED = /status (of )?401|event streams is lost/
// What a browser says of every request to a server that is away or not yet ready.
const IS_AWAY = /ERR_(CONNECTION_REFUSED|EMPTY_RESPONSE|CONNECTION_RESET)|(status of|code:) 503/

test.describe('two people in the Studio', () => {
  test.use({ actionTimeout: 15_000 })
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  let waymark: RunningWaymark
  let ada: Author
  let bo: Author
  let client: ReturnType<typeof robot>

  test.beforeAll(async ({ browser }) => {
    folder = await temporaryFolder('together')
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

  test('see each other, and each other’s words as they are written', async () => {
    await Promise.all([ada, bo].map(({ page }) => openDocument(page, 'legacyPiece', ID)))
    await input(bo.page, 'spot').fill('Shelters 2 to 5')
    await expect(input(ada.page, 'spot')).toHaveValue('Shelters 2 to 5')
    await input(ada.page, 'madeBy').fill('Lantern')
    await expect(input(bo.page, 'madeBy')).toHaveValue('Lantern')
    await input(bo.page, 'spot').focus()
    const present = ada.page.getByTestId('document-level-presence')
    await expect(present.getByLabel('Bo Sample')).toBeVisible()
    await expect(present.getByLabel('Ada Sample')).toHaveCount(0)
    expect([...ada.trouble, ...bo.trouble]).toEqual([])
  })

  test('read in the history which words the other has changed', async () => {
    const { page } = ada
    await page.getByTestId('pane-context-menu-button').last().click()
    await page.getByRole('menuitem', { name: 'History' }).click()
    await page.getByText('Review changes').click()
    const change = page
      .getByTestId('review-changes-pane')
      .locator('[data-ui="Stack"]')
      .filter({ has: page.getByTitle('Spot', { exact: true }) })
      .last()
    await expect(change).toContainText('Shelters 12 to 65')
    await change.locator('ins').filter({ hasText: '2' }).hover()
    await expect(page.getByText('Bo Sample', { exact: true })).toBeVisible()
    await expect(page.getByText('Ada Sample', { exact: true })).toBeHidden()
    expect(ada.trouble).toEqual([])
  })

  test('find what they look for among ten thousand documents', async () => {
    for (let at = 0; at < MANY; at += 500) {
      const transaction = client.transaction()
      for (let n = at; n < at + 500; n++) {
        transaction.createOrReplace({
          _id: `drafts.many-${n}`,
          _type: 'legacyPiece',
          title: n === 7_777 ? 'The needle of Bellmira' : `Sticker number ${n}`,
        })
      }
      await transaction.commit({ visibility: 'async' })
    }
    const { page } = ada
    await page.getByTestId('studio-search').click()
    await page.getByPlaceholder('Search', { exact: false }).last().fill('needle Bellmira')
    await expect(page.getByText('The needle of Bellmira').first()).toBeVisible({ timeout: 15_000 })
    await page.keyboard.press('Escape')
    expect(ada.trouble).toEqual([])
  })

  test('come back after a session has ended, to all that was saved', async () => {
    const { page } = bo
    await openDocument(page, 'legacyPiece', ID)
    await input(page, 'spot').fill('Shelters 3 to 4')
    await expect
      .poll(() => client.getDocument(DRAFT), { timeout: 30_000 })
      .toMatchObject({ spot: 'Shelters 3 to 4' })
    lockOut(waymark, bo.email)
    // The form goes as soon as the end is known, so that no more is written that cannot be kept.
    await expect(page.getByText(/sign in|log in|login/i).first()).toBeVisible({ timeout: 30_000 })
    await expect(input(page, 'spot')).toBeHidden()
    await page.goto(`${waymark.origin}/studio/structure/legacyPiece;${ID}`)
    await page.waitForURL('**/login?**')
    await signIn(bo)
    await expect(input(page, 'spot')).toHaveValue('Shelters 3 to 4', { timeout: 30_000 })
    expect(bo.trouble.filter((text) => !HAS_ENDED.test(text))).toEqual([])
  })

  test('go on writing while the server is away, without a lost keystroke', async () => {
    const { page } = ada
    await openDocument(page, 'legacyPiece', ID)
    await input(page, 'spot').fill('')
    await input(page, 'spot').pressSequentially('Before, ')
    const { port } = new URL(waymark.origin)
    await waymark.kill()
    const isRefused = page.waitForEvent('requestfailed', (request) => request.method() === 'POST')
    await input(page, 'spot').pressSequentially('meanwhile, ')
    await isRefused
    await input(page, 'spot').pressSequentially('still, ')
    waymark = await startWaymark({ port: Number(port), dataFolder: folder.folder })
    await input(page, 'spot').pressSequentially('after.')
    const all = 'Before, meanwhile, still, after.'
    await expect
      .poll(() => client.getDocument(DRAFT), { timeout: 30_000 })
      .toMatchObject({
        spot: all,
      })
    await expect(input(page, 'spot')).toHaveValue(all)
    expect(ada.trouble.filter((text) => !IS_AWAY.test(text))).toEqual([])
  })
})
