// A shop, designed with the mouse; only names are typed.
import { boxOf, expect, test, type App } from './support/app'
import { along, lineEndsIn } from './support/lines'
import {
  cardinalityText,
  columnNames,
  keyNames,
  placementNamed,
  relationLike,
  relationTexts,
  tableNamed,
  tableNames,
} from './support/model'

/** Where there is room: the docks at both sides leave the middle. */
async function drawTables(app: App): Promise<void> {
  await app.dragTool('Table', await app.at(180, 60))
  await app.typeTable('customers', ['name', 'email text', 'created_at'])
  await app.doubleClick(await app.at(430, 60))
  await app.typeTable('orders', ['placed_at', 'is_paid'])
  await app.tool('Table').click()
  await app.click(await app.at(520, 440))
  await app.typeTable('products', ['sku varchar(20)', 'name', 'price'])
  await app.doubleClick(await app.at(180, 440))
  await app.typeTable('categories', ['name'])
}

async function tie(app: App): Promise<void> {
  await test.step('from a column to a table makes the column of the foreign key', async () => {
    await app.connect({ table: 'customers', column: 'id' }, { table: 'orders' })
    await expect(app.line('orders references customers through customer_id')).toBeVisible()
  })
  await test.step('a tool dropped on the first table, then the second, makes the table in between', async () => {
    await app.dragTool('Many to many', await app.header('orders'))
    await app.click(await app.header('products'))
    await expect(app.table('order_products')).toBeVisible()
  })
  await test.step('a sketch, resolved by its menu', async () => {
    await app.connect({ table: 'products', side: 'left' }, { table: 'categories' }, { holding: ['Alt'] })
    const sketch = app.line('products relates to categories')
    await expect(sketch).toBeVisible()
    await app.choose(await along(sketch, 0.5), 'Turn the sketched relation into columns')
    await expect(app.table('product_categories')).toBeVisible()
    await expect(sketch).toHaveCount(0)
  })
}

/** The table in between is an entity of its own: it gets its name and what it says more. */
async function nameItems(app: App): Promise<void> {
  await app.doubleClick(await app.header('order_products'))
  await app.typeInto('Name of the table', 'order_items')
  await app.press('Enter')
  await app.clickTable('order_items')
  await app.table('order_items').getByRole('button', { name: 'Add column' }).click()
  await app.typeColumns(['quantity'])
}

async function dress(app: App): Promise<void> {
  await app.choose(await app.header('customers'), 'Colour', 'Colour teal')
  const { x, y } = await boxOf(app.table('orders'))
  await app.moveTable('orders', { x: -40, y: 30 }, { holding: ['Alt'] })
  const moved = await boxOf(app.table('orders'))
  expect([Math.round(moved.x - x), Math.round(moved.y - y)]).toEqual([-40, 30])
  // A frame around the two tables at the top: they stand wholly in it.
  await app.dragTool('Subject area', await app.at(300, 34))
  await app.typeInto('Name of the subject area', 'Sales')
  await app.press('Enter')
  await expect(app.area('Sales')).toBeVisible()
}

test('a shop of five tables is designed with the mouse', async ({ app, page }) => {
  test.setTimeout(60_000)
  await app.newDocument()
  await drawTables(app)
  await tie(app)
  await nameItems(app)
  await dress(app)

  const names = ['categories', 'customers', 'order_items', 'orders', 'product_categories', 'products']
  for (const name of names) await expect(app.outlineRow(name)).toHaveCount(1)
  await expect(app.table('orders')).toHaveAccessibleName('Table orders, 4 columns, 2 relations')
  await expect(app.lines).toHaveCount(5)
  await expect(page.getByText('6 tables')).toBeVisible()
  await expect(page.getByText('5 relations')).toBeVisible()

  const schema = await app.saved()
  expect(tableNames(schema)).toEqual(names)
  expect(columnNames(schema, 'customers')).toEqual(['id', 'name', 'email', 'created_at'])
  expect(columnNames(schema, 'orders')).toEqual(['id', 'placed_at', 'is_paid', 'customer_id'])
  expect(keyNames(schema, 'order_items')).toEqual(['order_id', 'product_id'])
  expect(columnNames(schema, 'order_items')).toEqual(['order_id', 'product_id', 'quantity'])
  expect(keyNames(schema, 'product_categories')).toEqual(['product_id', 'category_id'])
  expect(relationTexts(schema)).toEqual([
    'order_items(order_id) -> orders(id)',
    'order_items(product_id) -> products(id)',
    'orders(customer_id) -> customers(id)',
    'product_categories(category_id) -> categories(id)',
    'product_categories(product_id) -> products(id)',
  ])
  const placed = relationLike(schema, 'orders(customer_id) -> customers(id)')
  expect(cardinalityText(schema, placed)).toBe('0..many to 1..1')
  expect(placementNamed(schema, 'customers').color).toBe('teal')
  const [sales] = schema.group.values()
  expect(sales?.name).toBe('Sales')
  const members = [...schema.table.values()].filter(({ group }) => group === sales?.id)
  expect(members.map(({ name }) => name).sort()).toEqual(['customers', 'orders'])
  expect(tableNamed(schema, 'products').columns[1]?.type.raw).toBe('varchar(20)')
  expect(await lineEndsIn(app)).toEqual([])
})
