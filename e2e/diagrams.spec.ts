// Several diagrams over the one model.
import { relationTexts, tableNames } from './support/model'
import { expect, test, type App } from './support/app'
import { modelOf, shop } from './support/schemas'
import type { Locator } from '@playwright/test'
import type { Point } from '../src/core/model/records'

const list = (app: App): Locator => app.page.getByRole('tree', { name: 'Diagrams' })
const entry = (app: App, name: string): Locator =>
  list(app)
    .getByRole('treeitem')
    .filter({ has: app.page.getByText(name, { exact: true }) })

const tab = async (app: App, name: 'Outline' | 'Diagrams') => {
  await app.page.getByRole('tab', { name }).click()
}

async function newDiagram(app: App, name: string): Promise<void> {
  await tab(app, 'Diagrams')
  await app.page.getByRole('button', { name: 'New diagram' }).click()
  await expect(app.page.getByRole('textbox', { name: 'Name of the diagram' })).toBeFocused()
  await app.type(name)
  await app.press('Enter')
  await expect(entry(app, name)).toBeVisible()
}

const order = async (app: App): Promise<readonly string[]> =>
  (await list(app).getByRole('treeitem').allInnerTexts()).map((text) => text.split('\n')[0] ?? '')

async function rowMenu(app: App, name: string, item: string): Promise<void> {
  await entry(app, name)
    .getByRole('button', { name: `Actions for ${name}` })
    .click()
  await app.page.getByRole('menuitem', { name: item }).click()
}

/** By the hand: a row of the outline is dragged onto the canvas. */
async function dragIn(app: App, table: string, to: Point): Promise<void> {
  await tab(app, 'Outline')
  await app.outlineRow(table).dragTo(app.canvas, { targetPosition: to })
  await expect(app.table(table)).toBeVisible()
}

test('diagrams are made, named, put in order and deleted', async ({ app, page }) => {
  await app.open(modelOf(shop))
  await newDiagram(app, 'Billing')
  await newDiagram(app, 'Stock')
  expect(await order(app)).toEqual(['Main', 'Billing', 'Stock'])
  await rowMenu(app, 'Stock', 'Move up')
  await expect.poll(() => order(app)).toEqual(['Main', 'Stock', 'Billing'])

  await rowMenu(app, 'Stock', 'Rename')
  await expect(page.getByRole('textbox', { name: 'Name of the diagram' })).toBeFocused()
  await app.type('Warehouse')
  await app.press('Enter')
  await expect.poll(() => order(app)).toEqual(['Main', 'Warehouse', 'Billing'])

  await rowMenu(app, 'Billing', 'Delete')
  await expect.poll(() => order(app)).toEqual(['Main', 'Warehouse'])
  expect(tableNames(await app.saved())).toEqual(['customers', 'order_items', 'orders', 'products'])
})

test('a table is dragged from the outline into a second diagram and is shown in both', async ({ app }) => {
  await app.open(modelOf(shop))
  await expect(app.table('orders')).toBeVisible()
  await newDiagram(app, 'Billing')
  await expect(app.table('orders')).toHaveCount(0)
  await dragIn(app, 'orders', { x: 620, y: 160 })
  await dragIn(app, 'customers', { x: 300, y: 160 })
  await expect(app.line('orders references customers through customer_id')).toBeVisible()

  await app.clickTable('orders')
  await app.press('F2')
  await app.type('invoices')
  await app.press('Enter')
  await tab(app, 'Diagrams')
  await entry(app, 'Main').click()
  await expect(app.table('invoices')).toBeVisible()
  await expect(app.table('products')).toBeVisible()
})

test('a table that is taken out of one diagram stays in the model and in the other', async ({ app }) => {
  await app.open(modelOf(shop))
  await newDiagram(app, 'Billing')
  await dragIn(app, 'orders', { x: 620, y: 160 })
  await app.clickTable('orders')
  await app.press('Shift+Delete')
  await expect(app.table('orders')).toHaveCount(0)
  await expect(app.page.getByRole('button', { name: 'Show orders in this diagram' })).toBeVisible()
  const schema = await app.saved()
  expect(relationTexts(schema)).toContain('orders(customer_id) -> customers(id)')
  await tab(app, 'Diagrams')
  await entry(app, 'Main').click()
  await expect(app.table('orders')).toBeVisible()
})
