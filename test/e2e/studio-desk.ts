import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test'
import { createClient, type SanityClient } from '@sanity/client'
import { temporaryFolder } from '../browser.ts'
import { type RunningWaymark, startWaymark } from './waymark.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
// The Studio's presence takes its leave when a page goes, over a socket that the browser may have closed first.
const GOODBYE = 'WebSocket is already in CLOSING or CLOSED state.'
const PASSWORD = 'four words in a row'

/** Somebody at the Studio, with everything that went wrong there. */
export type Author = {
  page: Page
  context: BrowserContext
  email: string
  /** Requests to other hosts, errors in the console, exceptions. Emptied by nobody: a test asks at its end. */
  trouble: string[]
}

/** A process with a fresh demo and the people who work at it, for the tests of one file. */
export type Desk = {
  readonly waymark: RunningWaymark
  /** Ada Sample, the first administrator, with the Studio open. */
  readonly ada: Author
  /** Sees what the lake really holds, and writes as somebody in another window would. */
  readonly client: SanityClient
  /** Invites somebody else, who opens the Studio. */
  join: (name: string, role: string, organization?: string) => Promise<Author>
  /** Starts the process again where it was, after it was killed. */
  restart: () => Promise<void>
}

/** Opens a desk before the first test of the file (or group) that calls this, and closes it after the last. */
export function useDesk(): Desk {
  let folder: Awaited<ReturnType<typeof temporaryFolder>> | undefined
  let browser: Browser | undefined
  let waymark: RunningWaymark | undefined
  let client: SanityClient | undefined
  const people: Author[] = []
  const open = async (name: string, link: string) => {
    const author = await openStudio(there(browser), there(waymark), { name, link })
    people.push(author)
    return author
  }
  const start = async (port: number) => {
    const dataFolder = there(folder).folder
    waymark = await startWaymark({ port, dataFolder, env: { LOG_LEVEL: 'warn' } })
  }
  test.beforeAll(async ({ browser: opened }) => {
    // A process and the Studio are read and compiled here for the first time.
    test.setTimeout(180_000)
    browser = opened
    folder = await temporaryFolder('desk')
    await start(0)
    client = robot(there(waymark))
    await open('Ada Sample', await firstLink(there(waymark)))
  })
  test.afterAll(async () => {
    await Promise.all(people.map(({ context }) => context.close()))
    await waymark?.stop()
    await folder?.remove()
  })
  return {
    get waymark() {
      return there(waymark)
    },
    get ada() {
      return there(people[0])
    },
    get client() {
      return there(client)
    },
    join: (name, role, organization) =>
      open(name, inviteLink(there(waymark), name, role, organization)),
    restart: () => start(Number(new URL(there(waymark).origin).port)),
  }
}

/** Makes an account by a link that works once, and opens the Studio with it. */
export async function openStudio(
  browser: Browser,
  waymark: RunningWaymark,
  { name, link, address = '/studio' }: { name: string; link: string; address?: string },
): Promise<Author> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const trouble = watch(page, waymark.origin)
  const email = `${name.toLowerCase().replace(' ', '.')}@waymark.example`
  await page.goto(link)
  await page.getByLabel('Your name').fill(name)
  const emailField = page.getByLabel('E-mail')
  if ((await emailField.count()) > 0) await emailField.fill(email)
  await page.getByLabel('New password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Make the account' }).click()
  await page.waitForURL('**/account**')
  await page.goto(`${waymark.origin}${address}`)
  await expect(page.getByTestId('studio-navbar')).toBeVisible({ timeout: 30_000 })
  return { page, context, email, trouble }
}

/** Signs in on the page where the Studio has sent somebody. */
export async function signIn({ page, email }: Author): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** The link for the first administrator, as the process printed it. */
export async function firstLink(waymark: RunningWaymark): Promise<string> {
  const printed = () => /http\S+\/login\/first\/\S+/.exec(waymark.output())?.[0]
  await expect.poll(printed).toBeDefined()
  return printed() ?? ''
}

