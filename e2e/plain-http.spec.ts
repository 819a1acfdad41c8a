// A page that came over plain HTTP has no service worker, no Web Locks, no WebCrypto and no clipboard of the newer kind:
// each has a way out, and each says so where there is none.
import { browserFlags, presentBrowser } from './run/browser.mjs'
import { App, expect, test as base } from './support/app'
import { linkTo } from './support/links'
import { modelOf, shop } from './support/schemas'

const executablePath = presentBrowser()
const host = 'relata.test'

const test = base.extend({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs: nothing
  baseURL: async ({}, use) => {
    const url = new URL(process.env['RELATA_URL'] ?? '')
    url.hostname = host
    await use(url.href)
  },
})

test.use({
  serviceWorkers: 'allow',
  launchOptions: {
    args: [...browserFlags, `--host-resolver-rules=MAP ${host} 127.0.0.1`],
    ...(executablePath === undefined ? {} : { executablePath }),
  },
})

test('over plain HTTP one draws, shares and copies, and a second tab only reads', async ({
  app,
  page,
  context,
}) => {
  await app.open(modelOf(shop))
  expect(
    await page.evaluate(() => [isSecureContext, 'locks' in navigator, 'clipboard' in navigator]),
  ).toEqual([false, false, false])
  await app.canvas.focus()
  await app.press('t')
  await app.typeTable('invoices', ['total'])
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()

  await page.getByRole('button', { name: 'Share', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Share a link' })
  await expect(dialog.getByRole('textbox', { name: 'Passphrase' })).toBeDisabled()
  await expect(dialog.getByText(/encrypt only on pages that came over HTTPS/)).toBeVisible()
  await expect(dialog.getByRole('textbox', { name: 'Link' })).toHaveValue(/#view=1\./)
  await dialog.getByRole('button', { name: 'Copy link' }).click()
  await expect(dialog.getByText('Copied')).toBeVisible()
  await app.press('Escape')
  await expect(dialog).toHaveCount(0)

  await app.press('Control+e')
  const exporting = page.getByRole('dialog', { name: 'Export' })
  await exporting.getByRole('radio', { name: 'SQL' }).click()
  await exporting.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(exporting.getByText('Copied')).toBeVisible()
  await app.press('Escape')

  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Help' }).click()
  const install = page.getByRole('menuitem', { name: /Install Relata/ })
  await expect(install).toHaveAttribute('aria-disabled', 'true')
  await app.press('Escape', 'Escape')

  const second = new App(await context.newPage())
  await second.start()
  await second.page.getByRole('button', { name: /^shop/ }).click()
  await expect(second.page.getByText('Open in another tab')).toBeVisible()
})

test('over plain HTTP a link with a passphrase says why it cannot be opened', async ({ page }) => {
  await page.goto(await linkTo(modelOf(shop), { passphrase: 'x' }))
  await page.getByRole('textbox', { name: 'Passphrase' }).fill('x')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/decrypt only on pages that came over HTTPS/)).toBeVisible()
})
