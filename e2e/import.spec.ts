// Schemas that were made elsewhere: looked over first, then a document of their own or part of the open one.
import type { Page } from '@playwright/test'
import { expectNoAxeViolations } from './fixtures'
import { dropFiles, importDialog, pasteText, readAs } from './support/importing'
import { App, expect, test } from './support/app'

const customers = 'CREATE TABLE customers (id integer PRIMARY KEY, email text NOT NULL UNIQUE);\n'
const orders = `CREATE TABLE orders (
  id integer PRIMARY KEY,
  customer_id integer NOT NULL REFERENCES customers (id)
);
`
const items =
  'CREATE TABLE items (order_id integer REFERENCES orders (id), line integer, PRIMARY KEY (order_id, line));\n'
const shop = `${customers}${orders}${items}`

const found = (page: Page) => importDialog(page).getByRole('option')

async function create(app: App): Promise<void> {
  await importDialog(app.page).getByRole('button', { name: 'Create document' }).click()
  await app.settled()
}

/** A document with two tables of the shop, the first of them with a colour of its own. */
async function openShop(app: App): Promise<void> {
  await app.start()
  await dropFiles(app.page, [{ name: 'shop.sql', text: customers + orders }])
  await readAs(app.page, 'SQLite')
  await expect(found(app.page)).toHaveCount(2)
  await create(app)
}

test('a dump dropped on the start page is looked over and becomes a document', async ({ app, page }) => {
  await app.start()
  await dropFiles(page, [{ name: 'shop.sql', text: shop }])
  const dialog = importDialog(page)
  await readAs(page, 'SQLite')
  await expect(found(page)).toHaveCount(3)
  await expect(dialog.getByRole('status')).toHaveText('3 tables, 2 relations')
  await expectNoAxeViolations(page)
  await found(page).filter({ hasText: 'orders' }).first().click()
  await expect(dialog.getByRole('region', { name: 'orders' }).getByRole('listitem')).toHaveCount(2)
  await create(app)
  for (const name of ['customers', 'orders', 'items']) await expect(app.table(name)).toBeVisible()
  const saved = await app.saved()
  expect(saved.table.size).toBe(3)
  expect(new Set([...saved.placement.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(3)
})

test('what is dropped says what will happen, and what is no schema says what it is', async ({
  app,
  page,
}) => {
  await app.start()
  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer()
    transfer.items.add(new File(['x'], 'a.sql'))
    return transfer
  })
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: data })
  await expect(page.getByText('Drop to look inside')).toBeVisible()
  await page.dispatchEvent('body', 'dragleave', { dataTransfer: data })
  await expect(page.getByText('Drop to look inside')).toHaveCount(0)
  await dropFiles(page, [
    { name: 'logo.png', text: '\u0089PNG\r\n\u001a\n\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u000e' },
  ])
  await expect(importDialog(page).getByRole('alert')).toContainText(/not a text/)
  await expectNoAxeViolations(page)
  await page.keyboard.press('Escape')
  await expect(page.getByText('No documents yet')).toBeVisible()
})

test('the database that a script was written for is found out, and read as another when one says so', async ({
  app,
  page,
}) => {
  await app.start()
  const mysql =
    'CREATE TABLE a (id int NOT NULL AUTO_INCREMENT, b mediumtext, PRIMARY KEY (id)) ENGINE=InnoDB;\n'
  await dropFiles(page, [{ name: 'a.sql', text: mysql }])
  const dialog = importDialog(page)
  const readAsField = dialog.getByRole('combobox', { name: /Read as/ })
  await expect(readAsField).toHaveText(/MySQL/)
  await expect(dialog.getByText(/^Found out by .*ENGINE=/)).toBeVisible()
  await readAs(page, 'Snowflake')
  await expect(readAsField).toHaveText(/Snowflake/)
  await expect(dialog.getByText('Becomes a document for PostgreSQL')).toBeVisible()
  await readAs(page, 'MariaDB')
  await expect(dialog.getByText('As you chose')).toBeVisible()
  await expect(found(page)).toHaveCount(1)
})

