import { expect as expectNow, test } from '@playwright/test'
import {
  type Author,
  chooseAction,
  firstLink,
  openDocument,
  openStudio,
  robot,
} from './studio-desk.ts'
import { type RunningWaymark, startWaymark } from './waymark.ts'

// A form with fourteen languages is slow to draw on a busy machine.
const expect = expectNow.configure({ timeout: 20_000 })
const LINE = 'helpline-open-door'
const MESSAGE = 'message-debt'

test.describe('copies in the Studio', () => {
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

  const copyOf = (type: string, known: string[]) =>
    client.fetch<Record<string, unknown> | null>(
      '*[_type == $type && _id in path("drafts.**") && !(_id in $known)][0]',
      { type, known },
    )

  const edit = (set: Record<string, unknown>) => {
    const ids = { draftId: `drafts.${MESSAGE}`, publishedId: MESSAGE }
    return client.action({ actionType: 'sanity.action.document.edit', ...ids, patch: { set } })
  }

  test('of a helpline bear its facts, and nobody’s verification', async () => {
    const { page } = ada
    await openDocument(page, 'helpline', LINE)
    await chooseAction(page, 'Duplicate')
    await expect.poll(() => copyOf('helpline', [`drafts.${LINE}`])).toBeTruthy()
    const copy = await copyOf('helpline', [`drafts.${LINE}`])
    const line = await client.getDocument(LINE)
    expect(copy).toMatchObject({ numbers: line?.['numbers'], hours: line?.['hours'] })
    expect(copy).not.toHaveProperty('verification')
    expect(line).toHaveProperty('verification')
  })

  test('of a message are drafts that wait for approval', async () => {
    const { page } = ada
    await openDocument(page, 'message', MESSAGE)
    await chooseAction(page, 'Duplicate')
    await expect.poll(() => copyOf('message', [])).toBeTruthy()
    const copy = JSON.stringify(await copyOf('message', []))
    expect(copy).not.toContain('"approved"')
    const chip = page.getByTestId('field-heading').getByTestId('text-en').locator('[data-state]')
    await expect(chip.first()).toHaveText(/Draft/)
  })

  test('of a placement have a code of their own', async () => {
    const { page } = ada
    const id = await client.fetch<string>('*[_type == "placement" && code == "DEMO01"][0]._id')
    await openDocument(page, 'placement', id)
    await chooseAction(page, 'Duplicate')
    await expect.poll(() => copyOf('placement', [])).toMatchObject({ state: 'ordered' })
    expect((await copyOf('placement', []))?.['code']).not.toBe('DEMO01')
  })

  test('of a language are not made, and it is said why', async () => {
    const { page } = ada
    const id = await client.fetch<string | null>('*[_type == "language"][0]._id')
    const own = id ?? 'language-of-the-test'
    if (id === null) await client.create({ _id: `drafts.${own}`, _type: 'language' })
    await openDocument(page, 'language', own)
    await page.getByTestId('action-menu-button').click()
    await expect(page.getByRole('menuitem', { name: 'Duplicate' })).toBeDisabled()
  })

  test('from the history bring back words, under the approval of today', async () => {
    const { page } = ada
    await edit({ topic: 'papers-taken' })
    const before = await client.getDocument(`drafts.${MESSAGE}`)
    const [{ language, value }] = Object(before)['heading']
    await edit({
      topic: 'work-rights',
      [`heading[language=="${language}"].value.text`]: 'Broken words',
    })
    await openDocument(page, 'message', MESSAGE)
    const english = page.getByTestId('field-heading').getByTestId(`text-${language}`)
    await expect(english.getByRole('textbox').last()).toHaveValue('Broken words')
    await page.goto(`${page.url()},rev=${before?._rev}`)
    await page.getByRole('button', { name: 'Revert to revision' }).click()
    await expect(page.getByText('Approvals, verifications and withdrawals stay')).toBeVisible()
    await page.getByTestId('confirm-popover-confirm-button').click()
    await expect
      .poll(() => client.getDocument(`drafts.${MESSAGE}`))
      .toMatchObject({ topic: before?.['topic'] })
    const draft = await client.getDocument(`drafts.${MESSAGE}`)
    expect(Object(draft)['heading'][0].value).toEqual(value)
    await expect(english.locator('[data-state]').first()).toHaveText(/Approved/)
    await page.getByTestId('action-publish').click()
    await expect
      .poll(() => client.getDocument(MESSAGE), { timeout: 20_000 })
      .toMatchObject({ topic: 'papers-taken', heading: before?.['heading'] })
  })
})
