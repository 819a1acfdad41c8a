// DBML beside the canvas, both ways: what one types is drawn, what one draws is written.
import type { Locator, Page } from '@playwright/test'
import { expectNoAxeViolations } from './fixtures'
import { expect, test, type App } from './support/app'
import { dropFiles, importDialog, pasteText } from './support/importing'
import { reopen } from './support/keeping'
import { columnNames, relationTexts, tableNames } from './support/model'
import { modelOf, shop } from './support/schemas'

const editorOf = (page: Page): Locator => page.getByRole('textbox', { name: /^DBML/ })
const panelOf = (page: Page): Locator => page.getByRole('region', { name: 'DBML' })

/** The text without the rest of the editor. Lines out of view are not there: specs keep their texts short. */
const textOf = (page: Page): Promise<string> =>
  editorOf(page).evaluate((content) =>
    [...content.querySelectorAll('.cm-line')].map((line) => line.textContent).join('\n'),
  )

const lineOf = (page: Page, text: string): Locator =>
  editorOf(page).locator('.cm-line').filter({ hasText: text })

async function openPanel({ page }: App): Promise<void> {
  await page.getByRole('tab', { name: 'DBML' }).click()
  await expect(editorOf(page)).toBeVisible()
  await isRead(page)
}

/** What was typed was read, and the document has it. */
async function isRead(page: Page): Promise<void> {
  await expect(panelOf(page)).toHaveAttribute('aria-busy', 'false')
}

/** The cursor at the end of the line that holds this. */
async function putCursor(page: Page, text: string): Promise<void> {
  await lineOf(page, text).first().click()
  await page.keyboard.press('End')
}

const written = `// The shop, by hand
Table customers [headercolor: #3498db] {
  id bigint [pk]
  name text   // as on the card
}

Table orders {
  id bigint [pk]
  customer_id bigint
}
`

/** A document of this text, as it was written. */
async function openText(app: App, text: string): Promise<void> {
  await app.start()
  await dropFiles(app.page, [{ name: 'shop.dbml', text }])
  await importDialog(app.page).getByRole('button', { name: 'Create document' }).click()
  await app.settled()
  await openPanel(app)
}

test('a relation that is typed is drawn; one that is undone is gone from both', async ({ app }) => {
  const { page } = app
  await openText(app, written)
  expect(await textOf(page)).toBe(written)
  await expect(app.lines).toHaveCount(0)
  await editorOf(page).click()
  await app.press('Control+End')
  await app.type('\nRef: orders.customer_id > customers.id')
  await expect(app.lines).toHaveCount(1)
  await isRead(page)

  await app.press('Control+z')
  await expect(app.lines).toHaveCount(0)
  expect(await textOf(page)).toBe(written)
  await expect(editorOf(page)).toBeFocused()
  await app.canvas.focus()
  await app.press('Control+Shift+z')
  await expect(app.lines).toHaveCount(1)
  await expect(lineOf(page, 'Ref: orders.customer_id > customers.id')).toHaveCount(1)
})

test('a table that is renamed in the text stays the same table', async ({ app }) => {
  const { page } = app
  await openText(app, `${written}\nRef: orders.customer_id > customers.id\n`)
  await expect(app.lines).toHaveCount(1)
  const before = await app.saved()
  await page.getByText('orders', { exact: true }).first().waitFor()
  await lineOf(page, 'Table orders').dblclick({ position: { x: 70, y: 8 } })
  await app.type('purchases')
  await expect(app.table('purchases')).toBeVisible()
  await expect(app.lines).toHaveCount(1)
  await isRead(page)
  await lineOf(page, 'Ref: orders').dblclick({ position: { x: 55, y: 8 } })
  await app.type('purchases')
  await isRead(page)
  await expect(panelOf(page).getByRole('status')).toContainText('No problems')
  const after = await app.saved()
  const ids = (schema: typeof before) => [...schema.table.keys()].sort()
  expect(ids(after)).toEqual(ids(before))
  expect([...after.placement.values()]).toEqual([...before.placement.values()])
  expect([...after.relation.keys()]).toEqual([...before.relation.keys()])
})

test('what is renamed on the canvas changes its words in the text and nothing else', async ({ app }) => {
  const { page } = app
  await openText(app, written)
  await app.clickTable('customers')
  await app.press('F2')
  await app.typeInto('Name of the table', 'clients')
  await app.press('Enter')
  await expect(lineOf(page, 'Table clients')).toHaveCount(1)
  expect(await textOf(page)).toBe(written.replace('Table customers', 'Table clients'))
  await app.press('Control+z')
  await expect(lineOf(page, 'Table customers')).toHaveCount(1)
  expect(await textOf(page)).toBe(written)
})

