// Another database for a document: what changes is listed first, done as one step and taken back by one undo.
import { dialects } from '../src/core/dialects'
import { projectOf } from '../src/core/model/schema'
import { kitchenSink } from '../src/core/model/testing/kitchenSink.data'
import { expectNoAxeViolations } from './fixtures'
import { expect, test, type App } from './support/app'
import { columnNamed, tableNamed } from './support/model'
import { crowdOf, modelOf, shop } from './support/schemas'

const dialogOf = ({ page }: App) => page.getByRole('dialog', { name: 'Change the database' })
const select = ({ page }: App) => page.getByRole('combobox', { name: 'Target database' })

async function ask(app: App, database: RegExp): Promise<void> {
  await select(app).click()
  await app.page.getByRole('option', { name: database }).first().click()
}

const typeOf = (schema: Awaited<ReturnType<App['saved']>>, table: string, column: string): string =>
  columnNamed(tableNamed(schema, table), column).type.raw

test('what changes is listed by table, and cancelling changes nothing', async ({ app, page }) => {
  await app.open(modelOf(shop))
  await ask(app, /^MySQL/)
  const dialog = dialogOf(app)
  const list = dialog.getByRole('tree', { name: 'What changes' })
  await expect(list.getByRole('treeitem', { name: /orders/ })).toBeVisible()
  const line = list.getByRole('treeitem').filter({ hasText: 'placed_at: timestamptz becomes datetime(6).' })
  await expect(line).toBeVisible()
  await expectNoAxeViolations(page)

  await line.click()
  await expect(dialog.getByText('orders.placed_at: timestamptz becomes datetime(6).')).toBeVisible()
  await dialog.getByRole('button', { name: 'Show on the canvas' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(app.outlineRow('orders')).toHaveAttribute('aria-selected', 'true')

  await ask(app, /^SQLite/)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(select(app)).toContainText('PostgreSQL')
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled()
})

test('a document goes over to MySQL in one step, and comes back whole by one undo', async ({ app, page }) => {
  await app.open(kitchenSink(dialects.postgres))
  const before = await app.saved()
  await ask(app, /^MySQL/)
  await dialogOf(app)
    .getByRole('button', { name: /^Change to MySQL/ })
    .click()
  await expect(app.message(/^Now written for MySQL/)).toBeVisible()
  await expect(select(app)).toContainText('MySQL')
  const after = await app.saved()
  expect(projectOf(after).target.dialect).toBe('mysql')
  expect(typeOf(after, 'customers', 'stamped_on')).toBe('datetime(6)')

  await app
    .message(/^Now written for MySQL/)
    .getByRole('button', { name: 'Undo' })
    .click()
  await expect(select(app)).toContainText('PostgreSQL')
  expect(await app.saved()).toEqual(before)
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled()
})

test('SQL without words in the new database is left out or kept, as one chooses', async ({ app }) => {
  await app.open(kitchenSink(dialects.postgres))
  await ask(app, /^MySQL/)
  const dialog = dialogOf(app)
  const lines = dialog.getByRole('treeitem')
  await expect(lines.filter({ hasText: 'gross: its generation expression is left out' })).toBeVisible()
  await dialog.getByRole('radio', { name: 'Keep as written' }).click()
  await expect(lines.filter({ hasText: 'gross: its generation expression stays' })).toBeVisible()
  await dialog.getByRole('button', { name: /^Change to MySQL/ }).click()
  await expect(app.message(/^Now written for/)).toBeVisible()
  const after = await app.saved()
  expect(columnNamed(tableNamed(after, 'purchases'), 'gross').generated).toBeDefined()
})

test('a version that changes nothing is taken without a question', async ({ app }) => {
  await app.open(modelOf(shop))
  await ask(app, /^PostgreSQL 17/)
  await expect(select(app)).toContainText('PostgreSQL 17')
  await expect(dialogOf(app)).toHaveCount(0)
})

test('the list of a thousand tables draws only what is in view', async ({ app }) => {
  await app.open(modelOf(crowdOf({ tables: 1000, columns: 6 })))
  await ask(app, /^MySQL/)
  const list = dialogOf(app).getByRole('tree', { name: 'What changes' })
  await expect(list.getByRole('treeitem').first()).toBeVisible()
  expect(await list.getByRole('treeitem').count()).toBeLessThan(80)
  await list.focus()
  await app.press('End')
  await expect(list.getByRole('treeitem').filter({ hasText: 'becomes' }).last()).toBeVisible()
})
