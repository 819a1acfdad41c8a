import { defineConfig, devices } from '@playwright/test'
import { browserFlags, presentBrowser } from './run/browser.mjs'

const executablePath = presentBrowser()

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  globalSetup: './run/serveForTests.ts',
  workers: 2,
  fullyParallel: true,
  // A crowded machine deserves a second try where nobody watches; the list names each test that took it.
  retries: process.env['CI'] === undefined ? 0 : 1,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  timeout: 45_000,
  expect: { timeout: 10_000 },
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1280, height: 800 },
    // Filling it for every test would take longer than most tests; e2e/offline.spec.ts has it.
    serviceWorkers: 'block',
    // Motion explains; it must not make a test wait. Specs about motion ask for it themselves.
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: { args: browserFlags, ...(executablePath === undefined ? {} : { executablePath }) },
  },
})
