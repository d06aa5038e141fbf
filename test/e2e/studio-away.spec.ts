import { expect, test } from '@playwright/test'
import { temporaryFolder } from '../browser.ts'
import { type Author, firstLink, openDocument, openStudio, robot } from './studio-desk.ts'
import { type RunningWaymark, startWaymark } from './waymark.ts'

const MESSAGE = 'message-debt'
const LINE = 'helpline-open-door'
const SOURCE = 'https://open-door.example/numbers'
// What a browser says of every request to a server that is away or not yet ready, and the Studio of its streams.
const IS_AWAY =
  /ERR_(CONNECTION_REFUSED|EMPTY_RESPONSE|CONNECTION_RESET)|(status of|code:) 503|event streams is lost/
// Streams are carried over 20 s; after that the Studio closes its fields. A minute is no different from then on.
const CLOSES_WITHIN_MS = 60_000

test.describe('the Studio with its server gone', () => {
  test.describe.configure({ timeout: 240_000 })
  test.use({ actionTimeout: 30_000 })
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  let waymark: RunningWaymark
  let ada: Author
  let client: ReturnType<typeof robot>

  test.beforeAll(async ({ browser }) => {
    folder = await temporaryFolder('away')
    const options = { port: 0, dataFolder: folder.folder, env: { LOG_LEVEL: 'warn' } }
    waymark = await startWaymark(options)
    ada = await openStudio(browser, waymark, { name: 'Ada Sample', link: await firstLink(waymark) })
    client = robot(waymark)
  })
  test.afterAll(async () => {
    await ada?.context.close()
    await waymark?.stop()
    await folder?.remove()
  })

  test('keeps what was typed in a text and in a verification, and says so', async () => {
    const { page, context } = ada
    await openDocument(page, 'message', MESSAGE)
    const english = page.getByTestId('field-heading').getByTestId('text-en').getByRole('textbox')
    await english.fill('Before. ')
    await expect.poll(wordsInDraft).toBe('Before. ')
    const other = await context.newPage()
    await other.goto(`${waymark.origin}/studio/freshness/${LINE}`)
    const row = other.locator(`[data-fact="${LINE}"]`)
    await row.getByRole('button', { name: /checked it/ }).click()
    const form = row.locator('form')
    await form.getByLabel('Their own website').check()

    const { port } = new URL(waymark.origin)
    await waymark.kill()
    await page.bringToFront()
    await english.pressSequentially('Meanwhile.')
    await form.getByLabel('Address of the page').fill(SOURCE)
    await form.getByRole('button', { name: 'I have checked it' }).click()
    const told = form.getByRole('alert')
    await expect(told).toContainText('The server cannot be reached. Nothing was changed.')
    await expect(english).not.toBeEditable({ timeout: CLOSES_WITHIN_MS })
    await expect(english).toHaveValue('Before. Meanwhile.')
    await expect(page.getByTestId('form-view')).toContainText(
      'What you typed is kept in this tab and is sent by itself as soon as the server is back.',
    )

    waymark = await startWaymark({ port: Number(port), dataFolder: folder.folder })
    await expect(form.getByLabel('Address of the page')).toHaveValue(SOURCE)
    await told.getByRole('button', { name: 'Try again' }).click()
    await expect(row).toContainText('You were the first', { timeout: 30_000 })
    await expect
      .poll(() => client.getDocument(LINE))
      .toMatchObject({
        pendingVerification: { method: 'website', sourceUrl: SOURCE },
      })
    await expect(english).toBeEditable({ timeout: 60_000 })
    await english.pressSequentially(' After.')
    await expect(english).toHaveValue('Before. Meanwhile. After.')
    await expect.poll(wordsInDraft, { timeout: 30_000 }).toBe('Before. Meanwhile. After.')
    expect(ada.trouble.filter((text) => !IS_AWAY.test(text))).toEqual([])
  })

  function wordsInDraft(): Promise<string | null> {
    const query = '*[_id == $id][0].heading[language == "en"][0].value.text'
    return client.fetch(query, { id: `drafts.${MESSAGE}` })
  }
})
