// Opening a document: what one sees first is what one goes on seeing.
import type { Page } from '@playwright/test'
import { expect, test, type App } from './support/app'
import { crowdOf, modelOf, shop } from './support/schemas'

/** Notes for every frame where each table stands. */
const watchFrames = () => {
  const frames: string[] = []
  Object.assign(window, { frames })
  const look = () => {
    const places = [...document.querySelectorAll('[data-canvas] [data-object]')].map((table) => {
      const { x, y, width } = table.getBoundingClientRect()
      return `${(table.getAttribute('aria-label') ?? '').split(',')[0] ?? ''} ${[x, y, width].map(Math.round).join()}`
    })
    frames.push(places.sort().join(' | '))
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

const framesOf = (page: Page): Promise<readonly string[]> =>
  // Set up by the script above.
  page.evaluate(() => (window as unknown as { readonly frames: readonly string[] }).frames)

/** Every place at which a table stood that is not its last one. */
async function strayPlaces(app: App): Promise<readonly string[]> {
  await app.settled()
  const frames = await framesOf(app.page)
  const last = new Set((frames.at(-1) ?? '').split(' | '))
  expect(last.size).toBeGreaterThan(1)
  return frames.flatMap((frame) => frame.split(' | ')).filter((place) => place !== '' && !last.has(place))
}

for (const reducedMotion of ['reduce', 'no-preference'] as const) {
  test.describe(`with motion: ${reducedMotion}`, () => {
    test.use({ contextOptions: { reducedMotion } })
    test('no table is ever seen anywhere but at its place', async ({ app, page }) => {
      await page.addInitScript(watchFrames)
      await app.open(modelOf({ ...shop, name: 'shop' }))
      expect(await strayPlaces(app)).toEqual([])
      await page.getByRole('button', { name: 'All documents' }).click()
      await page.getByRole('button', { name: /^shop/ }).click()
      expect(await strayPlaces(app)).toEqual([])
    })

    test('nor when another document was looked at from elsewhere before', async ({ app, page }) => {
      await page.addInitScript(watchFrames)
      await app.open(modelOf(crowdOf({ tables: 9, columns: 3 })))
      await app.press('+', '+')
      await app.settled()
      await page.getByRole('button', { name: 'All documents' }).click()
      const choosing = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: 'Open a file…' }).click()
      const { write } = await import('../src/core/file')
      const file = {
        name: 'b.relata',
        mimeType: 'application/json',
        buffer: Buffer.from(write(modelOf(shop))),
      }
      await page.evaluate(() => {
        ;(window as unknown as { readonly frames: string[] }).frames.length = 0
      })
      await (await choosing).setFiles(file)
      await expect(app.table('orders')).toBeVisible()
      expect(await strayPlaces(app)).toEqual([])
    })
  })
}
