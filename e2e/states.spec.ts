// What one sees when there is nothing, when something is missing, and when something breaks.
import type { Page } from '@playwright/test'
import { expect, test } from './support/app'
import { modelOf, shop } from './support/schemas'

const heading = (page: Page, name: string) => page.getByRole('heading', { name })

test('a double-click on the words of an empty canvas does what they say', async ({ app, page }) => {
  await app.newDocument()
  const box = await heading(page, 'Draw your first table').boundingBox()
  await app.doubleClick({ x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 10 })
  await app.typeTable('customers', ['name'])
  await expect(app.row('customers', 'name')).toBeVisible()
})

test('another diagram offers the tables that are there: one by its name, or all at once', async ({
  app,
  page,
}) => {
  await app.open(modelOf({ ...shop, diagrams: ['Billing'] }))
  await app.press('PageDown')
  await expect(heading(page, 'Nothing in this diagram yet')).toBeVisible()
  await page.getByRole('combobox', { name: 'Find a table to bring in' }).click()
  await app.type('prod')
  await app.press('Enter')
  await expect(app.table('products')).toBeVisible()
  await expect(app.table('orders')).toHaveCount(0)
  await app.canvas.focus()
  await app.press('Control+z')
  await page.getByRole('button', { name: 'Add all 4 tables' }).click()
  await expect(app.table('orders')).toBeVisible()
  await expect(app.table('products')).toBeVisible()
  await app.press('Control+z')
  await expect(heading(page, 'Nothing in this diagram yet')).toBeVisible()
})

test('a diagram whose tables are all hidden says so and brings them back', async ({ app, page }) => {
  await app.open(modelOf(shop))
  await app.press('Control+a', 'h')
  await expect(heading(page, 'Everything here is hidden')).toBeVisible()
  await page.getByRole('button', { name: 'Show everything' }).click()
  await expect(app.table('orders')).toBeVisible()
})

test('where the browser keeps nothing one is told kindly, and can work all the same', async ({
  app,
  page,
}) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError')
    }
    Object.defineProperty(window, 'indexedDB', { get: refuse })
    Object.defineProperty(window, 'localStorage', { get: refuse })
  })
  await app.open(modelOf(shop))
  await expect(page.getByRole('banner')).toContainText('Kept until this window closes')
  await app.press('Control+,')
  await page.getByRole('radio', { name: 'Dark' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await app.press('Escape')
  await page.getByRole('button', { name: 'All documents' }).click()
  await expect(page.getByText('This window keeps nothing')).toBeVisible()
  await expect(page.getByRole('button', { name: /^shop/ })).toBeVisible()
})

const breakRecord = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('relata')
    opening.onerror = () => reject(new Error('no database'))
    opening.onsuccess = () => {
      const db = opening.result
      const transaction = db.transaction([...db.objectStoreNames], 'readwrite')
      let count = 0
      for (const name of db.objectStoreNames) {
        transaction.objectStore(name).openCursor().onsuccess = (event) => {
          const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result
          if (!cursor) return
          const value = cursor.value as { text?: unknown }
          if (typeof value.text === 'string') {
            count++
            cursor.update({ ...value, text: '{ broken' })
          }
          cursor.continue()
        }
      }
      transaction.oncomplete = () => {
        db.close()
        resolve(count)
      }
    }
  })

test('a document that cannot be read stays as it is, says why, and gives its text', async ({ app, page }) => {
  await app.open(modelOf(shop))
  await page.getByRole('button', { name: 'All documents' }).click()
  await expect(heading(page, 'Your documents')).toBeVisible()
  expect(await page.evaluate(breakRecord)).toBeGreaterThan(0)
  await page.getByRole('button', { name: /^shop/ }).click()
  const dialog = page.getByRole('dialog', { name: 'This document cannot be opened' })
  await expect(dialog.getByText(/shop is damaged/)).toBeVisible()
  const coming = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Save its raw data' }).click()
  expect((await coming).suggestedFilename()).toBe('shop records.json')
  await dialog.getByRole('button', { name: 'Close' }).first().click()
  await expect(heading(page, 'Your documents')).toBeVisible()
})

test('a panel that breaks leaves the canvas and the work alone, and tells nothing of the schema', async ({
  app,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.route(/assets\/inspector-.*\.js/, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: "throw new Error('column customers.secret')" }),
  )
  await app.open(modelOf(shop))
  await app.clickTable('orders')
  const fault = page.getByRole('alert').filter({ hasText: 'The inspector stopped working' })
  await expect(fault).toBeVisible()
  await fault.getByRole('button', { name: 'Copy details' }).click()
  await expect(fault.getByRole('button', { name: 'Copied' })).toBeVisible()
  const details = await page.evaluate(() => navigator.clipboard.readText())
  expect(details).toContain('The inspector: Error')
  expect(details).not.toContain('secret')
  await app.moveTable('orders', { x: 0, y: 60 })
  await app.press('Delete')
  await expect(app.table('orders')).toHaveCount(0)
})

test('a panel that could not be fetched comes with the next try, and so does a dialog', async ({
  app,
  page,
}) => {
  let isDown = true
  await page.route(/assets\/(?:inspector|shortcuts)-.*\.js/, (route) =>
    isDown ? route.abort() : route.continue(),
  )
  await app.open(modelOf(shop))
  await app.clickTable('orders')
  const panel = page.getByRole('alert').filter({ hasText: 'The inspector could not be loaded' })
  await panel.getByRole('button', { name: 'Try again' }).click()
  await expect(panel).toBeVisible()
  await app.canvas.focus()
  await app.press('?')
  const dialog = page.getByRole('alert').filter({ hasText: 'What was opened could not be loaded' })
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(dialog).toHaveCount(0)
  // The canvas has its keys again.
  await app.canvas.focus()
  await app.press('Control+Shift+A')
  await expect(panel).toHaveCount(0)

  isDown = false
  await app.clickTable('orders')
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('orders')
  await app.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
})

test('after a moment every panel and dialog opens without a network, and work goes on', async ({
  app,
  page,
  context,
}) => {
  await app.open(modelOf(shop))
  // The last of the pieces that come in quiet moments.
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => /assets\/shortcuts-/.test(name)),
  )
  await context.setOffline(true)
  await app.search('orders')
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toBeVisible()
  for (const [keys, name] of [
    ['Control+,', 'Settings'],
    ['?', 'Keyboard shortcuts'],
    ['Control+e', 'Export'],
  ] as const) {
    await app.canvas.focus()
    await app.press(keys)
    await expect(page.getByRole('dialog', { name })).toBeVisible()
    await app.press('Escape')
    // Where one was before is where one is again.
    await expect(app.canvas).toBeFocused()
  }
  for (const tab of ['Outline', 'Diagrams', 'SQL', 'History']) {
    await page.getByRole('tab', { name: tab }).click()
    await expect(page.getByRole('tabpanel', { name: tab })).not.toBeEmpty()
  }
  await app.clickTable('orders')
  await app.press('Delete')
  await expect(app.table('orders')).toHaveCount(0)
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0)
  await expect(page.getByRole('banner').getByText('Saved', { exact: true })).toBeVisible()
})