/** A link that invites somebody. */
export function inviteLink(
  waymark: RunningWaymark,
  name: string,
  role: string,
  organization?: string,
): string {
  const email = `${name.toLowerCase().replace(' ', '.')}@waymark.example`
  const bound = organization === undefined ? [] : ['--organization', organization]
  const printed = command(waymark, ['invite', '--email', email, '--role', role, ...bound])
  const [, secret] = /\/login\/invitation\/(\S+)/.exec(printed) ?? []
  return `${waymark.origin}/login/invitation/${secret}`
}

/** Ends all sessions of somebody, who may sign in again. */
export function lockOut(waymark: RunningWaymark, email: string): void {
  command(waymark, ['lock', email])
  command(waymark, ['unlock', email])
}

/** A client with a robot's token, to see what the lake really holds. */
export function robot(waymark: RunningWaymark): SanityClient {
  const token = /wm_\S+/.exec(command(waymark, ['token', '--role', 'administrator']))?.[0] ?? ''
  return createClient({
    projectId: 'waymark',
    dataset: 'production',
    apiHost: `${waymark.origin}/lake`,
    useProjectHostname: false,
    apiVersion: '2025-02-19',
    perspective: 'raw',
    useCdn: false,
    token,
  })
}

/** The input of a field of the open document. */
export function input(page: Page, field: string) {
  return page.getByTestId(`field-${field}`).locator('input, textarea').first()
}

/** Opens a document, and waits until it can be written in. */
export async function openDocument(page: Page, type: string, id: string): Promise<void> {
  const { origin } = new URL(page.url())
  await page.goto(`${origin}/studio/structure/${type};${id}`)
  const form = page.getByTestId('form-view')
  await expect(form).toBeVisible({ timeout: 30_000 })
  // The Studio draws a form once more when all of its document is there, on its first tab, and then puts the keyboard
  // into it, if it can be written in: what is done before that is undone.
  await form
    .locator(':focus')
    .waitFor({ state: 'attached', timeout: 5_000 })
    .catch(() => undefined)
}

/** Opens another document as a link in the Studio does: without loading the Studio anew. */
export async function turnTo(page: Page, type: string, id: string): Promise<void> {
  const go = (address: string) =>
    page.evaluate((to) => {
      history.pushState(null, '', to)
      dispatchEvent(new PopStateEvent('popstate'))
    }, address)
  const form = page.getByTestId('form-view')
  await go('/studio/structure')
  await expect(form).toHaveCount(0)
  await go(`/studio/structure/${type};${id}`)
  await expect(form).toBeVisible({ timeout: 30_000 })
}

/** Chooses from the menu beside the publish button. */
export async function chooseAction(page: Page, name: string): Promise<void> {
  await page.getByTestId('action-menu-button').click()
  await page.getByRole('menuitem', { name }).click()
}

function there<T>(part: T | undefined): T {
  if (part === undefined)
    throw new Error('The desk opens before the first test, not while tests are told')
  return part
}

function command({ dataFolder }: RunningWaymark, args: string[]): string {
  const env = { ...process.env, WAYMARK_DATA: dataFolder }
  const options = { cwd: ROOT, env, encoding: 'utf8' } as const
  return execFileSync(process.execPath, ['content/access/cli.ts', ...args], options)
}

function watch(page: Page, origin: string): string[] {
  const trouble: string[] = []
  const hosts = [origin, origin.replace('http', 'ws'), 'data:', 'blob:']
  const isForeign = (url: string) => !hosts.some((host) => url.startsWith(host))
  page.on('pageerror', (error) => trouble.push(error.message))
  page.on('request', (request) => {
    if (isForeign(request.url())) trouble.push(request.url())
  })
  page.on('websocket', (socket) => {
    if (isForeign(socket.url())) trouble.push(socket.url())
  })
  page.on('console', (message) => {
    const isTrouble = message.type() === 'error' && message.text() !== GOODBYE
    if (isTrouble) trouble.push(`${message.text()} ${message.location().url}`)
  })
  return trouble
}
