import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { totp } from '../content/access/totp.ts'
import { type RunningWaymark, startWaymark } from './waymark.ts'

const PASSWORD = 'four words in a row'
const ROOT = 'root@harbour.example'
const VIEWER = 'vera@harbour.example'
const APP_STEP_MS = 30_000

test.describe.configure({ mode: 'serial' })

let waymark: RunningWaymark
/** By its name: passkeys do not work on an address in numbers. */
let origin: string
let secret: string
/** None of these and of the app's codes is good twice. */
let backupCodes: string[]
const usedCodes = new Set<string>()

test.beforeAll(async () => {
  waymark = await startWaymark({ port: 0 })
  origin = waymark.origin.replace('127.0.0.1', 'localhost')
})
test.afterAll(() => waymark.stop())

test('the printed link makes the first administrator, who sets up an app', async ({ browser }) => {
  const page = await visitor(browser)
  await expect.poll(() => firstLink()).toMatch(/\/login\/first\//)
  await page.goto(firstLink())
  await usable(page)
  await page.getByLabel('Your name').fill('Ana Root')
  await page.getByLabel('E-mail').fill(ROOT)
  await page.getByLabel('New password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Make the account' }).click()
  await expect(page.getByRole('status')).toContainText('Welcome')
  await usable(page)

  const factors = page.locator('section', { hasText: 'Second factor' })
  await factors.getByLabel('Your password now').fill(PASSWORD)
  await factors.getByRole('button', { name: 'Set up an app' }).click()
  await usable(page)
  secret = ((await page.locator('.steps code').first().textContent()) ?? '').replaceAll(' ', '')
  backupCodes = await page.locator('.codes code').allTextContents()
  await page.getByLabel('Code').fill(totp(secret))
  await page.getByRole('button', { name: 'Use this app' }).click()
  await expect(page.getByRole('status')).toContainText('From now on we ask for a code')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/login$/)
  await page.goto(`${origin}/account`)
  await expect(page).toHaveURL(/\/login\?next=%2Faccount$/)
  expect(await (await page.request.get(firstLink())).text()).toContain('This link leads nowhere')
})

test('signing in asks for the code, or takes a backup code once', async ({ browser }) => {
  const page = await visitor(browser)
  await enterPassword(page, ROOT)
  await usable(page)
  await page.getByLabel('Code').fill('000000')
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByRole('alert')).toContainText('wrong or too old')
  await page.getByLabel('Code').fill(await appCode())
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()

  const other = await visitor(browser)
  await enterPassword(other, ROOT)
  const backupCode = nextBackupCode()
  await other.getByLabel('Code').fill(backupCode)
  await other.getByRole('button', { name: 'Go on' }).click()
  await expect(other.getByRole('heading', { name: 'Your account' })).toBeVisible()
  const third = await visitor(browser)
  await enterPassword(third, ROOT)
  await third.getByLabel('Code').fill(backupCode)
  await third.getByRole('button', { name: 'Go on' }).click()
  await expect(third.getByRole('alert')).toContainText('wrong or too old')

  await page.reload()
  const elsewhere = page.locator('li', { hasText: 'Elsewhere' })
  await expect(elsewhere).toHaveCount(1)
  await elsewhere.getByRole('button', { name: 'End it' }).click()
  await expect(page.getByRole('status')).toContainText('The session has ended')
  await other.reload()
  await expect(other).toHaveURL(/\/login/)
})

