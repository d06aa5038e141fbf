import { defineConfig } from '@playwright/test'
import { browserOptions } from './browser.ts'

const { executablePath, args } = await browserOptions()

export default defineConfig({
  testDir: './e2e',
  outputDir: '../test-results',
  timeout: 90_000,
  // What is waited for is drawn by one core of two while the other works for another file.
  expect: { timeout: 15_000 },
  workers: 2,
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
