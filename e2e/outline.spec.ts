// The outline: all that is in the model, what of it the diagram shows, and the way between the two.
import type { Page } from '@playwright/test'
import { dialects } from '../src/core/dialects'
import { placementsIn } from '../src/core/model/query'
import { firstDiagram } from '../src/core/model/schema'
import { kitchenSink } from '../src/core/model/testing/kitchenSink.data'
import { expectNoAxeViolations } from './fixtures'
import { expect, test, type App } from './support/app'
import { tableNamed } from './support/model'
import { crowdOf, modelOf, shop } from './support/schemas'

const apart = modelOf({
  ...shop,
  tables: shop.tables.map((table) => {
    const { at: _at, ...rest } = table
    return table.name === 'products' || table.name === 'order_items' ? rest : table
  }),
  areas: { Sales: [0, -400, 300, 300] },
})

async function isShown(app: App, name: string): Promise<boolean> {
  const schema = await app.saved()
  const diagram = firstDiagram(schema)
  const placement = diagram && placementsIn(schema, diagram).get(tableNamed(schema, name).id)
  return placement !== undefined && placement.hidden !== true
}

const choose = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name: /^What the outline shows/ }).click()
  await page.getByRole('menuitemradio', { name, exact: true }).click()
  await page.keyboard.press('Escape')
}

test('tables that the diagram lacks are told apart, and come into it by a key or a press', async ({
  app,
  page,
}) => {
  await app.open(apart)
  await expect(app.outlineRow('products')).toHaveAccessibleName(/not in this diagram/)
  await app.outline.focus()
  await app.outlineRow('products').click()
  await page.keyboard.press('Insert')
  await expect(app.outlineRow('products')).not.toHaveAccessibleName(/not in this diagram/)
  expect(await isShown(app, 'products')).toBe(true)

  await app.outlineRow('products').hover()
  await page.getByRole('button', { name: 'Hide products in this diagram' }).click()
  await expect(app.outlineRow('products')).toHaveAccessibleName(/hidden in this diagram/)
  await page.getByRole('button', { name: 'Show products in this diagram' }).click()
  await expect(app.outlineRow('products')).not.toHaveAccessibleName(/hidden/)
  await expectNoAxeViolations(page)
})

test('the menu of a row is that of its object, also by the keyboard', async ({ app, page }) => {
  await app.open(apart)
  await app.outlineRow('order_items').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Add to this diagram' }).click()
  expect(await isShown(app, 'order_items')).toBe(true)
  await app.outlineRow('customers').click()
  await app.outline.focus()
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: 'Hide in this diagram' }).click()
  expect(await isShown(app, 'customers')).toBe(false)
})

test('it shows only what the diagram lacks, when asked, and several of them come in by one step', async ({
  app,
  page,
}) => {
  await app.open(apart)
  await choose(page, 'What it does not show')
  await expect(app.outline.getByRole('treeitem')).toHaveCount(2)
  await app.outline.focus()
  await app.press('Home', 'Shift+End')
  await page.keyboard.press('Insert')
  await expect(app.outline).toHaveCount(0)
  await choose(page, 'Everything')
  await page.getByRole('button', { name: 'Undo' }).click()
  expect(await isShown(app, 'products')).toBe(false)
  expect(await isShown(app, 'order_items')).toBe(false)
})

test('it groups by subject area as well', async ({ app, page }) => {
  await app.open(apart)
  await choose(page, 'Subject area')
  await expect(app.outline.getByRole('treeitem', { name: /^Sales/ })).toBeVisible()
  await expect(app.outline.getByRole('treeitem', { name: /^In no subject area/ })).toBeVisible()
})

test('of five thousand tables only those in view are in the page', async ({ app }) => {
  test.slow()
  await app.open(modelOf(crowdOf({ tables: 5000, columns: 4 })))
  const rows = app.outline.getByRole('treeitem')
  await expect(rows.first()).toBeVisible()
  expect(await rows.count()).toBeLessThan(80)
  await app.outline.focus()
  await app.press('End')
  await expect(app.outlineRow('table_4999')).toBeVisible()
  expect(await rows.count()).toBeLessThan(90)
})

test('a routine is written in an editor that one leaves by keys, as one step', async ({ app, page }) => {
  await app.open(kitchenSink(dialects.postgres))
  await app.outlineRow('touch_row').dblclick()
  const dialog = page.getByRole('dialog', { name: 'touch_row' })
  const editor = dialog.getByRole('textbox', { name: 'Statement' })
  await expect(editor).toContainText('touch_row')
  await expectNoAxeViolations(page)
  await editor.click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('-- checked\n')
  await page.keyboard.press('Tab')
  await expect(editor).not.toBeFocused()
  await dialog.getByRole('button', { name: 'Done' }).click()
  const after = await app.saved()
  const routine = [...after.routine.values()].find(({ name }) => name === 'touch_row')
  expect(JSON.stringify(routine?.definition)).toContain('-- checked')
  await page.getByRole('button', { name: 'Undo' }).click()
  const before = [...(await app.saved()).routine.values()].find(({ name }) => name === 'touch_row')
  expect(JSON.stringify(before?.definition)).not.toContain('-- checked')
})

test('SQL that has no place elsewhere is added, kept word for word, and deleted', async ({ app, page }) => {
  await app.open(modelOf(shop))
  await page.getByRole('button', { name: 'Add to the database' }).click()
  await page.getByRole('menuitem', { name: 'Add other SQL' }).click()
  const dialog = page.getByRole('dialog', { name: 'Other SQL' })
  const editor = dialog.getByRole('textbox', { name: 'Statement' })
  await editor.click()
  await page.keyboard.type("SELECT setval('seq', 7)")
  await page.keyboard.press('Escape')
  await expect(editor).not.toBeFocused()
  await expect(dialog).toBeVisible()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await app.outlineRow("SELECT setval('seq', 7)").dblclick()
  await dialog.getByRole('button', { name: 'Delete' }).click()
  expect((await app.saved()).verbatim.size).toBe(0)
})
