import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import {
  type Author,
  firstLink,
  inviteLink,
  openDocument,
  openStudio,
  robot,
} from './studio-desk.ts'
import { type RunningWaymark, startWaymark } from './waymark.ts'

const ID = 'message-words'
const MESSAGE = {
  _id: `drafts.${ID}`,
  _type: 'message',
  heading: [],
  body: [],
  callToAction: [],
  pictogram: 'telephone',
  topic: 'work-rights',
  audience: 'person',
  cover: true,
}
const ENGLISH = 'Your boss keeps your pay? You can get help here.'
const ARABIC = 'هل يحتفظ صاحب العمل بأجرك؟ يمكنك الحصول على المساعدة هنا.'
const TIGRINYA = 'ወሃቢ ስራሕ ደሞዝካ ሒዙዎ ድዩ? ኣብዚ ሓገዝ ክትረክብ ትኽእል ኢኻ።'

test.describe('texts in the Studio', () => {
  test.describe.configure({ mode: 'serial' })
  test.use({ actionTimeout: 15_000 })
  let waymark: RunningWaymark
  let ada: Author
  let bo: Author
  let client: ReturnType<typeof robot>

  test.beforeAll(async ({ browser }) => {
    waymark = await startWaymark({ port: 0, env: { LOG_LEVEL: 'warn' } })
    ada = await openStudio(browser, waymark, { name: 'Ada Sample', link: await firstLink(waymark) })
    const link = inviteLink(waymark, 'Bo Sample', 'editor')
    bo = await openStudio(browser, waymark, { name: 'Bo Sample', link })
    client = robot(waymark)
    await client.create(MESSAGE)
  })
  test.afterAll(async () => {
    await Promise.all([ada, bo].map((author) => author?.context.close()))
    await waymark?.stop()
  })
  test.afterEach(() => expect([...ada.trouble, ...bo.trouble]).toEqual([]))

  test('an author writes the source, and two languages beside it', async () => {
    const { page } = ada
    await openDocument(page, 'message', ID)
    for (const [language, text] of [
      ['English', ENGLISH],
      ['Arabic', ARABIC],
      ['Tigrinya', TIGRINYA],
    ] as const) {
      await addLanguage(page, language)
      await words(page, language).fill(text)
    }
    await expect(state(page, 'ar')).toHaveText(/Draft/)
    await expect(words(page, 'Arabic')).toHaveCSS('direction', 'rtl')
    await expect(words(page, 'Tigrinya')).toHaveCSS('font-family', /^"?Noto Sans Ethiopic/)
    await expect(text(page, 'ti').getByLabel('Source, English')).toHaveValue(ENGLISH)
    await expect(text(page, 'en').getByTestId('plain-language')).toContainText('2 sentences')
    await expect
      .poll(() => client.getDocument(MESSAGE._id))
      .toMatchObject({
        heading: [
          { language: 'en', value: { text: ENGLISH, origin: 'human' } },
          { language: 'ar', value: { text: ARABIC } },
          { language: 'ti', value: { text: TIGRINYA } },
        ],
      })
  })

  test('hands a text in by the keyboard, and gets it back with the reason', async () => {
    const { page } = ada
    await words(page, 'Arabic').press('Control+Enter')
    await expect(state(page, 'ar')).toHaveText(/In review/)
    await openDocument(bo.page, 'message', ID)
    await text(bo.page, 'ar').getByRole('button', { name: 'Send back' }).click()
    await bo.page.getByLabel('What should be different?').fill('Say it more warmly')
    await text(bo.page, 'ar').getByRole('button', { name: 'Send back' }).last().click()
    await expect(text(page, 'ar')).toContainText(
      'Sent back by Bo Sample, today: Say it more warmly',
    )
    await words(page, 'Arabic').fill(`${ARABIC} نحن معك.`)
    await expect(state(page, 'ar')).toHaveText(/Draft/)
  })

  test('of two who approve, the second is told who was first', async () => {
    await approve(ada.page, 'en')
    await words(ada.page, 'Tigrinya').press('Control+Enter')
    await expect(state(bo.page, 'ti')).toHaveText(/In review/)
    // What the second decides has left, and not yet arrived, when the first is done.
    const asked = Promise.withResolvers<void>()
    const isFirstDone = Promise.withResolvers<void>()
    await bo.page.route('**/data/mutate/**', async (route) => {
      asked.resolve()
      await isFirstDone.promise
      await route.continue()
    })
    await text(bo.page, 'ti').getByRole('button', { name: 'Approve' }).click()
    await asked.promise
    await approve(ada.page, 'ti')
    isFirstDone.resolve()
    await expect(text(bo.page, 'ti').getByRole('status')).toContainText(
      'Ada Sample, today: These words were already approved.',
    )
    await bo.page.unrouteAll({ behavior: 'wait' })
    // The browser says of itself that the second collided.
    expect(bo.trouble.splice(0)).toEqual([expect.stringContaining('409')])
    const stored = await client.getDocument(MESSAGE._id)
    expect(stored?.['heading']).toMatchObject([
      { language: 'en' },
      { language: 'ar' },
      { value: { approved: { text: TIGRINYA, approvedBy: expect.any(String) } } },
    ])
  })

  test('a changed source makes its translations outdated, and shows what changed', async () => {
    const { page } = ada
    await words(page, 'English').fill(ENGLISH.replace('boss', 'employer'))
    await expect(state(page, 'ti')).toHaveText(/Outdated/)
    await text(page, 'ti').getByRole('button', { name: 'What changed in the source' }).click()
    await expect(text(page, 'ti').locator('del')).toHaveText('boss')
    await expect(text(page, 'ti').locator('ins')).toHaveText('employer')
    await text(page, 'ti').getByRole('button', { name: 'Still right' }).click()
    await expect(state(page, 'ti')).toHaveText(/Approved/)
  })

  test('takes a dangerous text back with a reason, and says so', async () => {
    const { page } = ada
    await text(page, 'ti').getByRole('button', { name: 'Withdraw this text' }).click()
    await page.getByLabel(/Why may nobody see/).fill('The word means a prison')
    await text(page, 'ti').getByRole('button', { name: 'Withdraw this text' }).last().click()
    await expect(state(page, 'ti')).toHaveText(/Withdrawn/)
    await expect(text(page, 'ti')).toContainText('The word means a prison')
  })

  test('the texts of a form pass axe', async () => {
    const { violations } = await new AxeBuilder({ page: ada.page })
      .include('.text-editor')
      .analyze()
    expect(violations).toEqual([])
  })
})

function text(page: Page, tag: string) {
  return page.getByTestId('field-heading').getByTestId(`text-${tag}`)
}

function state(page: Page, tag: string) {
  return text(page, tag).locator('[data-state]').first()
}

function words(page: Page, language: string) {
  return page.getByRole('textbox', { name: `Heading, ${language}` })
}

async function approve(page: Page, tag: string): Promise<void> {
  await text(page, tag).getByRole('button', { name: 'Approve' }).click()
  await expect(state(page, tag)).toHaveText(/Approved/)
}

async function addLanguage(page: Page, language: string): Promise<void> {
  await page.getByTestId('field-heading').getByRole('button', { name: 'Add translation' }).click()
  await page.getByRole('menuitem', { name: new RegExp(`^${language} `) }).click()
  await expect(words(page, language)).toBeVisible()
}
