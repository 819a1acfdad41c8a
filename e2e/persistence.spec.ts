// Nothing is lost: a reload, a second tab, a page that dies, a disk that is full, records that are damaged.
import type { BrowserContext, Page } from '@playwright/test'
import { burst, damage, endOfBurst, reopen, shopDrawn } from './support/keeping'
import { expectNoAxeViolations } from './fixtures'
import { App, expect, test } from './support/app'
import { tableNames } from './support/model'

const saved = (page: Page) => page.getByText('Saved', { exact: true })

async function another(context: BrowserContext, name = 'Untitled'): Promise<App> {
  const app = new App(await context.newPage())
  await app.page.goto('./')
  await reopen(app.page, name)
  return app
}

test('after a reload the document and its undo history are there', async ({ app, page }) => {
  await shopDrawn(app)
  const text = await app.savedText()
  await expect(saved(page)).toBeVisible()
  await page.reload()
  await reopen(page, 'Untitled')
  await expect(app.row('customers', 'email')).toBeVisible()
  expect(await app.savedText()).toBe(text)
  await app.press('Control+z')
  await expect(app.row('customers', 'email')).toHaveCount(0)
  await app.press('Control+y')
  expect(await app.savedText()).toBe(text)
})

test('a page that dies in a burst of edits loses none that is older than half a second', async ({
  context,
}) => {
  test.setTimeout(240_000)
  // Seeded, so that a failure can be seen again.
  let seed = 20_261_121
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
  let app = new App(await context.newPage())
  for (let round = 0; round < 10; round += 1) {
    await app.newDocument()
    const safe = await burst(app, { lives: 650 + random() * 500, isCrash: round % 2 === 0 })
    app = new App(await context.newPage())
    await app.page.goto('./')
    await reopen(app.page, 'Untitled')
    const kept = await endOfBurst(app)
    expect(kept, `round ${String(round)}: of what was older than half a second`).toBeGreaterThanOrEqual(safe)
  }
})

// Plain HTTP has no Web Locks: there the tabs ask each other.
for (const locks of ['with locks', 'without locks'] as const) {
  test(`two tabs, ${locks}: one writes, the other follows, takes over and gives back`, async ({
    app,
    context,
    page,
  }) => {
    test.slow()
    if (locks === 'without locks') {
      const hide = () => Object.defineProperty(Navigator.prototype, 'locks', { value: undefined })
      await context.addInitScript(hide)
    }
    await shopDrawn(app)
    await expect(saved(page)).toBeVisible()
    const second = await another(context)
    await expect(second.page.getByText('Open in another tab')).toBeVisible()
    await expect(second.table('customers')).toBeVisible()
    await second.canvas.focus()
    await second.press('t')
    await expect(second.page.getByRole('textbox', { name: 'Name of the table' })).toHaveCount(0)
    await expect(second.page.getByRole('toolbar', { name: 'Palette' })).toHaveCount(0)

    await app.doubleClick(await app.at(200, 320))
    await app.typeTable('orders', ['total'])
    await expect(second.row('orders', 'total')).toBeVisible()
    await app.canvas.focus()
    await app.press('Control+z')
    await expect(second.row('orders', 'total')).toHaveCount(0)

    // What is under way in the first tab is saved before the second one writes.
    await app.press('Control+y')
    await second.page.getByRole('button', { name: 'Edit here' }).click()
    await expect(second.page.getByRole('toolbar', { name: 'Palette' })).toBeVisible()
    await expect(page.getByText('Open in another tab')).toBeVisible()
    await expect(second.row('orders', 'total')).toBeVisible()
    await second.canvas.focus()
    await second.press('Control+z', 'Control+z')
    await expect(app.row('orders', 'total')).toHaveCount(0)
    await second.press('Control+y', 'Control+y')
    await expect(app.row('orders', 'total')).toBeVisible()

    await second.page.close()
    await expect(page.getByText('Open in another tab')).toHaveCount(0)
    await expect(page.getByRole('toolbar', { name: 'Palette' })).toBeVisible()
    await app.doubleClick(await app.at(500, 80))
    await app.typeTable('items', ['price'])
    expect(tableNames(await app.saved())).toEqual(['customers', 'items', 'orders'])
  })
}

