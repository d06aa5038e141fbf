import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, expect as expectNow, type Locator, type Page, test } from '@playwright/test'
import { type Author, firstLink, openDocument, openStudio, robot } from './studio-desk.ts'
import { type RunningWaymark, startWaymark } from './waymark.ts'

/*
 * Every tool and form of ours in the Studio, with its dialogs, in light and dark, by axe and by keyboard.
 *
 * Left out, because it is Sanity's own and not ours to change: the bar above (`studio-navbar`), the shelves and lists
 * beside a document, its head and foot, and of a form everything but what we draw in it. axe finds faults there:
 * buttons without a name, lists with options that hold links, editors of prose without a label. So tools are looked at
 * with the whole page but for the bar, and forms by the names of our parts, each of which has to be there. The pages
 * in a preview are looked at where readers meet them (site.spec.ts, kiosk.spec.ts), /account and /withdraw in
 * accounts.spec.ts and withdraw.spec.ts. The dialog of a refused publication is
 * worked in studio-freshness.spec.ts, without axe.
 */
const SANITYS_BAR = '[data-testid="studio-navbar"]'
const MESSAGE = 'message-papers-taken'
// Colours of every part, on a machine that has other work.
const SETTLED_MS = 10_000

const expect = expectNow.configure({ timeout: 20_000 })

test.describe('everything of ours in the Studio', () => {
  test.describe.configure({ timeout: 240_000 })
  test.use({ actionTimeout: 30_000 })
  let waymark: RunningWaymark
  let page: Page
  let ada: Author
  let client: ReturnType<typeof robot>

  test.beforeAll(async ({ browser }) => {
    waymark = await startWaymark({ port: 0, env: { LOG_LEVEL: 'warn' } })
    client = robot(waymark)
    ada = await openStudio(browser, waymark, { name: 'Ada Sample', link: await firstLink(waymark) })
    page = ada.page
    await page.emulateMedia({ reducedMotion: 'reduce' })
  })
  test.afterAll(async () => {
    await ada?.context.close()
    await waymark?.stop()
  })

  test('First hour passes axe and is walked by Tab', async () => {
    await goTo('/studio/first-hour')
    await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible()
    await usable(page)
    await page.getByLabel('Organisation').focus()
    for (const name of ['Enter your organisation', 'Add a place', 'Add a helpline']) {
      await page.keyboard.press('Tab')
      await expect(page.getByRole('link', { name })).toBeFocused()
      await seen(page.getByRole('link', { name }))
    }
  })

  test('Freshness passes axe, and its rows, steps and dialog are worked by keyboard', async () => {
    await goTo('/studio/freshness')
    const rows = page.locator('[data-fact]')
    await expect(rows.first()).toBeVisible()
    await page.keyboard.press('j')
    await expect(rows.first()).toBeFocused()
    await seen(rows.first())
    await page.keyboard.press('ArrowDown')
    await expect(rows.nth(1)).toBeFocused()
    await page.keyboard.press('k')
    await usable(page)

    const withdraw = rows.first().getByRole('button', { name: 'Withdraw', exact: true })
    const check = rows.first().getByRole('button', { name: 'I have checked it' })
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await expect(withdraw).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog').getByText('Nobody has to approve it')).toBeVisible()
    await usable(page)
    await page.keyboard.press('Escape')
    await expect(withdraw).toBeFocused()

    await page.keyboard.press('Tab')
    await expect(check).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(rows.first().getByLabel('I called')).toBeFocused()
    await usable(page)
    await page.keyboard.press('Escape')
    await expect(check).toBeFocused()
  })

  test('Translations passes axe, and its cells, panel and dialogs are worked by keyboard', async () => {
    await goTo('/studio/translations?languages=en,ar,ti,ur')
    const cell = page.locator('[data-cell="2:1"]')
    await page.locator('[data-cell="0:0"]').focus()
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key)
    await expect(cell).toBeFocused()
    await seen(cell)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('region', { name: /Arabic$/ })).toBeFocused()
    await usable(page)
    await page.keyboard.press('Escape')
    await expect(cell).toBeFocused()

    const picker = page.getByRole('button', { name: /^Languages/ })
    await picker.press('Enter')
    await expect(page.getByRole('button', { name: 'All', exact: true })).toBeFocused()
    await usable(page)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await expect(page.getByRole('button', { name: 'Languages: 3' })).toBeAttached()
    await page.keyboard.press('Escape')
    await expect(picker).toBeFocused()

    for (const name of ['Export XLIFF', 'Import XLIFF']) {
      const button = page.getByRole('button', { name })
      await button.press('Enter')
      await expect(page.getByRole('dialog', { name })).toBeVisible()
      await usable(page)
      if (name === 'Import XLIFF') {
        const buffer = Buffer.from('PK, as a document from Word begins')
        const file = { name: 'a.docx', mimeType: 'application/zip', buffer }
        await page.getByLabel(/The file that the agency sent back/).setInputFiles(file)
        await expect(page.getByRole('alert')).toContainText('Choose the .xlf')
        await usable(page)
      }
      await page.keyboard.press('Escape')
      await expect(button).toBeFocused()
    }
  })

  test('texts, recordings and previews in a form pass axe, and give the focus back', async ({
    browser,
  }) => {
    await openDocument(page, 'message', MESSAGE)
    const arabic = page.getByTestId('field-heading').getByTestId('text-ar')
    const withdraw = arabic.getByRole('button', { name: 'Withdraw this text' })
    await withdraw.press('Enter')
    await expect(page.getByLabel(/Why may nobody see/)).toBeFocused()
    await usable(page, '.text-editor')
    await page.keyboard.press('Escape')
    await expect(withdraw).toBeFocused()
    await seen(withdraw)

    await page.getByRole('tab', { name: 'Recordings' }).click()
    await page.getByTestId('recordings').getByLabel('Language', { exact: true }).selectOption('ur')
    const links = page.getByTestId('review-links')
    await links.getByRole('button', { name: 'Make a link' }).press('Enter')
    const address = (await links.getByTestId('review-address').textContent()) ?? ''
    await usable(page, '[data-testid="recordings"]')
    await reviewOnPhone(browser, address)

    await page.getByRole('tab', { name: 'Preview', exact: true }).click()
    await page.getByRole('tab', { name: 'Help page', exact: true }).focus()
    const inPane = '[data-testid="preview-pane"]'
    for (const scene of ['Poster', 'Screen'] as const) {
      await page.keyboard.press('ArrowRight')
      await expect(page.getByRole('tab', { name: scene, exact: true })).toBeFocused()
    }
    await page.getByRole('button', { name: 'Show the places' }).press('Enter')
    await expect(page.getByRole('button', { name: 'Hide the places' })).toBeFocused()
    await usable(page, inPane, 'iframe')
  })

  test('on a telephone the withdrawal of a form takes the focus, and Escape closes it', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await openDocument(page, 'helpline', 'helpline-chat')
    await page.getByTestId('action-menu-button').click()
    await page.getByRole('menuitem', { name: 'Withdraw now' }).click()
    const dialog = page.getByRole('dialog', { name: 'Withdraw now' })
    await expect(dialog.locator(':focus')).toBeVisible()
    await usable(page, '[role=dialog]')
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  test('forms of languages, interface texts and guides pass axe', async () => {
    await client.create({
      ...{ _id: 'drafts.language-lg', _type: 'language', tag: 'lg', ownName: 'ትግርኛ' },
      ...{ englishName: 'Luganda', script: 'Latn', direction: 'ltr', font: 'Noto Sans' },
      ...{ fallback: [], audioOnly: false },
    })
    await openDocument(page, 'language', 'language-lg')
    await expect(page.getByTestId('missing-letters')).toBeVisible()
    await usable(page, '[data-testid="own-name-preview"]', '[data-testid="missing-letters"]')

    const interfaceText = { _type: 'interfaceText', language: 'ur', strings: [] }
    await client.create({ _id: 'drafts.interface-ur', ...interfaceText })
    await openDocument(page, 'interfaceText', 'interface-ur')
    const group = page.locator('details:has(.word-group)').first()
    await group.locator('summary').press('Enter')
    await expect(group.getByRole('textbox').first()).toBeVisible()
    await usable(page, 'details:has(.word-group)')

    await openDocument(page, 'guide', 'guide-when-a-journey-turns-ar')
    await expect(page.getByTestId('guide-head')).toBeVisible()
    await usable(page, '[data-testid="guide-head"]')
    await page.getByRole('button', { name: 'Source and review' }).press('Enter')
    await expect(page.getByLabel('Source and review').getByRole('heading')).toBeVisible()
    await usable(page, '[aria-label="Source and review"][tabindex="0"]')
  })

  test('nothing went wrong on the way, and nothing was asked of other hosts', () => {
    expect(ada.trouble).toEqual([])
  })

  async function goTo(address: string): Promise<void> {
    await page.goto(`${waymark.origin}${address}`)
    await expect(page.getByTestId('studio-navbar')).toBeVisible()
  }
})

