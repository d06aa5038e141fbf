import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { openProfile, temporaryFolder } from '../browser.ts'
import { stationFacts } from '../kiosk/facts.ts'
import { buildTestShell, type ScreenServer, startScreenServer } from '../kiosk/screen-server.ts'

const NUMBER = /0808\s157\s0101/
const CHANGED = /0808\s157\s0202/
const MANY_LANGUAGES = ['en', 'ar', 'ti', 'fr', 'uk', 'ro', 'fa', 'am', 'bn', 'ru', 'es', 'de']
const UPRIGHT = { width: 1080, height: 1920 }

type Temporary = Awaited<ReturnType<typeof temporaryFolder>>

let shell: Temporary
let data: Temporary
let server: ScreenServer

test.beforeAll(async () => {
  shell = await temporaryFolder('shell')
  await buildTestShell(shell.folder)
})
test.afterAll(() => shell.remove())

test.beforeEach(async () => {
  data = await temporaryFolder('screens')
  server = await startScreenServer({
    folder: data.folder,
    shellFolder: shell.folder,
    facts: stationFacts({ now: Date.now() }),
  })
})
test.afterEach(async () => {
  await server.stop()
  await data.remove()
})

test('a screen that nobody touches shows number, code and every language in turn', async ({
  page,
}) => {
  await openScreen(page)
  const seen = new Set<string>()
  for (let turn = 0; turn < 6; turn++) {
    const slide = page.locator('.slide:not(.leaving)')
    await expect(slide.getByText(NUMBER)).toBeVisible()
    await expect(slide.locator('.hand-over img')).toHaveJSProperty('complete', true)
    await expect(slide.getByText('waymark.example/Q/TEST01')).toBeVisible()
    seen.add((await slide.getAttribute('lang')) ?? '')
    await page.clock.runFor(10_500)
  }
  expect([...seen].sort()).toEqual(['ar', 'en', 'ti'])
})

test('a slide fits again as soon as its screen is turned', async ({ page }) => {
  await openScreen(page)
  await page.setViewportSize({ width: 1280, height: 560 })
  const slide = page.locator('.slide:not(.leaving)')
  await expect.poll(() => slide.evaluate((one) => one.scrollHeight - one.clientHeight)).toBe(0)
})

test('touching a language opens help in it, and nothing there leads out', async ({ page }) => {
  await openScreen(page)
  await page.getByRole('button', { name: 'العربية' }).click()
  const help = page.locator('.help')
  await expect(help).toHaveAttribute('dir', 'rtl')
  await expect(help.getByText(NUMBER).first()).toBeVisible()
  await expect(help.getByText('112').first()).toBeVisible()
  await expect(page.locator('a')).toHaveCount(0)
})

test('a reader who has left is asked, then forgotten, and "More time" gives it', async ({
  page,
}) => {
  await openScreen(page)
  await page.getByRole('button', { name: 'ትግርኛ' }).click()
  await page.clock.runFor(41_000)
  const warning = page.getByRole('alertdialog')
  await expect(warning).toBeVisible()
  await expect(warning.getByRole('button').first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(warning).toHaveCount(0)
  await expect(page.locator('.help')).toBeVisible()
  await page.clock.runFor(61_000)
  await expect(page.locator('.attract')).toBeVisible()
  await expect(page.locator('.help')).toHaveCount(0)
})

test('after "Clear now" the screen is as fresh as nobody had touched it', async ({ page }) => {
  await openScreen(page)
  const fresh = await residue(page)
  await page.getByRole('button', { name: 'العربية' }).click()
  await page.locator('.reading').evaluate((reading) => reading.scrollTo(0, 500))
  await page.locator('.control').last().click()
  await expect(page.locator('.attract')).toBeVisible()
  expect(await residue(page)).toEqual(fresh)
})

test('somebody who has only looked for a language leaves nothing behind either', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 })
  server.publish(stationFacts({ now: Date.now(), languages: MANY_LANGUAGES }))
  await openScreen(page)
  await expect(page.getByRole('button', { name: 'Deutsch' })).toHaveCount(1)
  await page.reload()
  await expect(page.locator('.slide')).toBeVisible()
  const fresh = await residue(page)
  await page.getByRole('button', { name: 'Deutsch' }).focus()
  await page.keyboard.press('Tab')
  expect(await residue(page)).not.toEqual(fresh)
  await page.clock.runFor(62_000)
  expect(await residue(page)).toEqual(fresh)
})

test('keys alone lead to help and back', async ({ page }) => {
  await openScreen(page)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'English' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('.reading')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.locator('.chooser')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('.attract')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.locator('.chooser')).toBeVisible()
})

