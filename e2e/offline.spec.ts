// Without a network, and with a newer build on the server.
import type { Page } from '@playwright/test'
import { App, expect, test as base } from './support/app'
import { dropFiles, importDialog } from './support/importing'
import { linkTo } from './support/links'
import { tableNames } from './support/model'
import { modelOf, shop } from './support/schemas'
import { openSite, type Site } from './support/site'

const test = base.extend<{ readonly site: Site }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs: nothing
  site: async ({}, use) => {
    const { end, ...site } = await openSite(4700)
    await use(site)
    await end()
  },
  baseURL: async ({ site }, use) => use(site.url),
})

test.use({ serviceWorkers: 'allow' })

/** Once every file of the build is kept, and the page is answered from them. */
async function kept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, {
    timeout: 30_000,
  })
}

const script = (page: Page) =>
  page.evaluate(() => document.querySelector<HTMLScriptElement>('script[type="module"]')?.src)

/** What an hour of waiting would do. */
const askForUpdate = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())

test('after the first visit everything works without a server, also what was never used before', async ({
  app,
  page,
  site,
}) => {
  const model = modelOf(shop)
  await app.open(model)
  await kept(page)
  await site.goAway()
  // Each of these starts a worker of its own for the first time.
  await app.canvas.focus()
  await app.press('Shift+L')
  await expect(page.getByRole('button', { name: 'Undo' })).toBeEnabled()
  await app.press('Control+e')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('radio', { name: 'PNG' }).click()
  await expect(dialog.getByRole('img')).toBeVisible()
  await app.press('Escape')
  await expect(dialog).toHaveCount(0)
  const text = 'CREATE TABLE parcels (id serial PRIMARY KEY, address jsonb NOT NULL);'
  await dropFiles(page, [{ name: 'parcels.sql', text }])
  await expect(importDialog(page).getByText('parcels').first()).toBeVisible({ timeout: 20_000 })
  await app.press('Escape')
  await expect(importDialog(page)).toHaveCount(0)

  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await page.reload()
  await page.getByRole('button', { name: /^shop/ }).click()
  await expect(app.table('orders')).toBeVisible()
  await page.goto(await linkTo(model))
  await expect(page.getByText('Read-only view')).toBeVisible()
  await page.goto(await linkTo(model, { page: 'embed.html' }))
  await expect(page.getByRole('link', { name: 'Open in Relata' })).toBeVisible()
})

test('a newer build waits for a word, eats nothing, and leaves other tabs as they are', async ({
  app,
  page,
  context,
  site,
}) => {
  await app.open(modelOf(shop))
  await kept(page)
  const other = new App(await context.newPage())
  await other.start()
  const older = await script(page)

  await site.deploy()
  await askForUpdate(page)
  const notice = page.getByText('A new version is ready.')
  await expect(notice).toBeVisible({ timeout: 30_000 })
  expect(await script(page)).toBe(older)

  // In the middle of an edit.
  await app.canvas.focus()
  await app.press('t')
  await app.typeTable('invoices', ['total'])
  await page.getByRole('button', { name: 'Reload to update' }).click()
  await expect.poll(() => script(page).catch(() => older), { timeout: 20_000 }).not.toBe(older)
  await page.getByRole('button', { name: /^shop/ }).click()
  await expect(app.table('invoices')).toBeVisible()
  await expect(notice).toHaveCount(0)

  // Nothing of its own build is on the server any more: it still starts its workers, and is told.
  expect(await script(other.page)).toBe(older)
  await expect(other.page.getByText('A new version of Relata is ready')).toBeVisible()
  await other.page.getByRole('button', { name: 'New document' }).click()
  await other.settled()
  await other.page.getByRole('tab', { name: 'SQL' }).click()
  await other.press('Control+Shift+v')
  await expect(importDialog(other.page)).toBeVisible()
  await importDialog(other.page).getByRole('textbox').first().fill('CREATE TABLE parcels (id integer);')
  await importDialog(other.page)
    .getByRole('button', { name: /Read|Preview|Next/ })
    .first()
    .click()
  await expect(importDialog(other.page).getByText('parcels').first()).toBeVisible({ timeout: 20_000 })
})

test('work that cannot be saved stops an update', async ({ app, page, site }) => {
  await app.open(modelOf(shop))
  await kept(page)
  await site.deploy()
  await askForUpdate(page)
  await expect(page.getByText('A new version is ready.')).toBeVisible({ timeout: 30_000 })
  await page.evaluate(() => {
    const refuse = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    IDBObjectStore.prototype.put = refuse
    IDBObjectStore.prototype.add = refuse
  })
  await app.canvas.focus()
  await app.press('t')
  await app.typeTable('invoices', ['total'])
  await expect(page.getByText(/Could not save/)).toBeVisible()
  await page.getByRole('button', { name: 'Reload to update' }).click()
  await expect(app.message(/^Not updated/)).toBeVisible()
  expect(tableNames(await app.saved())).toContain('invoices')
})

test('a file that the system opens with Relata is opened, and a script is imported', async ({ page }) => {
  await page.addInitScript(() => {
    const queue = {
      setConsumer: (consumer: (launch: object) => void) => {
        const { name, text } = JSON.parse(sessionStorage.getItem('launch') ?? '{}') as Record<string, string>
        const file = new File([text ?? ''], name ?? '')
        consumer({ files: [{ name, kind: 'file', getFile: () => Promise.resolve(file) }] })
      },
    }
    Object.defineProperty(window, 'launchQueue', { value: queue })
    if (!sessionStorage.getItem('launch')) {
      sessionStorage.setItem(
        'launch',
        JSON.stringify({ name: 'a.sql', text: 'CREATE TABLE parcels (id int);' }),
      )
    }
  })
  await page.goto('./')
  await expect(importDialog(page).getByText('parcels').first()).toBeVisible({ timeout: 20_000 })
})

test('what the system shows of Relata is there: icons, shortcuts, kinds of files', async ({ page, site }) => {
  await page.goto('./')
  const href = await page.locator('link[rel="manifest"]').getAttribute('href')
  const manifestUrl = new URL(href ?? '', site.url)
  const manifest = (await (await page.request.get(manifestUrl.href)).json()) as {
    readonly icons: readonly { readonly src: string }[]
    readonly shortcuts: readonly { readonly url: string }[]
    readonly file_handlers: readonly { readonly accept: Record<string, readonly string[]> }[]
  }
  for (const { src } of manifest.icons) {
    expect((await page.request.get(new URL(src, manifestUrl).href)).status(), src).toBe(200)
  }
  const kinds = manifest.file_handlers.flatMap(({ accept }) => Object.values(accept).flat())
  expect(kinds).toEqual(['.relata', '.dbml', '.sql'])
  await page.goto(new URL(manifest.shortcuts[0]?.url ?? '', site.url).href)
  await expect(new App(page).canvas).toBeVisible()
})
