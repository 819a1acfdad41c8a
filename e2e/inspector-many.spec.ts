// Many things changed by one step: columns of a table, tables of a document, relations between them.
import type { Locator, Page } from '@playwright/test'
import { expectNoAxeViolations } from './fixtures'
import { expect, test } from './support/app'
import { columnNamed, columnNames, tableNamed } from './support/model'
import { crowdOf, modelOf, shop } from './support/schemas'

const inspectorOf = (page: Page): Locator => page.getByRole('complementary', { name: 'Inspector' })
const cell = (page: Page, name: string): Locator =>
  inspectorOf(page).getByRole('gridcell', { name, exact: true })

test('twenty tables are edited at once, each change one undo', async ({ app, page }) => {
  test.slow()
  await app.open(modelOf(crowdOf({ tables: 20, columns: 3 })))
  await app.canvas.focus()
  await app.press('Control+a')
  const inspector = inspectorOf(page)
  await expect(inspector.getByRole('heading', { level: 2 })).toContainText('20 tables')
  await inspector.getByRole('textbox', { name: 'Add a column to all of them' }).fill('noted_at timestamptz')
  await page.keyboard.press('Enter')
  await inspector.getByRole('combobox', { name: 'Type of field_0 in 20 tables' }).fill('varchar(80)')
  await page.keyboard.press('Enter')
  await inspector.getByRole('textbox', { name: 'Tags' }).fill('audited')
  await page.keyboard.press('Enter')
  await expectNoAxeViolations(page)
  const after = await app.saved()
  for (const table of after.table.values()) {
    expect(table.tags).toEqual(['audited'])
    expect(columnNamed(table, 'noted_at').type.raw).toBe('timestamptz')
    expect(columnNamed(table, 'field_0').type.raw).toBe('varchar(80)')
  }
  for (let step = 0; step < 3; step++) await page.getByRole('button', { name: 'Undo' }).click()
  const back = await app.saved()
  expect([...back.table.values()].flatMap(({ tags }) => tags)).toEqual([])
  expect(columnNames(back, 'table_003')).not.toContain('noted_at')
  expect(columnNamed(tableNamed(back, 'table_003'), 'field_0').type.raw).toBe('text')
})

test('what differs among the chosen says so, and takes no colour for its own', async ({ app, page }) => {
  await app.open(modelOf(shop))
  await app.clickTable('orders')
  const inspector = inspectorOf(page)
  await inspector.getByRole('radio', { name: 'Teal' }).click()
  await inspector.getByRole('textbox', { name: 'Tags' }).fill('core')
  await page.keyboard.press('Enter')
  await app.canvas.focus()
  await app.press('Control+a')
  await expect(inspector.getByText('Colour (mixed)')).toBeVisible()
  await expect(inspector.getByRole('radio', { checked: true })).toHaveCount(0)
  await expect(inspector.getByRole('textbox', { name: 'Tags' })).toHaveAttribute('placeholder', 'Mixed')
  await expectNoAxeViolations(page)
})

test('several columns are chosen by keys, changed and deleted together', async ({ app, page }) => {
  await app.open(modelOf(shop))
  await app.clickTable('products')
  await cell(page, 'sku').click()
  await page.keyboard.press('Shift+ArrowDown')
  const many = inspectorOf(page).getByRole('region', { name: '2 columns' })
  await expect(many).toBeVisible()
  await expect(many.getByRole('combobox', { name: 'Type of 2 columns' })).toHaveAttribute(
    'placeholder',
    'Mixed',
  )
  await many.getByRole('combobox', { name: 'Type of 2 columns' }).fill('integer')
  await page.keyboard.press('Enter')
  await many.getByRole('checkbox', { name: 'May be empty (NULL)' }).click()
  await expectNoAxeViolations(page)
  const products = tableNamed(await app.saved(), 'products')
  expect(['sku', 'price'].map((name) => columnNamed(products, name).type.raw)).toEqual(['integer', 'integer'])
  expect(['sku', 'price'].map((name) => columnNamed(products, name).nullable)).toEqual([true, true])

  await cell(page, 'sku').click()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Delete')
  expect(columnNames(await app.saved(), 'products')).toEqual(['id'])
  await page.getByRole('button', { name: 'Undo' }).click()
  expect(columnNames(await app.saved(), 'products')).toEqual(['id', 'sku', 'price'])
})

test('a column is carried to another place by its handle', async ({ app, page }) => {
  await app.open(modelOf(shop))
  await app.clickTable('products')
  const row = (name: string) => inspectorOf(page).locator('[data-column]').filter({ hasText: name })
  await row('price').hover()
  const from = await row('price').boundingBox()
  const to = await row('id').boundingBox()
  if (!from || !to) throw new Error('the rows are not there')
  await app.drag({ x: from.x - 4, y: from.y + from.height / 2 }, { x: to.x + 20, y: to.y + 3 })
  expect(columnNames(await app.saved(), 'products')).toEqual(['price', 'id', 'sku'])
})

test('only what the database can hold is offered, and what is set already stays with a word', async ({
  app,
  page,
}) => {
  await app.open(modelOf(shop))
  await app.clickTable('orders')
  const inspector = inspectorOf(page)
  await inspector.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Policies' }).click()
  await inspector.getByRole('textbox', { name: 'Add policy' }).fill('own_rows')
  await page.keyboard.press('Enter')
  await inspector.getByRole('button', { name: /^own_rows/ }).click()
  await inspector.getByRole('combobox', { name: 'Add a role to own_rows' }).fill('CURRENT_USER')
  await page.keyboard.press('Enter')
  await expect(inspector.getByRole('group', { name: 'Roles of own_rows' })).toContainText('CURRENT_USER')
  await expectNoAxeViolations(page)

  await page.getByRole('combobox', { name: 'Target database' }).click()
  await page
    .getByRole('option', { name: /^SQLite/ })
    .first()
    .click()
  await page.getByRole('button', { name: /^Change to SQLite/ }).click()
  await expect(inspector.getByText('SQLite has no row-level security policies.')).toBeVisible()
  await app.clickTable('customers')
  await inspector.getByRole('button', { name: 'More', exact: true }).click()
  await expect(page.getByRole('menuitem', { name: 'Triggers' })).toBeVisible()
  await expect(page.getByRole('menuitem', { name: 'Policies' })).toHaveCount(0)
})

test('an inspector that cannot be fetched leaves the canvas and the work alone', async ({ app, page }) => {
  await page.route(/\/(assets\/inspector-[^/]*\.js|src\/panels\/inspector\/index\.ts)/, (route) =>
    route.abort(),
  )
  await app.open(modelOf(shop))
  await app.clickTable('orders')
  await expect(page.getByRole('alert').filter({ hasText: 'The inspector could not be loaded' })).toBeVisible()
  await app.moveTable('customers', { x: 40, y: 40 })
  await expect(page.getByRole('button', { name: 'Undo' })).toBeEnabled()
  expect((await app.saved()).table.size).toBe(4)
})