/** The page that a native speaker opens on a telephone. */
async function reviewOnPhone(browser: Browser, address: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const phone = await context.newPage()
  await phone.goto(address)
  await expect(phone.locator('blockquote')).toHaveAttribute('dir', 'rtl')
  for (const colorScheme of ['light', 'dark'] as const) {
    await phone.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect(await faultsOf(new AxeBuilder({ page: phone }))).toEqual([])
  }
  const overflow = await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
  await context.close()
}

/**
 * No fault that axe finds, in light and in dark: on the whole page but Sanity's bar, or in parts of ours.
 *
 * @param left out of those parts; parts that are not there are a fault
 */
async function usable(page: Page, ...parts: string[]): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect(page.locator(`[data-scheme="${colorScheme}"]`).first()).toBeAttached()
    const axe = new AxeBuilder({ page }).exclude(SANITYS_BAR)
    for (const part of parts) {
      if (part === 'iframe') axe.exclude(part)
      else axe.include(part)
    }
    // The Studio draws itself anew part by part: what is wrong must be so still when all of it is.
    const isClean = async () => expect(await faultsOf(axe), colorScheme).toEqual([])
    await expect(isClean).toPass({ timeout: SETTLED_MS })
  }
}

async function faultsOf(axe: AxeBuilder) {
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => [id, html, any[0]?.data]),
  )
}

/** Whoever works by keyboard sees where they are. */
async function seen(control: Locator): Promise<void> {
  const isMarked = () =>
    control.evaluate((element) => {
      const { outlineStyle, boxShadow } = getComputedStyle(element)
      return outlineStyle !== 'none' || boxShadow !== 'none'
    })
  await expect.poll(isMarked).toBe(true)
}