test('a changed number is on the screen at once', async ({ page }) => {
  await openScreen(page)
  server.publish(stationFacts({ now: Date.now(), dial: '0808 157 0202' }))
  await expect(page.getByText(CHANGED).first()).toBeVisible({ timeout: 5_000 })
})

test('a screen tells which release is on its glass, and again once it is opened anew', async ({
  page,
}) => {
  await openScreen(page)
  const onGlass = async () => {
    const counter = Number(await page.locator('.screen').getAttribute('data-counter'))
    await expect.poll(() => server.screens().shown('test-station')).toEqual([counter])
    return counter
  }
  const before = await onGlass()
  server.publish(stationFacts({ now: Date.now(), dial: '0808 157 0202' }))
  await expect(page.getByText(CHANGED).first()).toBeVisible()
  expect(await onGlass()).toBeGreaterThan(before)
  await page.reload()
  await expect(page.getByText(CHANGED).first()).toBeVisible()
  await onGlass()
})

test('a release with one flipped bit is refused, and the old one plays on', async ({ page }) => {
  await openScreen(page)
  const counter = await page.locator('.screen').getAttribute('data-counter')
  server.intercept(async (path, answer) => (isRelease(path) ? flipped(answer) : answer))
  server.publish(stationFacts({ now: Date.now(), dial: '0808 157 0202' }))
  await expect(page.locator('.screen')).toHaveAttribute(
    'data-checked',
    /bad-signature|not-an-envelope|wrong-key/,
  )
  await expect(page.locator('.screen')).toHaveAttribute('data-counter', counter ?? '')
  await expect(page.getByText(NUMBER).first()).toBeVisible()
  await expect(page.getByText(CHANGED)).toHaveCount(0)
})

test('a release of which one blob is spoilt is not used in part', async ({ page }) => {
  await openScreen(page)
  const more = { now: Date.now(), dial: '0808 157 0202', languages: ['en', 'ar', 'ti', 'fr'] }
  server.intercept(async (path, answer) =>
    path.startsWith('/screen/blobs/') ? flipped(answer) : answer,
  )
  server.publish(stationFacts(more))
  await expect(page.locator('.screen')).toHaveAttribute('data-checked', 'unreachable')
  await expect(page.getByText(NUMBER).first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Français' })).toHaveCount(0)
  server.intercept(undefined)
  server.publish(stationFacts({ ...more, dial: '0808 157 0202 ' }))
  await expect(page.getByRole('button', { name: 'Français' })).toBeVisible()
})

test('a login page of the network is taken neither for a release nor for the shell', async ({
  page,
}) => {
  await openScreen(page)
  server.intercept(
    async () => new Response('<h1>Log in</h1>', { headers: { 'Content-Type': 'text/html' } }),
  )
  server.publish(stationFacts({ now: Date.now(), dial: '0808 157 0202' }))
  await expect(page.locator('.screen')).toHaveAttribute('data-checked', 'not-an-envelope')
  await page.reload()
  await expect(page.getByText(NUMBER).first()).toBeVisible()
})

test("a release that came damaged once is fetched anew, not from the browser's cache", async ({
  page,
}) => {
  await openScreen(page)
  server.intercept(async (path, answer) => (isRelease(path) ? flipped(answer) : answer))
  server.publish(stationFacts({ now: Date.now(), dial: '0808 157 0202' }))
  await expect(page.locator('.screen')).toHaveAttribute(
    'data-checked',
    /bad-signature|not-an-envelope|wrong-key/,
  )
  server.intercept(undefined)
  await page.clock.runFor(61_000)
  await expect(page.getByText(CHANGED).first()).toBeVisible()
})

test('a release that was spoilt on disk is fetched again, though it is no newer', async ({
  page,
}) => {
  await openScreen(page)
  await page.evaluate(spoilKeptRelease)
  await page.reload()
  await expect(page.getByText(NUMBER).first()).toBeVisible()
})

test('blobs that were spoilt on disk are never shown, and are fetched again', async ({ page }) => {
  await openScreen(page)
  await page.evaluate(spoilKeptBlobs)
  await page.reload()
  await expect(page.getByText(NUMBER).first()).toBeVisible()
  await expect(page.locator('.slide:not(.leaving) .hand-over img')).toHaveJSProperty(
    'complete',
    true,
  )
  expect(await page.locator('.hand-over img').first().evaluate(widthOf)).toBeGreaterThan(0)
})

test('with the newest release spoilt on disk and no server, the one before plays', async ({
  page,
}) => {
  await openScreen(page)
  server.publish(stationFacts({ now: Date.now(), dial: '0808 157 0202' }))
  await expect(page.getByText(CHANGED).first()).toBeVisible()
  await page.evaluate(spoilKeptRelease)
  await server.stop()
  await page.reload()
  await expect(page.getByText(NUMBER).first()).toBeVisible()
})

test('with the server gone and the browser started again, the screen plays on', async () => {
  const profile = await temporaryFolder('profile')
  let context: BrowserContext | undefined
  try {
    context = await openProfile(profile.folder, { viewport: UPRIGHT })
    await openScreen(context.pages()[0] ?? (await context.newPage()))
    await context.close()
    await server.stop()
    context = await openProfile(profile.folder, { viewport: UPRIGHT })
    const page = context.pages()[0] ?? (await context.newPage())
    await page.goto(`${server.origin}/screen/test-station`)
    await expect(page.getByText(NUMBER).first()).toBeVisible()
    await page.goto(`${server.origin}/screen`)
    await expect(page.getByText(NUMBER).first()).toBeVisible()
    await page.getByRole('button', { name: 'ትግርኛ' }).click()
    await expect(page.locator('.help').getByText(NUMBER).first()).toBeVisible()
  } finally {
    await context?.close()
    await profile.remove()
  }
})

test('a screen that never had a release shows the emergency number', async ({ page }) => {
  server.intercept(async (path, answer) =>
    isRelease(path) ? new Response(null, { status: 500 }) : answer,
  )
  await page.goto(`${server.origin}/screen/test-station`)
  await expect(page.locator('.screen')).toHaveAttribute('data-checked', 'unreachable')
  await expect(page.getByRole('heading', { name: '112' })).toBeVisible()
})

for (const [name, viewport] of [
  ['upright', UPRIGHT],
  ['lying', { width: 1920, height: 1080 }],
  ['narrow', { width: 360, height: 740 }],
] as const) {
  test(`axe finds nothing on an ${name} screen in any state`, async ({ page }) => {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await openScreen(page)
    await expectAccessible(page)
    await page.locator('.slides').click({ position: { x: 5, y: 5 } })
    await expect(page.locator('.chooser')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'العربية' }).click()
    await expect(page.locator('.help')).toBeVisible()
    await expectAccessible(page)
    await page.clock.runFor(41_000)
    await expect(page.getByRole('alertdialog')).toBeVisible()
    await expectAccessible(page)
  })
}

