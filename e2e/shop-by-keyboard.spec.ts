// The same shop without a mouse: every step is a key.
import { expect, test, type App } from './support/app'
import { expectNoOverlap } from './support/geometry'
import { lineEndsIn } from './support/lines'
import {
  cardinalityText,
  columnNamed,
  columnNames,
  keyNames,
  placementNamed,
  relationLike,
  relationTexts,
  tableNamed,
  tableNames,
} from './support/model'

const field = (app: App, name: string) => app.canvas.getByRole('textbox', { name })

async function drawTables(app: App): Promise<void> {
  await app.press('t')
  await app.typeTable('customers', ['name', 'email text', 'created_at'])
  await app.press('t')
  await app.typeTable('products', ['sku varchar(20)', 'name', 'price'])
  await app.press('t')
  await app.typeTable('categories', ['name'])
  await app.press('t')
  await app.typeTable('orders', ['placed_at', 'is_paid'])
}

/** R ties what is selected to what one flies to. */
async function relate(app: App, from: string, to: string): Promise<void> {
  await app.search(from)
  await expect(app.said).toContainText(`Table ${from}`)
  await app.press('r')
  await expect(app.said).toContainText('Choose the second table')
  await app.search(to)
  await app.press('Enter')
}

async function tie(app: App): Promise<void> {
  await test.step('R, the other table, Enter', async () => {
    await relate(app, 'customers', 'orders')
    await expect(app.line('orders references customers through customer_id')).toBeVisible()
  })
  await test.step('many to many makes the table in between', async () => {
    await app.search('orders')
    await app.search('Draw a many-to-many relation')
    await app.search('products')
    await app.press('Enter')
    await expect(app.table('order_products')).toBeVisible()
    await app.press('F2')
    await app.typeInto('Name of the table', 'order_items')
    await app.press('Enter')
    await app.search('Add column')
    await app.typeInto('Name of column', 'quantity')
    await app.press('Enter')
    await expect(app.row('order_items', 'quantity')).toBeVisible()
  })
  await test.step('a column that names a table offers the relation; Ctrl+Enter takes it', async () => {
    await app.press('t')
    await app.typeInto('Name of the table', 'product_categories')
    await app.press('Enter')
    await expect(field(app, 'Name of the new column')).toBeFocused()
    for (const [column, table] of [
      ['product_id', 'products'],
      ['category_id', 'categories'],
    ] as const) {
      await app.type(column)
      await app.press('Enter')
      await expect(app.canvas.getByRole('button', { name: table })).toBeVisible()
      await app.press('Control+Enter')
      await expect(app.line(`product_categories references ${table} through ${column}`)).toBeVisible()
    }
    await app.press('Escape')
  })
}

test('a shop of five tables and a junction is designed with the keyboard', async ({ app, page }) => {
  test.setTimeout(60_000)
  await app.start()
  await app.press('Tab', 'Enter')
  await app.settled()
  await drawTables(app)
  await tie(app)

  await test.step('moved by the arrow keys, arranged by Shift+L', async () => {
    await app.search('customers')
    const before = placementNamed(await app.saved(), 'customers')
    await app.press('ArrowRight', 'ArrowDown')
    const { x, y } = placementNamed(await app.saved(), 'customers')
    expect([x - before.x, y - before.y]).toEqual([8, 8])
    await app.press('Shift+L')
    await expect.poll(async () => placementNamed(await app.saved(), 'customers').x).not.toBe(x)
    await app.press('1')
  })

  const schema = await app.saved()
  const names = ['categories', 'customers', 'order_items', 'orders', 'product_categories', 'products']
  expect(tableNames(schema)).toEqual(names)
  expectNoOverlap(schema)
  expect(relationTexts(schema)).toEqual([
    'order_items(order_id) -> orders(id)',
    'order_items(product_id) -> products(id)',
    'orders(customer_id) -> customers(id)',
    'product_categories(category_id) -> categories(id)',
    'product_categories(product_id) -> products(id)',
  ])
  expect(columnNames(schema, 'customers')).toEqual(['id', 'name', 'email', 'created_at'])
  expect(keyNames(schema, 'order_items')).toEqual(['order_id', 'product_id'])
  const text = 'orders(customer_id) -> customers(id)'
  expect(cardinalityText(schema, relationLike(schema, text))).toBe('0..many to 1..1')
  // What the name suggests: a moment that is never empty and is now by itself.
  const created = columnNamed(tableNamed(schema, 'customers'), 'created_at')
  expect(created).toMatchObject({ nullable: false, default: { parts: ['now()'] } })
  expect(await lineEndsIn(app)).toEqual([])
  await expect(page.getByText('6 tables')).toBeVisible()
})

test('what one types follows the keys at once, however fast', async ({ app }) => {
  await app.newDocument()
  await app.press('t')
  await expect(field(app, 'Name of the table')).toBeFocused()
  // Not a moment between the keys: each letter belongs to the field that the key before it opened.
  const keys = 'users⏎email⇥text⏎created_at⇥⏎is_admin⏎'
  for (const key of keys) await app.press({ '⏎': 'Enter', '⇥': 'Tab' }[key] ?? key)
  await app.press('Escape')
  await expect(app.row('users', 'is_admin')).toBeVisible()
  const users = tableNamed(await app.saved(), 'users')
  expect(users.columns.map(({ name, type }) => `${name} ${type.raw}`)).toEqual([
    'id bigint',
    'email text',
    'created_at timestamptz',
    'is_admin boolean',
  ])
  // Tab to the suggested type and Enter says no more than Enter alone.
  expect(columnNamed(users, 'created_at')).toMatchObject({ nullable: false, default: { parts: ['now()'] } })
})
