import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import {
  type Author,
  chooseAction,
  firstLink,
  input,
  openDocument,
  openStudio,
  robot,
} from './studio-desk.ts'
import { type RunningWaymark, startWaymark } from './waymark.ts'

test.describe('an author in the Studio', () => {
  test.use({ actionTimeout: 15_000 })
  let waymark: RunningWaymark
  let ada: Author
  let client: ReturnType<typeof robot>

  test.beforeAll(async ({ browser }) => {
    waymark = await startWaymark({ port: 0, env: { LOG_LEVEL: 'warn' } })
    ada = await openStudio(browser, waymark, { name: 'Ada Sample', link: await firstLink(waymark) })
    client = robot(waymark)
  })
  test.afterAll(async () => {
    await ada?.context.close()
    await waymark?.stop()
  })
  test.afterEach(() => expect(ada.trouble).toEqual([]))

  test('creates a document, refers to another, and publishes it', async () => {
    const { page } = ada
    await page.goto(`${waymark.origin}/studio/intent/create/type=legacyPiece;template=legacyPiece/`)
    await input(page, 'title').fill('Sticker at the lift')
    await page.getByTestId('reference-input').locator('input').fill('Centralia main')
    await page.getByRole('option', { name: /Centralia main station/ }).click()
    await input(page, 'copies').fill('12')
    await page.getByTestId('field-numbers').getByRole('button', { name: 'Add item' }).click()
    await input(page, 'numbers').fill('0808 157 0263')
    await page.getByTestId('field-state').locator('select').selectOption({ label: 'Up' })
    await page.getByTestId('action-publish').click()
    const query = '*[_type == "legacyPiece" && title == "Sticker at the lift"]'
    await expect
      .poll(() => client.fetch(query))
      .toMatchObject([
        {
          place: { _ref: 'place-centralia-station' },
          copies: 12,
          numbers: ['0808 157 0263'],
          state: 'up',
        },
      ])
  })

  test('edits a published document in a draft, and publishes the change', async () => {
    const { page } = ada
    const id = 'legacy-piece-bellmira-shelter'
    await openDocument(page, 'legacyPiece', id)
    await input(page, 'spot').fill('Shelters 1 to 8')
    await expect
      .poll(() => client.getDocument(`drafts.${id}`))
      .toMatchObject({
        spot: 'Shelters 1 to 8',
      })
    expect(await client.getDocument(id)).toMatchObject({ spot: 'Shelters 1 to 6' })
    await page.getByTestId('action-publish').click()
    await expect.poll(() => client.getDocument(id)).toMatchObject({ spot: 'Shelters 1 to 8' })
    await expect.poll(() => client.getDocument(`drafts.${id}`)).toBeUndefined()
  })

  test('uploads a picture and says what matters in it', async () => {
    const { page } = ada
    await openDocument(page, 'message', 'message-doctor')
    await page.getByRole('tab', { name: 'Picture' }).click()
    await page.getByTestId('document-panel-scroller').hover()
    const image = page.getByTestId('image-input')
    await expect(async () => {
      await page.mouse.wheel(0, 900)
      await expect(image).toBeVisible({ timeout: 300 })
    }).toPass()
    const create = { width: 60, height: 40, channels: 3, background: '#FFC83D' } as const
    const buffer = await sharp({ create }).png().toBuffer()
    await image
      .locator('input[type=file]')
      .setInputFiles({ name: 'sun.png', mimeType: 'image/png', buffer })
    const draft = () => client.getDocument('drafts.message-doctor')
    await expect.poll(draft).toMatchObject({
      image: {
        _type: 'image',
        asset: { _ref: expect.stringMatching(/^image-[0-9a-f]+-60x40-png$/) },
      },
    })
    await image.getByRole('button', { name: 'Open image edit dialog' }).click()
    const tool = page.getByRole('dialog').locator('svg, canvas').last()
    // The signs on the buttons are drawn before the picture is.
    await expect.poll(async () => (await tool.boundingBox())?.width).toBeGreaterThan(100)
    const box = await tool.boundingBox()
    if (box === null) throw new Error('no picture to mark')
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width / 3, box.y + box.height / 3, { steps: 5 })
    await page.mouse.up()
    await expect.poll(draft).toMatchObject({ image: { hotspot: { _type: 'sanity.imageHotspot' } } })
  })

  test('unpublishes a document, and it stays as a draft', async () => {
    const { page } = ada
    const id = 'indicator-own-nothing'
    await openDocument(page, 'indicator', id)
    await page.getByTestId('document-header-Published-chip').click()
    const sure = page.getByRole('dialog').getByRole('button', { name: /unpublish/i })
    // The Studio draws the form anew for the other version, and closes what was opened meanwhile.
    await expect(async () => {
      if (!(await sure.isVisible())) {
        await page.getByTestId('action-unpublish').click({ timeout: 2_000 })
      }
      await sure.click({ timeout: 3_000 })
    }).toPass()
    await expect.poll(() => client.getDocument(id)).toBeUndefined()
    expect(await client.getDocument(`drafts.${id}`)).toBeDefined()
  })

  test('is shown what refers to a document before it is deleted', async () => {
    const { page } = ada
    await openDocument(page, 'organization', 'org-open-door-arvenia')
    await chooseAction(page, 'Delete')
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText('Know the way')
    await page.keyboard.press('Escape')
    expect(await client.getDocument('org-open-door-arvenia')).toBeDefined()
  })

  test('deletes a document that nothing refers to', async () => {
    const { page } = ada
    const id = 'indicator-own-nothing'
    await openDocument(page, 'indicator', id)
    await chooseAction(page, 'Delete')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Delete/ })
      .click()
    await expect.poll(() => client.getDocument(`drafts.${id}`)).toBeUndefined()
  })

  test('reads in the history who changed which words', async () => {
    const { page } = ada
    const id = 'alert-station-exercise'
    await openDocument(page, 'alert', id)
    await page.getByRole('tab', { name: 'All fields' }).click()
    await page.getByTestId('field-expires').locator('input').first().waitFor()
    await page.getByTestId('field-urgency').locator('select').selectOption({ label: 'Expected' })
    await expect
      .poll(() => client.getDocument(`drafts.${id}`))
      .toMatchObject({ urgency: 'Expected' })
    await page.getByTestId('pane-context-menu-button').last().click()
    await page.getByRole('menuitem', { name: 'History' }).click()
    await expect(page.getByText('Showing the history for the Draft')).toBeVisible()
    await page.getByText('Review changes').click()
    await expect(page.locator('del').getByText('Immediate')).toBeVisible()
    await expect(page.locator('ins').getByText('Expected')).toBeVisible()
  })
})
