import { existsSync, globSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type BrowserContext, chromium, type LaunchOptions } from '@playwright/test'
import packaged, { inflate } from '@sparticuz/chromium'

const SYSTEM_BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Our own flags: no request leaves the machine, and no insecure default of a packaged browser is taken over. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Options to launch the system's Chromium, or the one inside an npm package where there is none. */
export async function browserOptions(): Promise<LaunchOptions> {
  const system = SYSTEM_BROWSERS.find((file) => existsSync(file))
  if (system !== undefined) return { executablePath: system, args: FLAGS }
  return {
    executablePath: await packaged.executablePath(),
    args: FLAGS,
    env: { ...process.env, ...(await missingLibraries()) },
  }
}

/** A browser with a profile on disk, to be closed and opened again as after a power cut. */
export async function openProfile(
  folder: string,
  options: Parameters<typeof chromium.launchPersistentContext>[1] = {},
): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, { ...(await browserOptions()), ...options })
}

/** A fresh, empty folder and the way to delete it. */
export async function temporaryFolder(
  name: string,
): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), `waymark-${name}-`))
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }) }
}

// A bare container has no NSS; the package carries it for another purpose, so we point the loader there.
async function missingLibraries(): Promise<Record<string, string>> {
  if (globSync('/usr/lib/*/libnss3.so').length > 0) return {}
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  await inflate(path.join(path.dirname(main), '../bin/al2023.tar.br'))
  return { LD_LIBRARY_PATH: path.join(tmpdir(), 'al2023', 'lib') }
}