test('a dropped folder is read with the folders in it, files that are no schemas set aside', async ({
  app,
  page,
}) => {
  await app.start()
  await page.evaluate(
    (given) => {
      const file = ([name, text]: readonly [string, string]) => ({
        isFile: true,
        isDirectory: false,
        name,
        file: (done: (file: File) => void) => done(new File([text], name)),
      })
      const folder = (name: string, inside: readonly unknown[]) => ({
        isFile: false,
        isDirectory: true,
        name,
        createReader: () => {
          const rest = [inside, []]
          return { readEntries: (done: (entries: unknown) => void) => done(rest.shift() ?? []) }
        },
      })
      const entry = folder('migrations', [
        folder('new', given.slice(1).map(file)),
        ...given.slice(0, 1).map(file),
      ])
      // A page cannot make a folder to drop: only what the browser would say of one is put in.
      Object.assign(DataTransferItem.prototype, {
        webkitGetAsEntry: () => entry,
        getAsFileSystemHandle: undefined,
      })
    },
    [
      ['1_customers.sql', customers],
      ['2_orders.sql', orders],
      ['notes.md', '# CREATE TABLE no'],
    ] as const,
  )
  await dropFiles(page, [{ name: 'migrations', text: '' }])
  const dialog = importDialog(page)
  await readAs(page, 'SQLite')
  await expect(found(page)).toHaveCount(2)
  await expect(dialog.getByText('Its name is not that of a schema.')).toBeVisible()
})

test('a table that is called otherwise now keeps its place when its new name is ticked', async ({
  app,
  page,
}) => {
  await openShop(app)
  const before = await app.saved()
  const old = [...before.table.values()].find(({ name }) => name === 'customers')
  await app.canvas.focus()
  await pasteText(page, (customers + orders).replaceAll('customers', 'clients'))
  await readAs(page, 'SQLite')
  const dialog = importDialog(page)
  const rename = dialog.getByRole('treeitem').filter({ hasText: 'columns are the same' })
  await expect(rename).toHaveCount(1)
  await rename.locator('[data-tick]').click()
  await expect(dialog.getByRole('treeitem').filter({ hasText: 'name customers → clients' })).toHaveCount(1)
  await dialog.getByRole('button', { name: /^Merge into/ }).click()
  await expect(dialog).toHaveCount(0)
  const after = await app.saved()
  expect([...after.table.values()].map(({ id, name }) => [id, name])).toContainEqual([old?.id, 'clients'])
  expect(after.table.size).toBe(2)
  expect(after.placement).toEqual(before.placement)
})

test('several files are migrations in the order of their names, which can be changed', async ({
  app,
  page,
}) => {
  await app.start()
  await dropFiles(page, [
    { name: '10_items.sql', text: items },
    { name: '2_orders.sql', text: orders },
    { name: '1_customers.sql', text: customers },
  ])
  const dialog = importDialog(page)
  await readAs(page, 'SQLite')
  const files = dialog.getByRole('list', { name: /^Files/ }).getByRole('listitem')
  await expect(files).toHaveText([/1_customers/, /2_orders/, /10_items/])
  await expect(found(page)).toHaveCount(3)
  await dialog.getByRole('button', { name: 'Read 10_items.sql earlier' }).click()
  await expect(files).toHaveText([/1_customers/, /10_items/, /2_orders/])
  await dialog.getByRole('button', { name: 'Leave 10_items.sql out' }).click()
  await expect(found(page)).toHaveCount(2)
})

test('SQL pasted on the canvas merges: places and ids stay, what is missing is listed, one undo', async ({
  app,
  page,
}) => {
  await openShop(app)
  const before = await app.saved()
  await app.canvas.focus()
  const changed = customers.replace(');', ', phone text);')
  await pasteText(page, changed + items.replace('REFERENCES orders (id)', ''))
  await readAs(page, 'SQLite')
  const dialog = importDialog(page)
  const rows = dialog.getByRole('treeitem')
  await expect(rows.filter({ hasText: 'items' })).toHaveCount(1)
  await expect(rows.filter({ hasText: 'customers' })).toContainText('new column phone')
  await expect(rows.filter({ hasText: 'Only in this document' })).toHaveCount(1)
  await expect(rows.filter({ hasText: /^orders$/ })).toHaveCount(1)
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: /^Merge into/ }).click()
  await expect(app.message('Merged: 1 new table.')).toBeVisible()
  const after = await app.saved()
  expect([...after.table.values()].map(({ name }) => name).sort()).toEqual(['customers', 'items', 'orders'])
  for (const [id, placement] of before.placement) expect(after.placement.get(id)).toEqual(placement)
  await app.canvas.focus()
  await app.press('Control+z')
  expect((await app.saved()).table).toEqual(before.table)
})