test('a tab that hangs loses the document to one that asks for it, and keeps what it had', async ({
  app,
  context,
  page,
}) => {
  await shopDrawn(app)
  await expect(saved(page)).toBeVisible()
  const second = await another(context)
  await expect(second.page.getByText('Open in another tab')).toBeVisible()
  test.slow()
  // It hears nothing any more, and what it does reaches the disk only after the other one has written.
  await page.evaluate(() => {
    const self = window as unknown as { wake: () => void }
    const late = new Promise<void>((done) => (self.wake = done))
    let isAwake = false
    void late.then(() => (isAwake = true))
    // eslint-disable-next-line @typescript-eslint/unbound-method -- the proxy calls it with its own object
    IDBDatabase.prototype.transaction = new Proxy(IDBDatabase.prototype.transaction, {
      apply: (target, self: IDBDatabase, given: Parameters<IDBDatabase['transaction']>) => {
        if (!isAwake && given[1] === 'readwrite') throw new DOMException('asleep', 'TransactionInactiveError')
        return Reflect.apply(target, self, given)
      },
    })
    BroadcastChannel.prototype.postMessage = () => undefined
  })
  await app.doubleClick(await app.at(200, 320))
  await app.typeTable('mine', ['total'])
  await expect(page.getByText(/^Could not save/)).toBeVisible()
  await second.page.getByRole('button', { name: 'Edit here' }).click()
  await expect(second.page.getByRole('toolbar', { name: 'Palette' })).toBeVisible()
  await second.doubleClick(await second.at(200, 80))
  await second.typeTable('theirs', ['total'])
  await expect(saved(second.page)).toBeVisible()
  await page.evaluate(() => (window as unknown as { wake: () => void }).wake())
  const retry = page.getByRole('button', { name: 'Try again' })
  if (await retry.isVisible()) await retry.click()
  await expect(app.message('from another tab')).toBeVisible()
  await expect(app.table('theirs')).toBeVisible()
  await expect(app.table('mine')).toHaveCount(0)
  await app.menu('File', 'All documents')
  await page.getByRole('button', { name: /^Untitled \(from another tab\)/ }).click()
  await expect(app.table('mine')).toBeVisible()
})

test('a full disk is told, the work goes on, one click saves it to a file, another tries again', async ({
  app,
  page,
}) => {
  await shopDrawn(app)
  await expect(saved(page)).toBeVisible()
  await page.evaluate(() => {
    const self = window as unknown as { isFull: boolean }
    self.isFull = true
    // eslint-disable-next-line @typescript-eslint/unbound-method -- the proxy calls it with its own object
    IDBObjectStore.prototype.put = new Proxy(IDBObjectStore.prototype.put, {
      apply: (target, store: IDBObjectStore, given: Parameters<IDBObjectStore['put']>) => {
        if (self.isFull) throw new DOMException('full', 'QuotaExceededError')
        return Reflect.apply(target, store, given)
      },
    })
  })
  await app.doubleClick(await app.at(200, 320))
  await app.typeTable('orders', ['total'])
  await expect(page.getByText('Could not save: the browser has no room left')).toBeVisible()
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download' }).click()
  expect((await coming).suggestedFilename()).toBe('Untitled.relata')
  await page.evaluate(() => ((window as unknown as { isFull: boolean }).isFull = false))
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(saved(page)).toBeVisible()
  await page.reload()
  await reopen(page, 'Untitled')
  await expect(app.row('orders', 'total')).toBeVisible()
})

test('a document that the browser threw away while it was open goes back whole', async ({ app, page }) => {
  await shopDrawn(app)
  await expect(saved(page)).toBeVisible()
  await damage(page, { kind: 'evicted' })
  await app.doubleClick(await app.at(200, 320))
  await app.typeTable('orders', ['total'])
  await expect(app.message('The browser had thrown this document away')).toBeVisible()
  await expect(saved(page)).toBeVisible()
  await page.reload()
  await reopen(page, 'Untitled')
  expect(tableNames(await app.saved())).toEqual(['customers', 'orders'])
  await app.press('Control+z')
  await expect(app.row('orders', 'total')).toHaveCount(0)
})

test('a damaged log costs what was damaged and is told; a damaged snapshot costs its document only', async ({
  app,
  page,
}) => {
  test.slow()
  await shopDrawn(app)
  await expect(saved(page)).toBeVisible()
  // Reloaded without leaving it: its log still lies there.
  await damage(page, { kind: 'lastEntries', count: 1 })
  await page.reload()
  await reopen(page, 'Untitled')
  await expect(app.row('customers', 'name')).toBeVisible()
  await expect(app.row('customers', 'email')).toHaveCount(0)
  const lost = page.waitForEvent('download')
  await app.message('could not be read back').getByRole('button', { name: 'Save what was lost' }).click()
  expect((await lost).suggestedFilename()).toBe('Untitled remains.json')
  await app.doubleClick(await app.at(200, 320))
  await app.typeTable('orders', ['total'])
  await expect(saved(page)).toBeVisible()
  await app.menu('File', 'All documents')
  await app.newDocument()
  await app.doubleClick(await app.at(200, 80))
  await app.typeTable('other', ['name'])
  await app.menu('File', 'All documents')
  const cards = page.getByRole('button', { name: /^Untitled/ })
  await expect(cards).toHaveCount(2)

  await damage(page, { kind: 'snapshot', of: 'customers' })
  await page.reload()
  await cards.nth(1).click()
  const dialog = page.getByRole('dialog', { name: 'This document cannot be opened' })
  await expect(dialog).toBeVisible()
  const raw = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Save its raw data' }).click()
  expect((await raw).suggestedFilename()).toBe('Untitled records.json')
  await app.press('Escape')
  await cards.first().click()
  await expect(app.table('other')).toBeVisible()
})

