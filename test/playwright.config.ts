import { defineConfig } from '@playwright/test'
import { browserOptions } from './browser.ts'

const { executablePath, args } = await browserOptions()

export default defineConfig({
  testDir: './e2e',
  outputDir: '../test-results',
  timeout: 90_000,
  // Pages are drawn while the server, on the same two cores, reads and compiles.
  expect: { timeout: 15_000 },
  workers: 1,
  forbidOnly: true,
  globalSetup: './e2e/global-setup.ts',
  reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
  use: {
    // Without these a step that cannot succeed takes its test's whole time.
    actionTimeout: 30_000,
    navigationTimeout: 45_000,
    baseURL: process.env['WAYMARK_TEST_ORIGIN'] ?? '',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: args ?? [],
    },
  },
})
