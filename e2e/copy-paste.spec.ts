// Copies: within a document, into another one, in another tab.
import {
  cardinalityText,
  columnNames,
  keyNames,
  relationLike,
  relationTexts,
  tableNames,
} from './support/model'
import { App, expect, test } from './support/app'
import { modelOf, shop } from './support/schemas'

test('two tables and the line between them are copied within a document', async ({ app }) => {
  await app.open(modelOf(shop))
  await app.clickTable('customers')
  await app.clickTable('orders', ['Shift'])
  await app.press('Control+c', 'Control+v')
  await expect(app.table('orders_2')).toBeVisible()
  const schema = await app.saved()
  expect(tableNames(schema)).toEqual([
    'customers',
    'customers_2',
    'order_items',
    'orders',
    'orders_2',
    'products',
  ])
  expect(relationTexts(schema)).toContain('orders_2(customer_id) -> customers_2(id)')
  await app.press('Control+z')
  await expect(app.table('orders_2')).toHaveCount(0)
})

test('what is copied in one tab is pasted into another document in another tab', async ({ app, context }) => {
  await app.open(modelOf(shop))
  await app.clickTable('orders')
  await app.clickTable('order_items', ['Shift'])
  await app.press('Control+c')

  const other = new App(await context.newPage())
  await other.newDocument()
  await other.canvas.focus()
  await other.press('Control+v')
  await expect(other.table('orders')).toBeVisible()
  const schema = await other.saved()
  expect(tableNames(schema)).toEqual(['order_items', 'orders'])
  expect(columnNames(schema, 'order_items')).toEqual(['order_id', 'product_id', 'quantity'])
  expect(keyNames(schema, 'order_items')).toEqual(['order_id', 'product_id'])
  // The line to a table that did not come along stays behind.
  expect(relationTexts(schema)).toEqual(['order_items(order_id) -> orders(id)'])
  expect(cardinalityText(schema, relationLike(schema, 'order_items(order_id) -> orders(id)'))).toBe(
    '0..many to 1..1',
  )
})

test('cut moves, duplicate doubles', async ({ app }) => {
  await app.open(modelOf(shop))
  await app.clickTable('products')
  await app.press('Control+d')
  await expect(app.table('products_2')).toBeVisible()
  await app.press('Control+x')
  await expect(app.table('products_2')).toHaveCount(0)
  await expect(app.table('products')).toBeVisible()
  await app.press('Control+v')
  await expect(app.canvas.getByRole('group', { name: /^Table products/ })).toHaveCount(2)
})

test('delete takes away the whole selection, in one step', async ({ app }) => {
  await app.open(modelOf(shop))
  await app.clickTable('orders')
  await app.clickTable('products', ['Shift'])
  await app.press('Delete')
  await expect(app.table('orders')).toHaveCount(0)
  await expect(app.table('products')).toHaveCount(0)
  await expect(app.lines).toHaveCount(0)
  const schema = await app.saved()
  expect(tableNames(schema)).toEqual(['customers', 'order_items'])
  expect(schema.relation.size).toBe(0)
  await app.press('Control+z')
  await expect(app.lines).toHaveCount(3)
})

test('pasted lines of name and type become columns of the selected table', async ({ app, context, page }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await app.open(modelOf(shop))
  await app.clickTable('customers')
  await page.evaluate(() => navigator.clipboard.writeText('phone varchar(30)\ncity text\nis_vip boolean'))
  await app.press('Control+v')
  await expect(app.row('customers', 'is_vip')).toBeVisible()
  expect(columnNames(await app.saved(), 'customers')).toEqual([
    'id',
    'name',
    'email',
    'phone',
    'city',
    'is_vip',
  ])
})
