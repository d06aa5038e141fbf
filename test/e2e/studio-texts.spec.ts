import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import {
  type Author,
  firstLink,
  inviteLink,
  openDocument,
  openStudio,
  robot,
} from './studio-desk.ts'
import { addLanguage, approve, HEADING, state, text, words } from './text-fields.ts'
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
      await addLanguage(page, HEADING, language)
      await words(page, HEADING, language).fill(text)
    }
    await expect(state(page, HEADING, 'ar')).toHaveText(/Draft/)
    await expect(words(page, HEADING, 'Arabic')).toHaveCSS('direction', 'rtl')
    await expect(words(page, HEADING, 'Tigrinya')).toHaveCSS('font-family', /^"?Noto Sans Ethiopic/)
    await expect(text(page, HEADING, 'ti').getByLabel('Source, English')).toHaveValue(ENGLISH)
    await expect(text(page, HEADING, 'en').getByTestId('plain-language')).toContainText(
      '2 sentences',
    )
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
    await words(page, HEADING, 'Arabic').press('Control+Enter')
    await expect(state(page, HEADING, 'ar')).toHaveText(/In review/)
    await openDocument(bo.page, 'message', ID)
    await text(bo.page, HEADING, 'ar').getByRole('button', { name: 'Send back' }).click()
    await bo.page.getByLabel('What should be different?').fill('Say it more warmly')
    await text(bo.page, HEADING, 'ar').getByRole('button', { name: 'Send back' }).last().click()
    await expect(text(page, HEADING, 'ar')).toContainText(
      'Sent back by Bo Sample, today: Say it more warmly',
    )
    await words(page, HEADING, 'Arabic').fill(`${ARABIC} نحن معك.`)
    await expect(state(page, HEADING, 'ar')).toHaveText(/Draft/)
  })

  test('of two who approve, the second is told who was first', async () => {
    await approve(ada.page, HEADING, 'en')
    await words(ada.page, HEADING, 'Tigrinya').press('Control+Enter')
    await expect(state(bo.page, HEADING, 'ti')).toHaveText(/In review/)
    // What the second decides has left, and not yet arrived, when the first is done.
    const asked = Promise.withResolvers<void>()
    const isFirstDone = Promise.withResolvers<void>()
    await bo.page.route('**/data/mutate/**', async (route) => {
      asked.resolve()
      await isFirstDone.promise
      await route.continue()
    })
    await text(bo.page, HEADING, 'ti').getByRole('button', { name: 'Approve' }).click()
    await asked.promise
    await approve(ada.page, HEADING, 'ti')
    isFirstDone.resolve()
    await expect(text(bo.page, HEADING, 'ti').getByRole('status')).toContainText(
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
    await words(page, HEADING, 'English').fill(ENGLISH.replace('boss', 'employer'))
    await expect(state(page, HEADING, 'ti')).toHaveText(/Outdated/)
    await text(page, HEADING, 'ti')
      .getByRole('button', { name: 'What changed in the source' })
      .click()
    await expect(text(page, HEADING, 'ti').locator('del')).toHaveText('boss')
    await expect(text(page, HEADING, 'ti').locator('ins')).toHaveText('employer')
    await text(page, HEADING, 'ti').getByRole('button', { name: 'Still right' }).click()
    await expect(state(page, HEADING, 'ti')).toHaveText(/Approved/)
  })

  test('takes a dangerous text back with a reason, and says so', async () => {
    const { page } = ada
    await text(page, HEADING, 'ti').getByRole('button', { name: 'Withdraw this text' }).click()
    await page.getByLabel(/Why may nobody see/).fill('The word means a prison')
    await text(page, HEADING, 'ti')
      .getByRole('button', { name: 'Withdraw this text' })
      .last()
      .click()
    await expect(state(page, HEADING, 'ti')).toHaveText(/Withdrawn/)
    await expect(text(page, HEADING, 'ti')).toContainText('The word means a prison')
  })

  test('the texts of a form pass axe', async () => {
    const { violations } = await new AxeBuilder({ page: ada.page })
      .include('.text-editor')
      .analyze()
    expect(violations).toEqual([])
  })
})