async function openScreen(page: Page): Promise<void> {
  await page.clock.install()
  await page.setViewportSize(page.viewportSize() ?? UPRIGHT)
  await page.goto(`${server.origin}/screen/test-station`)
  await expect(page.locator('.slide:not(.leaving)').getByText(NUMBER)).toBeVisible()
  await expect(page.locator('.screen')).toHaveAttribute('data-checked', /same|swapped/)
}

/** Turns one bit of the newest release that the worker keeps, as a dying disk does. Runs in the page. */
async function spoilKeptRelease(): Promise<void> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const database = await done(indexedDB.open('waymark-screen'))
  const places = database.transaction('places', 'readwrite').objectStore('places')
  const [kept] = await done(places.getAll())
  kept.current[Math.floor(kept.current.length / 2)] ^= 1
  await done(places.put(kept))
  database.close()
}

/** Puts other bytes in the place of every kept blob. Runs in the page. */
async function spoilKeptBlobs(): Promise<void> {
  const blobs = await caches.open('waymark-blobs')
  for (const request of await blobs.keys()) await blobs.put(request, new Response('spoilt'))
}

function widthOf(picture: Element): number {
  return picture instanceof HTMLImageElement ? picture.naturalWidth : 0
}

/** Everything that a reader could have left behind. */
function residue(page: Page) {
  return page.evaluate(() => {
    const screen = document.querySelector('.screen')?.cloneNode(true)
    if (!(screen instanceof Element)) return undefined
    for (const fitted of screen.querySelectorAll('[style]')) fitted.removeAttribute('style')
    return {
      drawn: screen.innerHTML,
      language: document.documentElement.lang,
      focus: document.activeElement?.tagName,
      selection: String(getSelection()),
      scroll: [...document.querySelectorAll('*')].map((one) => [one.scrollLeft, one.scrollTop]),
      history: history.length,
      storage: [localStorage.length, sessionStorage.length, document.cookie],
    }
  })
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({ rules: { 'color-contrast-enhanced': { enabled: true } } })
    .analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
}

function isRelease(path: string): boolean {
  return path.startsWith('/screen/releases/')
}

async function flipped(answer: Response): Promise<Response> {
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const middle = Math.floor(bytes.length / 2)
  bytes[middle] = (bytes[middle] ?? 0) ^ 1
  return new Response(bytes, { status: answer.status, headers: answer.headers })
}
