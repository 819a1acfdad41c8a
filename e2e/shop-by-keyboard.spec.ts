// The same shop without a mouse: every step is a key.
import { expect, test, type App } from './support/app'
import { cardinalityText, columnNames, columnNamed, keyNames, relationLike, relationTexts, tableNamed, tableNames } from './support/model'

/** R ties what is selected to what one walks or flies to. */
async function relate(app: App, from: string, to: string): Promise<void> {
  await app.search(from)
  await expect(app.said).toContainText(`Table ${from}`)
  await app.press('r')
  await expect(app.said).toContainText('Choose the second table')
  await app.search(to)
  await app.press('Enter')
}

test('a shop of five tables is designed with the keyboard', async ({ app, page }) => {
  await test.step('open', async () => {
    await app.start()
    await app.press('Tab', 'Enter')
    await expect(app.canvas).toBeVisible()
  })

  await test.step('tables, as fast as text', async () => {
    await app.press('t')
    await app.typeTable('customers', ['name', 'email text', 'created_at'])
    await app.press('Escape', 't')
    await app.typeTable('products', ['sku varchar(20)', 'name', 'price'])
    await app.press('Escape', 't')
    await app.typeTable('categories', ['name'])
    await app.press('Escape', 't')
    await app.typeTable('orders', ['placed_at', 'is_paid'])
    await app.press('Escape', 't')
    await app.typeTable('order_items', ['quantity'])
  })

  await test.step('relations', async () => {
    await relate(app, 'customers', 'orders')
    await expect(app.line('orders references customers through customer_id')).toBeVisible()
    await relate(app, 'orders', 'order_items')
    await expect(app.line('order_items references orders through order_id')).toBeVisible()
    await relate(app, 'products', 'order_items')
    await expect(app.line('order_items references products through product_id')).toBeVisible()
  })

  await test.step('arranged and saved', async () => {
    await app.press('Shift+L')
    await expect(page.getByText('Arrange the diagram')).toHaveCount(0)
  })
  const schema = await app.saved()
  expect(tableNames(schema)).toEqual(['categories', 'customers', 'order_items', 'orders', 'products'])
  console.log(JSON.stringify(relationTexts(schema)), columnNames(schema, 'customers'), columnNamed(tableNamed(schema, 'customers'), 'created_at'), keyNames(schema, 'order_items'), cardinalityText(schema, relationLike(schema, relationTexts(schema)[0] ?? '')))
})
