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
    await expect(
      ada.page.locator('[data-testid="document-pane"] [data-ui="Avatar"]').first(),
    ).toBeVisible()
    expect([...ada.trouble, ...bo.trouble]).toEqual([])
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
  })

  test('come back after a session has ended, with nothing lost', async () => {
    const { page } = bo
    await openDocument(page, 'legacyPiece', ID)
    await input(page, 'spot').fill('Shelters 3 to 4')
    await expect.poll(() => client.getDocument(DRAFT)).toMatchObject({ spot: 'Shelters 3 to 4' })
    lockOut(waymark, bo.email)
    await input(page, 'madeBy').fill('Nobody who is signed in')
    await expect(page.getByText(/sign in|log in|login/i).first()).toBeVisible({ timeout: 30_000 })
    await page.goto(`${waymark.origin}/studio/structure/legacyPiece;${ID}`)
    await page.waitForURL('**/login?**')
    await signIn(bo)
    await expect(input(page, 'spot')).toHaveValue('Shelters 3 to 4', { timeout: 30_000 })
  })
})
