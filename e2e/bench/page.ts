// The production build in a browser, for benches of what a person sees.
import { chromium, type Page } from '@playwright/test'
import { browserFlags, presentBrowser } from '../run/browser.mjs'
import { buildIfStale } from '../run/build.mjs'
import { fromRoot } from '../run/root.mjs'
import { serve } from '../run/serve.mjs'

/** Opens Relata in a fresh context, hands the page over and closes everything after. */
export async function withPage(use: (page: Page, url: string) => Promise<void>): Promise<void> {
  if ((await buildIfStale()) !== 0) throw new Error('The build failed: see above')
  const { url, close } = await serve({ folder: fromRoot('dist'), port: 4500 })
  const executablePath = presentBrowser()
  const browser = await chromium.launch({
    args: browserFlags,
    ...(executablePath === undefined ? {} : { executablePath }),
  })
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    await use(await context.newPage(), url)
  } finally {
    await browser.close()
    await close()
  }
}
