// Living with a schema that is larger than the eye: the way between two tables, neighbours step by step, names put out of
// sight, areas in one click.
import { tableNames } from './support/model'
import { expect, test, type App } from './support/app'
import { expectNoOverlap } from './support/geometry'
import { modelOf } from './support/schemas'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

const columns = ['id', 'parent_id bigint', 'other_id bigint']

/** Only customers has a place; shelves hang together with nothing. */
const chain = () =>
  modelOf({
    tables: [
      { name: 'customers', columns, at: [40, 40] },
      { name: 'orders', columns },
      { name: 'order_items', columns },
      { name: 'products', columns },
      { name: 'shelves', columns },
    ],
    relations: [
      'orders.parent_id > customers.id',
      'order_items.parent_id > orders.id',
      'order_items.other_id > products.id',
    ],
  })

const undo = (app: App) => app.page.getByRole('button', { name: 'Undo' })

test('the way between two tables is found, its query runs elsewhere, and the canvas shows it', async ({
  app,
  page,
}) => {
  await app.open(chain())
  await app.press('j')
  const dialog = page.getByRole('dialog', { name: 'The way between two tables' })
  await expect(dialog.getByText('Choose two tables')).toBeVisible()
  await expect(dialog.getByRole('combobox', { name: 'From' })).toBeFocused()
  await app.type('cust')
  await app.press('Enter')
  await dialog.getByRole('combobox', { name: 'To' }).fill('shel')
  await app.press('Enter')
  await expect(dialog.getByText('Nothing ties these two')).toBeVisible()
  await dialog.getByRole('combobox', { name: 'To' }).fill('prod')
  await app.press('Enter')
  const way = 'customers → orders → order_items → products'
  await expect(dialog.getByRole('option', { name: way })).toHaveAttribute('aria-selected', 'true')
  await dialog.getByRole('button', { name: 'Copy the query' }).click()
  await expect(app.message('The query is on the clipboard.')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    [
      'SELECT *',
      'FROM customers c',
      'JOIN orders o ON o.parent_id = c.id',
      'JOIN order_items oi ON oi.parent_id = o.id',
      'JOIN products p ON p.id = oi.other_id;',
    ].join('\n'),
  )
  await dialog.getByRole('button', { name: 'Show on the canvas' }).click()
  await expect(dialog).toHaveCount(0)
  for (const name of ['customers', 'orders', 'order_items', 'products'])
    await expect(app.table(name)).toBeInViewport()
  await expect(app.table('shelves')).toHaveCount(0)
  expectNoOverlap(await app.saved())
  await app.press('Escape', 'Control+z')
  await expect(app.table('orders')).toHaveCount(0)
})

test('neighbours come step by step, and what is selected becomes a diagram of its own', async ({
  app,
  page,
}) => {
  await app.open(chain())
  await app.clickTable('customers')
  await app.press('Shift+N')
  await expect(app.table('orders')).toBeInViewport()
  await expect(app.table('order_items')).toHaveCount(0)
  await app.clickTable('orders')
  await app.press('Shift+N')
  await expect(app.table('order_items')).toBeInViewport()
  await app.menu('Diagram', 'New diagram of the selection')
  await expect(app.table('orders')).toBeInViewport()
  await expect(app.table('customers')).toHaveCount(0)
  await expect(page.getByRole('tree', { name: 'Diagrams' }).getByRole('treeitem')).toHaveCount(2)
})

const modules = () => {
  const names = ['sale_a', 'sale_b', 'sale_c', 'hr_a', 'hr_b', 'hr_c', 'audit_log', 'login_log']
  return modelOf({
    tables: names.map((name, i) => ({ name, columns: ['id'], at: [i * 20, i * 20] as const })),
  })
}

test('tables are put out of sight by their names, or all the others are', async ({ app, page }) => {
  await app.open(modules())
  await app.menu('Table', 'Hide tables by name…')
  const dialog = page.getByRole('dialog', { name: 'Hide tables by name' })
  await expect(dialog.getByRole('textbox', { name: 'Names' })).toBeFocused()
  await app.type('*_log, hr_?')
  await expect(dialog.getByText('5 of 8 tables in this diagram')).toBeVisible()
  await expect(dialog.getByRole('option')).toHaveCount(5)
  await dialog.getByRole('button', { name: 'Hide 5 tables' }).click()
  await expect(app.table('sale_a')).toBeVisible()
  await expect(app.table('hr_a')).toHaveCount(0)
  await app.menu('Table', 'Show everything that is hidden')
  await expect(app.table('hr_a')).toBeVisible()
  expect(tableNames(await app.saved())).toHaveLength(8)
  await app.menu('Table', 'Hide tables by name…')
  await dialog.getByRole('textbox', { name: 'Names' }).fill('log')
  await dialog.getByRole('button', { name: 'Show only these' }).click()
  await expect(app.table('login_log')).toBeVisible()
  await expect(app.table('sale_a')).toHaveCount(0)
})

test('one click makes subject areas of what names have in common, one undo takes them back', async ({
  app,
}) => {
  await app.open(modules())
  const before = await app.savedText()
  await app.menu('Arrange', 'Make subject areas', 'Group by the beginnings of names')
  await expect(undo(app)).toBeEnabled()
  await expect(app.area('Sale')).toBeVisible()
  await expect(app.area('Hr')).toBeVisible()
  expectNoOverlap(await app.saved())
  await app.press('Control+z')
  await expect(undo(app)).toBeDisabled()
  expect(await app.savedText()).toBe(before)
  await app.menu('Arrange', 'Make subject areas', 'Group by relations')
  await expect(app.message('nothing was grouped')).toBeVisible()
})
