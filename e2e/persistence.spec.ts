// Nothing is lost: a reload, a second tab, a page that dies.
import { App, expect, test } from './support/app'
import { tableNames } from './support/model'
import type { Page } from '@playwright/test'

/** Addresses do not name the document: one comes back to it by the list. */
async function reopen(page: Page, name: string): Promise<void> {
  const app = new App(page)
  await expect(app.canvas.or(page.getByRole('button', { name: 'New document' })).first()).toBeVisible()
  if (await app.canvas.isVisible()) return
  await page
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .first()
    .click()
  await expect(app.canvas).toBeVisible()
}

async function draw(app: App): Promise<void> {
  await app.newDocument()
  await app.doubleClick(await app.at(200, 80))
  await app.typeTable('customers', ['name', 'email'])
}

test('after a reload the document and its undo history are there', async ({ app, page }) => {
  await draw(app)
  const text = await app.savedText()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await page.reload()
  await reopen(page, 'Untitled')
  await expect(app.row('customers', 'email')).toBeVisible()
  expect(await app.savedText()).toBe(text)
  await app.press('Control+z')
  await expect(app.row('customers', 'email')).toHaveCount(0)
  await app.press('Control+y')
  expect(await app.savedText()).toBe(text)
})

test('a second tab reads along, says so, and writes once the first is gone', async ({
  app,
  context,
  page,
}) => {
  await draw(app)
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  const second = new App(await context.newPage())
  await second.page.goto('./')
  await reopen(second.page, 'Untitled')
  await expect(second.page.getByText('Open in another tab')).toBeVisible()
  await expect(second.table('customers')).toBeVisible()
  await second.canvas.focus()
  await second.press('t')
  await expect(second.page.getByRole('textbox', { name: 'Name of the table' })).toHaveCount(0)
  await expect(second.page.getByRole('toolbar', { name: 'Palette' })).toHaveCount(0)

  await page.close()
  await expect(second.page.getByText('Open in another tab')).toHaveCount(0)
  await expect(second.page.getByRole('toolbar', { name: 'Palette' })).toBeVisible()
  await second.canvas.focus()
  await second.press('t')
  await second.typeTable('orders', ['total'])
  expect(tableNames(await second.saved())).toEqual(['customers', 'orders'])
})

test('an edit is there half a second later, even when the page dies', async ({ app, context, page }) => {
  await draw(app)
  await expect(app.row('customers', 'email')).toBeVisible()
  // The promise is about time: what is older than this must never be lost.
  await page.waitForTimeout(500)
  await page.close({ runBeforeUnload: false })
  const next = new App(await context.newPage())
  await next.page.goto('./')
  await reopen(next.page, 'Untitled')
  await expect(next.row('customers', 'email')).toBeVisible()
})
