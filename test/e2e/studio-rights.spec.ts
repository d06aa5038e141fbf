import { expect, test } from '@playwright/test'
import {
  type Author,
  firstLink,
  input,
  inviteLink,
  openDocument,
  openStudio,
  robot,
} from './studio-desk.ts'
import { type RunningWaymark, startWaymark } from './waymark.ts'

const OWN = 'org-lantern-bellmark'
const FOREIGN = 'org-open-door-arvenia'
const MESSAGE = 'message-debt'
const DRAFT = `drafts.${MESSAGE}`

test.describe('rights in the Studio', () => {
  test.use({ actionTimeout: 15_000 })
  let waymark: RunningWaymark
  let client: ReturnType<typeof robot>
  const authors: Author[] = []

  test.beforeAll(async ({ browser }) => {
    waymark = await startWaymark({ port: 0, env: { LOG_LEVEL: 'warn' } })
    client = robot(waymark)
    const link = await firstLink(waymark)
    authors.push(await openStudio(browser, waymark, { name: 'Ada Sample', link }))
  })
  test.afterAll(async () => {
    await Promise.all(authors.map(({ context }) => context.close()))
    await waymark?.stop()
  })

  test('an editor writes what is of their organisation, and only reads what is of others', async ({
    browser,
  }) => {
    const link = inviteLink(waymark, 'Edna Sample', 'editor', OWN)
    const edna = await openStudio(browser, waymark, { name: 'Edna Sample', link })
    authors.push(edna)
    const { page } = edna
    await openDocument(page, 'organization', OWN)
    await input(page, 'legalName').fill('Lantern of Bellmark')
    await expect
      .poll(() => client.getDocument(`drafts.${OWN}`))
      .toMatchObject({ legalName: 'Lantern of Bellmark' })
    await openDocument(page, 'organization', FOREIGN)
    await expect(page.getByTestId('permission-check-banner')).toBeVisible()
    await expect(input(page, 'legalName')).not.toBeEditable()
    await expect(page.getByTestId('action-publish')).not.toBeEnabled()
    expect(edna.trouble).toEqual([])
  })

  test('a viewer reads and cannot write', async ({ browser }) => {
    const link = inviteLink(waymark, 'Vic Sample', 'viewer')
    const vic = await openStudio(browser, waymark, { name: 'Vic Sample', link })
    authors.push(vic)
    const { page } = vic
    await openDocument(page, 'organization', OWN)
    await expect(page.getByTestId('permission-check-banner')).toBeVisible()
    await expect(input(page, 'legalName')).not.toBeEditable()
    expect(vic.trouble).toEqual([])
  })

  test('a translator writes words and hands them in, and is offered nothing else', async ({
    browser,
  }) => {
    const link = inviteLink(waymark, 'Tara Sample', 'translator')
    const tara = await openStudio(browser, waymark, { name: 'Tara Sample', link })
    authors.push(tara)
    const { page } = tara
    await openDocument(page, 'message', MESSAGE)
    const english = page.getByTestId('field-heading').getByTestId('text-en')
    await expect(english).toBeVisible()
    await expect(english.getByRole('button', { name: 'Approve' })).toHaveCount(0)
    await expect(english.getByRole('button', { name: 'Withdraw' })).toHaveCount(0)
    await english.getByRole('textbox').fill('Someone at work keeps your papers?')
    await english.getByRole('button', { name: 'Submit for review' }).click()
    await expect(english.locator('[data-state]').first()).toHaveText(/In review/)
    await expect
      .poll(() => client.getDocument(DRAFT))
      .toMatchObject({
        heading: expect.arrayContaining([
          expect.objectContaining({
            language: 'en',
            value: expect.objectContaining({
              text: 'Someone at work keeps your papers?',
              submittedOn: expect.any(String),
              approved: expect.objectContaining({ text: expect.not.stringContaining('at work') }),
            }),
          }),
        ]),
      })
    await page.getByRole('tab', { name: 'Recordings' }).click()
    const recordings = page.getByTestId('recordings')
    await recordings.scrollIntoViewIfNeeded()
    await expect(recordings).toContainText('Recordings are made by editors and administrators')
    await expect(recordings.getByRole('button', { name: /^Record/ })).toHaveCount(0)
    await page.getByRole('tab', { name: 'About and for whom' }).click()
    await expect(page.getByTestId('field-topic').locator('select, input').first()).toBeDisabled()
    await expect(page.getByTestId('action-publish')).not.toBeEnabled()
    expect(tara.trouble).toEqual([])
  })

  test('a reviewer approves and sends back, and cannot change a word', async ({ browser }) => {
    const link = inviteLink(waymark, 'Rhea Sample', 'reviewer')
    const rhea = await openStudio(browser, waymark, { name: 'Rhea Sample', link })
    authors.push(rhea)
    const { page } = rhea
    await openDocument(page, 'message', MESSAGE)
    const heading = page.getByTestId('field-heading')
    const english = heading.getByTestId('text-en')
    await expect(english.getByRole('textbox')).not.toBeEditable()
    await expect(english.getByRole('button', { name: 'Submit for review' })).toHaveCount(0)
    await expect(english.getByRole('button', { name: 'Send back' })).toBeEnabled()
    await expect(heading.getByRole('button', { name: 'Add translation' })).not.toBeEnabled()
    await english.getByRole('button', { name: 'Approve' }).click()
    await expect(english.locator('[data-state]').first()).toHaveText(/Approved/)
    await page.getByRole('tab', { name: 'Recordings' }).click()
    const recordings = page.getByTestId('recordings')
    await recordings.scrollIntoViewIfNeeded()
    await expect(recordings.getByRole('button', { name: /^Record/ })).toHaveCount(0)
    await page.getByTestId('action-menu-button').click()
    const offered = page.getByRole('menuitem')
    await expect(offered.filter({ hasText: 'Discard changes' })).toBeVisible()
    await expect(offered.filter({ hasText: /Delete|Unpublish|Duplicate/ })).toHaveCount(0)
    await page.keyboard.press('Escape')
    await page.getByTestId('action-publish').click()
    await expect
      .poll(() => client.getDocument(MESSAGE), { timeout: 20_000 })
      .toMatchObject({
        heading: expect.arrayContaining([
          expect.objectContaining({
            language: 'en',
            value: expect.objectContaining({
              approved: expect.objectContaining({ text: 'Someone at work keeps your papers?' }),
            }),
          }),
        ]),
      })
    expect(rhea.trouble).toEqual([])
  })
})