test('what only this document has goes when it is ticked', async ({ app, page }) => {
  await openShop(app)
  await app.canvas.focus()
  await pasteText(page, customers)
  await readAs(page, 'SQLite')
  const dialog = importDialog(page)
  const missing = dialog.getByRole('treeitem').filter({ hasText: /^orders$/ })
  await missing.locator('[data-tick]').click()
  await expect(dialog.getByRole('treeitem').filter({ hasText: 'will be deleted' })).toHaveCount(1)
  await dialog.getByRole('button', { name: /^Merge into/ }).click()
  await expect(dialog).toHaveCount(0)
  expect([...(await app.saved()).table.values()].map(({ name }) => name)).toEqual(['customers'])
})

test('a statement that nobody understands costs only itself; its notice leads to it', async ({
  app,
  page,
}) => {
  await app.start()
  await page.getByRole('button', { name: 'Import…' }).click()
  const dialog = importDialog(page)
  await dialog.getByRole('tab', { name: 'Paste SQL' }).click()
  await expect(dialog.getByRole('textbox', { name: 'SQL to import' })).toBeFocused()
  await expectNoAxeViolations(page)
  await page.keyboard.insertText(`${customers}\nFROBNICATE the table;\n\n${orders}`)
  await dialog.getByRole('button', { name: 'Preview' }).click()
  await readAs(page, 'SQLite')
  await expect(found(page)).toHaveCount(2)
  await dialog.getByRole('tab', { name: /Notices/ }).click()
  await dialog
    .getByRole('button', { name: /Line 3/ })
    .first()
    .click()
  await expect(dialog.getByRole('region', { name: 'Source' }).locator('.cm-span')).toHaveText(
    /FROBNICATE the table/,
  )
  await expectNoAxeViolations(page)
})

test('a table that is not ticked stays out', async ({ app, page }) => {
  await app.start()
  await dropFiles(page, [{ name: 'shop.sql', text: shop }])
  await readAs(page, 'SQLite')
  await found(page).filter({ hasText: 'order_id, line' }).locator('[data-tick]').click()
  await expect(importDialog(page).getByText('2 of 3 taken')).toBeVisible()
  await create(app)
  await expect(app.table('orders')).toBeVisible()
  await expect(app.table('items')).toHaveCount(0)
})

test('reading a large script can be cancelled, and nothing of it is left', async ({ app, page }) => {
  await app.start()
  const large = Array.from(
    { length: 60_000 },
    (_, i) => `CREATE TABLE t${String(i)} (id integer, a text, b text, c text);`,
  )
  await dropFiles(page, [{ name: 'large.sql', text: large.join('\n') }])
  const dialog = importDialog(page)
  await expect(dialog.getByRole('progressbar')).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog.getByRole('button', { name: 'Choose files…' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('No documents yet')).toBeVisible()
})

test('on a narrow, dark screen everything can be reached', async ({ app, page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await app.start()
  await page.keyboard.press('Control+Shift+O')
  await expect(importDialog(page).getByRole('button', { name: 'Choose files…' })).toBeVisible()
  await expectNoAxeViolations(page)
  await page.keyboard.press('Escape')
  await dropFiles(page, [{ name: 'shop.sql', text: shop }])
  await readAs(page, 'SQLite')
  await expect(found(page)).toHaveCount(3)
  await expectNoAxeViolations(page)
  await importDialog(page).getByRole('button', { name: 'Create document' }).click()
  await expect(app.canvas).toBeVisible()
})