test('where the browser keeps nothing, it says so from the first moment', async ({ app, context, page }) => {
  await context.addInitScript(() => {
    const refuse = {
      get: () => {
        throw new DOMException('no', 'SecurityError')
      },
    }
    Object.defineProperty(window, 'indexedDB', refuse)
    Object.defineProperty(window, 'localStorage', refuse)
    LockManager.prototype.request = () => Promise.reject(new DOMException('no', 'SecurityError'))
  })
  await shopDrawn(app)
  await expect(page.getByText('Kept until this window closes')).toBeVisible()
  expect(tableNames(await app.saved())).toEqual(['customers'])
  await app.press('Control+,')
  await expect(page.getByText('This window keeps nothing')).toBeVisible()
})

test('the browser is asked to keep the documents after the first work, not before', async ({
  app,
  context,
  page,
}) => {
  await context.addInitScript(() => {
    const self = window as unknown as { asked: number }
    self.asked = 0
    let isKept = false
    StorageManager.prototype.persist = () => {
      self.asked += 1
      isKept = true
      return Promise.resolve(true)
    }
    StorageManager.prototype.persisted = () => Promise.resolve(isKept)
  })
  const asked = () => page.evaluate(() => (window as unknown as { asked: number }).asked)
  await app.newDocument()
  expect(await asked()).toBe(0)
  await app.press('Control+,')
  await expect(page.getByText('the browser may delete your documents')).toBeVisible()
  await app.press('Escape')
  await app.doubleClick(await app.at(200, 80))
  await app.typeTable('customers', ['name'])
  await expect(saved(page)).toBeVisible()
  await expect.poll(asked).toBe(1)
  await app.press('Control+,')
  await expect(page.getByText('The browser keeps your documents until you delete them.')).toBeVisible()
  await expect(page.getByText(/ used of /)).toBeVisible()
})

test('versions: kept by name, compared in words, restored as a step, deleted and back, opened as a copy', async ({
  app,
  page,
}) => {
  test.slow()
  await shopDrawn(app)
  await app.menu('File', 'Versions…')
  const dialog = page.getByRole('dialog', { name: 'Versions' })
  await expect(dialog.getByText('No versions yet')).toBeVisible()
  await dialog.getByLabel('Keep this state as').fill('Before orders')
  await app.press('Enter')
  const kept = dialog.getByRole('button', { name: /^Before orders/ })
  await expect(kept).toBeVisible()
  await expect(kept.locator('svg path').first()).toBeAttached()
  await expect(dialog.getByText('Nothing differs')).toBeVisible()
  await expectNoAxeViolations(page)
  await app.press('Escape')

  await app.doubleClick(await app.at(200, 320))
  await app.typeTable('orders', ['total'])
  await app.press('Control+Shift+E')
  const changes = dialog.getByRole('tree', { name: 'What changed' })
  await expect(changes.getByRole('treeitem').filter({ hasText: 'ordersadded' })).toBeVisible()
  await expect(changes.getByText('columns id, total')).toBeVisible()
  await expect(changes.getByText('1 object added')).toBeVisible()

  await dialog.getByRole('button', { name: 'Delete this version' }).click()
  await expect(kept).toHaveCount(0)
  await app.message('Deleted the version Before orders').getByRole('button', { name: 'Undo' }).click()
  await expect(kept).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Only customers')
  await app.press('Enter')
  await expect(dialog.getByRole('button', { name: /^Only customers/ })).toBeVisible()

  await dialog.getByRole('button', { name: 'Restore' }).click()
  await expect(app.table('orders')).toHaveCount(0)
  await app.canvas.focus()
  await app.press('Control+z')
  await expect(app.table('orders')).toBeVisible()
  await app.press('Control+Shift+E')
  // What was there before the restoring was kept by itself.
  await expect(dialog.getByText(/^Kept by itself, 2 tables/)).toBeVisible()
  await dialog.getByRole('button', { name: /^Only customers/ }).click()
  await dialog.getByRole('button', { name: 'Open as a copy' }).click()
  await expect(page.getByRole('button', { name: /Untitled \(Only customers\)/ })).toBeVisible()
  await expect(app.table('customers')).toBeVisible()
  await expect(app.table('orders')).toHaveCount(0)
})