test('a broken table stays as it was and the others go on; the text is there again after a reload', async ({
  app,
}) => {
  const { page } = app
  await openText(app, written)
  await putCursor(page, 'customer_id bigint')
  await app.type(' [[')
  await expect(panelOf(page).getByRole('status')).toContainText(/error/)
  await expect(app.row('orders', 'customer_id')).toBeVisible()
  await putCursor(page, 'name text')
  await app.press('Enter')
  await app.type('email text')
  await expect(app.row('customers', 'email')).toBeVisible()
  await expect(app.row('orders', 'customer_id')).toBeVisible()
  await isRead(page)
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  const broken = await textOf(page)

  await page.reload()
  await reopen(page, 'shop')
  await app.settled()
  await expect(editorOf(page)).toBeVisible()
  expect(await textOf(page)).toBe(broken)
  await expect(app.table('orders')).toBeVisible()
  await app.press('F8')
  await panelOf(page).getByRole('button', { name: 'Next problem' }).click()
  await expect(editorOf(page)).toBeFocused()
})

/** What has just opened takes no key for a moment: nobody chose from it yet. */
const asAHand = (page: Page) => page.waitForTimeout(200)

test('cursor and selection follow each other; names are completed, explained, found and renamed', async ({
  app,
}) => {
  const { page } = app
  await app.open(modelOf(shop))
  await openPanel(app)
  await lineOf(page, 'Table products').click()
  await expect(app.table('products')).toHaveAttribute('data-selected', 'true')
  await app.clickTable('customers')
  await expect(editorOf(page).locator('.cm-marked').filter({ hasText: 'Table customers' })).toBeVisible()
  await expect(editorOf(page)).not.toBeFocused()

  await putCursor(page, 'email text')
  await app.press('Enter')
  await app.type('best_order bigint [ref: > orde')
  const options = panelOf(page).getByRole('option')
  await expect(options).toHaveText([/order_items/, /orders/])
  await asAHand(page)
  await app.press('ArrowDown')
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true')
  await app.press('Enter')
  await app.type('.')
  await expect(options.filter({ hasText: 'customer_id' })).toBeVisible()
  await app.type('id')
  await app.press('Escape')
  await expect(app.lines).toHaveCount(4)
  await isRead(page)

  await lineOf(page, 'Table orders').click({ position: { x: 70, y: 8 } })
  await app.press('Shift+F12')
  await expect(page.getByRole('region', { name: 'References' }).getByRole('listitem')).toHaveCount(4)
  await page.getByRole('button', { name: 'Close the references' }).click()
  await lineOf(page, 'Table orders').click({ position: { x: 70, y: 8 } })
  await app.press('F2')
  await expect(page.getByRole('textbox', { name: 'New name of orders' })).toBeFocused()
  await app.type('sales')
  await app.press('Enter')
  await expect(app.table('sales')).toBeVisible()
  await expect(lineOf(page, 'sales.id')).not.toHaveCount(0)
  await expect(editorOf(page)).toBeFocused()
  // Escape leads out, and Tab goes on from there.
  await app.press('Escape')
  await expect(editorOf(page)).not.toBeFocused()
})

test('tables are DBML in any other text, and DBML is tables on the canvas', async ({ app, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { page } = app
  await app.open(modelOf(shop))
  await app.clickTable('customers')
  await app.clickTable('orders', ['Shift'])
  await app.press('Control+c')
  const text = await page.evaluate(() => navigator.clipboard.readText())
  expect(text).toMatch(/^Table customers \{/)
  expect(text).toContain('Ref: orders.customer_id > customers.id')

  await app.canvas.focus()
  await pasteText(page, text)
  await expect(app.table('customers_2')).toBeVisible()
  await expect(app.table('orders_2')).toBeVisible()
  const schema = await app.saved()
  expect(relationTexts(schema)).toContain('orders_2(customer_id) -> customers_2(id)')
  expect(columnNames(schema, 'orders_2')).toEqual(['id', 'customer_id', 'placed_at'])
  await app.press('Control+z')
  await expect(app.table('customers_2')).toHaveCount(0)
  await app.press('Control+v')
  await expect(app.table('customers_2')).toBeVisible()
  expect(tableNames(await app.saved())).toHaveLength(6)
})

for (const theme of ['light', 'dark'] as const)
  test(`the DBML panel is accessible, ${theme}`, async ({ app }) => {
    const { page } = app
    await page.emulateMedia({ colorScheme: theme })
    await openText(app, written)
    await putCursor(page, 'customer_id bigint')
    await app.type(' [zz, ')
    await expect(panelOf(page).getByRole('status')).toContainText(/error/)
    await app.type('re')
    await expect(panelOf(page).getByRole('listbox')).toBeVisible()
    await expectNoAxeViolations(page)
  })