test('somebody invited as a viewer reads everything and writes nothing', async ({ browser }) => {
  const page = await visitor(browser)
  await signInWithCode(page)
  await page.getByRole('link', { name: 'People' }).click()
  await usable(page)
  await page.getByLabel('E-mail').fill(VIEWER)
  await page.getByRole('radio', { name: /Viewer/ }).check()
  await page.getByLabel('All organisations').check()
  await page.getByRole('button', { name: 'Make an invitation' }).click()
  const link = (await page.locator('.link code').textContent()) ?? ''
  await page.goto(`${origin}/account/people`)
  await expect(page.getByText(VIEWER)).toBeVisible()
  await usable(page)

  const viewer = await visitor(browser)
  await viewer.goto(link.replace('127.0.0.1', 'localhost'))
  await viewer.getByLabel('Your name').fill('Vera Viewer')
  await viewer.getByLabel('New password').fill(PASSWORD)
  await viewer.getByRole('button', { name: 'Make the account' }).click()
  await expect(viewer.getByRole('heading', { name: 'Your account' })).toBeVisible()
  await expect(viewer.getByRole('link', { name: 'People' })).toHaveCount(0)

  expect(await lake(viewer, 'query')).toBe(200)
  expect(await lake(viewer, 'mutate')).toBe(403)
  expect(await lake(page, 'mutate')).toBe(200)
  expect(await lake(await visitor(browser), 'query')).toBe(401)

  await page.goto(`${origin}/account/people`)
  await page.getByRole('link', { name: 'Vera Viewer' }).click()
  await usable(page)
  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  await expect(page.getByRole('status')).toContainText('locked')
  expect(await lake(viewer, 'query')).toBe(401)
})

test('a passkey signs in by itself', async ({ browser }) => {
  const page = await visitor(browser)
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await signInWithCode(page, await appCode())
  await page.getByLabel('Name of the passkey').fill('Telephone')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(page.getByRole('status')).toContainText('The passkey is yours')
  await expect(page.locator('li', { hasText: 'Telephone' })).toBeVisible()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
  await expect(page.locator('li', { hasText: 'Telephone' })).toBeVisible()
})

test('everything but passkeys works without scripts, on a telephone, in the dark', async ({
  browser,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    colorScheme: 'dark',
    viewport: { width: 320, height: 640 },
  })
  const page = await context.newPage()
  await signInWithCode(page)
  await page.getByLabel('Your name').fill('Ana Again')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('link', { name: 'Ana Again' })).toBeVisible()
  await context.close()
})

function firstLink(): string {
  const found = /http:\S+\/login\/first\/\S+/.exec(waymark.output())?.[0] ?? ''
  return found.replace('127.0.0.1', 'localhost')
}

async function visitor(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage()
}

async function enterPassword(page: Page, email: string): Promise<void> {
  await page.goto(`${origin}/login`)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** With a backup code where no other is named: the app has but three codes that hold at any time. */
async function signInWithCode(page: Page, code = nextBackupCode()): Promise<void> {
  await enterPassword(page, ROOT)
  await page.getByLabel('Code').fill(code)
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
}

function nextBackupCode(): string {
  const code = backupCodes.pop()
  if (code === undefined) throw new Error('More people sign in than there are backup codes')
  return code
}

/** A code of the app that nobody has used: clocks may differ by half a minute, so the next one holds already. */
async function appCode(): Promise<string> {
  const unused = () => {
    const codes = [Date.now(), Date.now() + APP_STEP_MS].map((at) => totp(secret, at))
    return codes.find((code) => !usedCodes.has(code)) ?? ''
  }
  await expect.poll(unused, { timeout: APP_STEP_MS }).not.toBe('')
  const code = unused()
  usedCodes.add(code)
  return code
}

/** Nothing that axe finds, in both colours, and nothing wider than the narrowest screen. */
async function usable(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  }
  await page.setViewportSize({ width: 320, height: 740 })
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
  await page.setViewportSize({ width: 1280, height: 740 })
}

/** Asks the lake as a page of ours would; answers the status. */
function lake(page: Page, what: 'query' | 'mutate'): Promise<number> {
  const path = `/lake/v2025-02-19/data/${what}/production`
  const headers = { Origin: origin }
  const data = { mutations: [{ createOrReplace: { _id: 'drafts.note', _type: 'guide' } }] }
  const answer =
    what === 'query'
      ? page.request.get(`${origin}${path}?query=1`)
      : page.request.post(`${origin}${path}`, { headers, data })
  return answer.then((response) => response.status())
}
