import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { spaced } from '../changed-number.ts'
import { begin, open, step, steps } from './first-hour.ts'
import { choose, field, find, nameField, point, publish, refer } from './form-fields.ts'
import { LANGUAGES, LINES } from './newsroom-words.ts'
import { bytes, pdfText, readCode } from './printed.ts'
import { type Author, firstLink, inviteLink, openStudio } from './studio-desk.ts'
import { addLanguage, approve, CALL_TO_ACTION, words } from './text-fields.ts'
import { confirm, haveChecked, publishAlone, writeNumber } from './two-people.ts'
import { type RunningWaymark, startWaymark } from './waymark.ts'

const NUMBER = '0808 157 0142'
const NEW_NUMBER = '0808 157 0199'
const PLACE = 'harbour-station'
const PHONE = { width: 390, height: 844 }
const SCREEN = { width: 1080, height: 1920 }
// A screen asks for its next release every half minute.
const SCREEN_MS = 60_000

test.describe('the first hour of a new organisation', () => {
  test.describe.configure({ mode: 'serial', timeout: 300_000 })
  test.use({ actionTimeout: 30_000 })
  let waymark: RunningWaymark
  let ada: Author
  let bo: Author
  let reader: BrowserContext
  let screen: Page
  let code: string

  test.beforeAll(async ({ browser }) => {
    waymark = await startWaymark({ port: 0, env: { WAYMARK_DEMO: '0', LOG_LEVEL: 'warn' } })
    ada = await openStudio(browser, waymark, { name: 'Ada Sample', link: await firstLink(waymark) })
    const link = inviteLink(waymark, 'Bo Sample', 'editor')
    bo = await openStudio(browser, waymark, { name: 'Bo Sample', link })
    reader = await browser.newContext()
  })
  test.afterAll(async () => {
    await Promise.all([ada?.context, bo?.context, reader].map((one) => one?.close()))
    await screen?.context().close()
    await waymark?.stop()
  })
  test.afterEach(() => expect([...ada.trouble, ...bo.trouble]).toEqual([]))

  test('leads from nothing to a helpline that two people have checked', async () => {
    const { page } = ada
    await test.step('nothing is said to be there to open', () => {
      expect(waymark.output()).not.toContain('a help page')
      expect(waymark.output()).toContain('/studio')
    })
    await test.step('the organisation', async () => {
      await begin(page, 'Enter your organisation')
      await nameField(page).fill('Harbour Help')
      await page.getByLabel('Full legal name').fill('Harbour Help e.V.')
      await choose(page, 'kind', 'Non-governmental organisation')
      await steps(page, 1)
    })
    await test.step('a place', async () => {
      await begin(page, 'Add a place')
      await field(page, 'kind').getByRole('combobox').selectOption('Train station')
      await nameField(page).fill('Harbour station')
      await field(page, 'slug').getByRole('button', { name: 'Generate' }).click()
      await expect(field(page, 'slug').getByRole('textbox')).toHaveValue(PLACE)
      await find(page, 'countries', 'Germany')
      await find(page, 'zone', 'Berlin')
      for (const { name } of LANGUAGES) await find(page, 'languages', name)
      await page.getByRole('tab', { name: 'Who may find it' }).click()
      await choose(page, 'privacy', 'A hall: others see what is read. No sound from a loudspeaker')
      await page.getByRole('checkbox', { name: 'Listed' }).check({ force: true })
      await steps(page, 2)
    })
    await test.step('a helpline, while its organisation is a draft', async () => {
      await begin(page, 'Add a helpline')
      await nameField(page).fill('Harbour line')
      await field(page, 'numbers')
        .getByRole('button', { name: /No number yet/ })
        .click()
      await writeNumber(page, NUMBER)
      await field(page, 'hours').getByRole('textbox').first().fill('24/7')
      await find(page, 'hours.zone', 'London')
      await find(page, 'countries', 'Germany')
      await choose(page, 'audience', 'Everyone')
      await page.getByRole('tab', { name: 'What can be promised' }).click()
      await choose(page, 'free', 'Yes')
      await choose(page, 'anonymous', 'Yes')
      await choose(page, 'asksResidenceStatus', 'No')
      await choose(page, 'contactsPolice', 'Never')
    })
    await test.step('the greyed button says what stands in the way, and leads to it', async () => {
      const button = page.getByTestId('action-publish')
      await expect(button).toBeEnabled({ timeout: 30_000 })
      await button.hover()
      await expect(page.getByText('Press to see what, and to go there.')).toBeVisible()
      await button.click()
      const dialog = page.getByRole('dialog')
      await expect(dialog).toContainText('Nothing was published', { timeout: 30_000 })
      await expect(dialog).toContainText('were never verified')
      await dialog.getByRole('link', { name: 'Harbour Help', exact: true }).click()
      await expect(page.getByLabel('Full legal name')).toHaveValue('Harbour Help e.V.')
      await publish(page)
      await steps(page, 3)
    })
    await test.step('publishing an unchecked number is refused', async () => {
      await open(page, '3. A helpline')
      await haveChecked(page)
    })
    await test.step('a second person confirms it, and it goes public', async () => {
      await confirm(bo.page, waymark.origin)
      await publish(page)
      await steps(page, 4)
    })
  })

  test('leads to a campaign that is refused until every language is approved', async () => {
    const { page } = ada
    await test.step('a message in English', async () => {
      await begin(page, 'Write a message')
      for (const { of, said } of LINES) await words(page, of, 'English').fill(said.en)
      await page.getByRole('tab', { name: 'Picture' }).click()
      await field(page, 'pictogram').getByRole('radio', { name: 'Telephone' }).check()
      await page.getByRole('tab', { name: 'About and for whom' }).click()
      const topic = field(page, 'topic').getByRole('combobox')
      await topic.selectOption('Ordinary help: rights at work')
      await choose(page, 'audience', 'The person it happens to')
      await page.getByRole('checkbox', { name: 'Ordinary help that' }).check({ force: true })
      await steps(page, 5)
    })
    await test.step('two more languages', async () => {
      await begin(page, 'Go on: translate it')
      await page.getByRole('tab', { name: 'Words' }).click()
      for (const { tag, name } of LANGUAGES.slice(1)) {
        for (const { of, said } of LINES) {
          await addLanguage(page, of, name)
          await words(page, of, name).fill(said[tag])
        }
      }
      await steps(page, 6)
    })
    await test.step('one of them approved, and the message published', async () => {
      await begin(page, 'Go on: approve it')
      await page.getByRole('tab', { name: 'Words' }).click()
      for (const { of } of LINES) await approve(page, of, 'en')
      await publish(page)
      await steps(page, 6)
    })
    await test.step('a campaign that promises all three', async () => {
      await begin(page, 'Make a campaign')
      await nameField(page).fill('Harbour spring')
      await refer(page, 'messages', 'Your boss')
      for (const { name } of LANGUAGES) await find(page, 'languages', name)
      await page.getByRole('tab', { name: 'Where' }).click()
      await refer(page, 'places', 'Harbour station')
      await steps(page, 7)
    })
    await test.step('is refused, and leads to the very text', async () => {
      await open(page, '8. A campaign')
      await page.getByTestId('action-publish').click()
      const dialog = page.getByRole('dialog')
      await expect(dialog).toContainText('Nothing was published', { timeout: 30_000 })
      const [heading, , call] = LINES
      const named = (title: string) => `${heading?.said.en} · ${title}`
      for (const title of ['Heading · Arabic', 'Body · Tigrinya'])
        await expect(dialog.getByRole('link', { name: named(title) })).toBeVisible()
      await dialog.getByRole('link', { name: named('What to do · Tigrinya') }).click()
      const text = words(page, CALL_TO_ACTION, 'Tigrinya')
      await expect(text).toBeFocused({ timeout: 30_000 })
      await expect(text).toBeInViewport()
      await expect(text).toHaveValue(call?.said.ti ?? '')
    })
    await test.step('all approved', async () => {
      for (const { tag } of LANGUAGES.slice(1))
        for (const { of } of LINES) await approve(page, of, tag)
      await steps(page, 8)
    })
  })

  test('leads to a page, a poster and a screen', async ({ browser }) => {
    const { page } = ada
    await test.step('each document in turn is published', async () => {
      await expect(step(page, '9. Publish')).toContainText('place, message, campaign')
      for (const _ of ['place', 'message', 'campaign']) {
        await begin(page, 'Go on: open the next to publish')
        await publish(page)
        await steps(page, 8)
      }
    })
    await test.step('the helpline is added to the place', async () => {
      await expect(step(page, '9. Publish')).toContainText('No place of yours lists your helpline')
      await begin(page, 'Go on: open the next to publish')
      await page.getByRole('tab', { name: 'Help here' }).click()
      await refer(page, 'helplines', 'Harbour line')
      await publish(page)
      await steps(page, 9)
    })
    await test.step('a poster hangs there', async () => {
      await begin(page, 'Say where the poster hangs')
      await point(page, 'Campaign', 'Harbour spring')
      await point(page, 'Place', 'Harbour station')
      await page.getByRole('combobox', { name: 'Size' }).selectOption('A4, 210 × 297 mm')
      await page.getByRole('combobox', { name: 'State' }).selectOption('Up')
      code = await page.getByRole('textbox', { name: 'Code', exact: true }).inputValue()
      await publish(page)
      await steps(page, 10)
      const poster = step(page, '10. See it').getByRole('link', { name: 'Poster' })
      await expect(poster).toHaveAttribute('href', `/posters/${code}`)
    })
    const help = await reader.newPage()
    for (const { tag, dir, helps } of LANGUAGES) {
      await test.step(`the help page in ${tag}`, async () => {
        await help.goto(`${waymark.origin}/${tag}/${PLACE}`)
        await expect(help.locator('html')).toHaveAttribute('lang', tag)
        await expect(help.locator('html')).toHaveAttribute('dir', dir)
        await expect(help.getByText(helps).first()).toBeVisible()
        await expect(help.getByText(spaced(NUMBER)).first()).toBeVisible()
      })
      await test.step(`the poster in ${tag}, and where its code leads`, async () => {
        expect(await posterText(tag)).toMatch(spaced(NUMBER))
        const png = await bytes(`${waymark.origin}/posters/${code}.png?lang=${tag}`)
        await help.goto(await readCode(png))
        await expect(help.locator('html')).toHaveAttribute('lang', tag)
        await expect(help.getByText(spaced(NUMBER)).first()).toBeVisible()
      })
    }
    await test.step('the words of the message on poster and screen', async () => {
      // Words of a right-to-left poster stand in a PDF by where they are drawn, not as they are read.
      expect((await posterText('ti')).replace(/\s+/g, ' ')).toContain(LINES[0]?.said.ti)
      screen = await (await browser.newContext({ viewport: SCREEN })).newPage()
      await screen.goto(`${waymark.origin}/screen/${PLACE}`)
      await expect(screen.getByText(spaced(NUMBER)).first()).toBeVisible({ timeout: SCREEN_MS })
      await saysMessage(screen)
    })
  })

  test('has a number changed by two people, and everything follows', async () => {
    const { page } = ada
    await begin(page, 'Go on: change the number')
    await field(page, 'numbers').getByText(NUMBER).click()
    await writeNumber(page, NEW_NUMBER)
    await steps(page, 10)
    await expect(step(page, '11. Change')).toContainText('Drafted: say that you have checked it')
    await begin(page, 'Go on: change the number')
    await haveChecked(page)
    await publishAlone(page)
    await steps(page, 10)
    await expect(step(page, '11. Change')).toContainText('A second person has to confirm it')
    await expect(screen.getByText(spaced(NUMBER)).first()).toBeVisible()
    await confirm(bo.page, waymark.origin)
    await begin(page, 'Go on: change the number')
    await publish(page)
    await steps(page, 11)
    await everywhere(NEW_NUMBER)
  })

  test('has it withdrawn by one person from a telephone, and everything follows', async () => {
    const { page } = ada
    const link = step(page, '12. Withdraw').getByRole('link', { name: 'Open the page for a phone' })
    const address = await link.getAttribute('href')
    const phone = await ada.context.newPage()
    await phone.setViewportSize(PHONE)
    await phone.goto(`${waymark.origin}${address}`)
    await phone.getByLabel('Whoever answers is not safe').check()
    await phone.getByRole('button', { name: 'Withdraw now' }).click()
    await expect(phone.getByText('It is withdrawn.')).toBeVisible()
    await expect(screen.getByText(spaced(NEW_NUMBER))).toHaveCount(0, { timeout: SCREEN_MS })
    await saysMessage(screen)
    expect(await (await fetch(`${waymark.origin}/en/${PLACE}`)).text()).not.toMatch(
      spaced(NEW_NUMBER),
    )
    expect(await posterText('en')).not.toMatch(spaced(NEW_NUMBER))
    await expect(phone.locator('#follow-summary')).toHaveText(
      'Every page and connected screen has followed.',
      { timeout: SCREEN_MS },
    )
    await expect(phone.getByText('1 of 1 have followed')).toBeVisible()
    const followers = phone.locator('.followers li')
    await expect(followers.filter({ hasText: 'Harbour station' }).first()).toBeVisible()
    await expect(followers.filter({ hasText: 'Gone' }).first()).toBeVisible()
    await expect(followers.filter({ hasText: code })).toContainText(
      'Look, then take down or cover: 1',
    )
    await phone.close()
    await steps(page, 12)
    await expect(page.getByText('Well done')).toBeVisible()
    await expect(page.getByText('two people check it anew there')).toBeVisible()
  })

  const posterText = async (tag: string) =>
    pdfText(await bytes(`${waymark.origin}/posters/${code}.pdf?lang=${tag}`))

  /** Page, poster and screen show a number, and none of them the old one. */
  async function everywhere(number: string): Promise<void> {
    await expect(screen.getByText(spaced(number)).first()).toBeVisible({ timeout: SCREEN_MS })
    const help = await reader.newPage()
    await help.goto(`${waymark.origin}/en/${PLACE}`)
    await expect(help.getByText(spaced(number)).first()).toBeVisible()
    await expect(help.getByText(spaced(NUMBER))).toHaveCount(0)
    expect(await posterText('en')).toMatch(spaced(number))
  }
})

/** A screen says the message in one language after the other. */
async function saysMessage(screen: Page): Promise<void> {
  const english = screen.getByText(LINES[0]?.said.en ?? '').first()
  await expect(english).toBeVisible({ timeout: SCREEN_MS })
}
