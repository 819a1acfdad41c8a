// A shop, designed with the mouse; only names are typed.
import { expect, test, type App } from './support/app'
import { cardinalityText, columnNames, keyNames, placementNamed, relationLike, relationTexts, tableNamed, tableNames } from './support/model'

async function drawTables(app: App): Promise<void> {
  await app.dragTool('Table', await app.at(200, 80))
  await app.typeTable('customers', ['name', 'email text', 'created_at'])
  await app.doubleClick(await app.at(560, 80))
  await app.typeTable('orders', ['placed_at', 'is_paid'])
  await app.tool('Table').click()
  await app.click(await app.at(560, 420))
  await app.typeTable('products', ['sku varchar(20)', 'name', 'price'])
  await app.doubleClick(await app.at(200, 420))
  await app.typeTable('categories', ['name'])
}

test('a shop of five tables is designed with the mouse', async ({ app, page }) => {
  await app.newDocument()
  await drawTables(app)

  await test.step('from a column to a table makes the column of the foreign key', async () => {
    await app.connect({ table: 'customers', column: 'id' }, { table: 'orders' })
    await expect(app.line('orders references customers through customer_id')).toBeVisible()
  })
})
