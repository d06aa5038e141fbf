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
})
