// A link that is the document: made, sent, opened by somebody else, and made by somebody with bad intentions.
import { deflateSync, strToU8 } from 'fflate'
import type { Page } from '@playwright/test'
import type { Schema } from '../src/core/model/schema'
import { dictionary } from '../src/core/file/link/dictionary'
import { encodeBytes } from '../src/core/file/link'
import { type App, expect, test } from './support/app'
import { expectAccessible } from './support/accessible'
import { pasteText } from './support/importing'
import { linkTo } from './support/links'
import { relationTexts, tableNames } from './support/model'
import { crowdOf, modelOf, shop } from './support/schemas'

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Share a link' })

/** The link once it is there. */
async function shownLink(page: Page): Promise<string> {
  const field = dialogOf(page).getByRole('textbox', { name: 'Link' })
  await expect(field).toHaveValue(/#/)
  return field.inputValue()
}

async function openShare(app: App): Promise<void> {
  await app.page.getByRole('button', { name: 'Share', exact: true }).click()
  await expect(dialogOf(app.page)).toBeVisible()
}

test('a link carries 5, 50 and 300 tables whole, and says how far it gets', async ({ app, page }) => {
  const reaches = { 5: /Short enough/, 50: /Every browser opens it/, 300: /Every browser opens it/ }
  for (const [count, reach] of Object.entries(reaches)) {
    const model = modelOf({ ...crowdOf({ tables: Number(count), areas: 2 }), name: `crowd ${count}` })
    await app.open(model)
    await openShare(app)
    await expect(dialogOf(page).getByText(reach)).toBeVisible()
    const link = await shownLink(page)
    await page.goto(link)
    await expect(page.getByText('Read-only view')).toBeVisible()
    await page.getByRole('button', { name: 'Make it mine' }).click()
    await expect(page.getByText('Saved', { exact: true })).toBeVisible()
    expect(new URL(page.url()).hash).toBe('')
    const saved = await app.saved()
    expect(new Set([...saved.table.keys(), ...model.table.keys()]).size).toBe(2 * Number(count))
    expect(tableNames(saved)).toEqual(tableNames(model))
    expect(relationTexts(saved)).toEqual(relationTexts(model))
    expect([...saved.placement.values()].map(({ x, y }) => `${String(x)} ${String(y)}`).sort()).toEqual(
      [...model.placement.values()].map(({ x, y }) => `${String(x)} ${String(y)}`).sort(),
    )
  }
})

test('a copy opens as a document of one’s own, once', async ({ app, page }) => {
  await page.goto(await linkTo(modelOf(shop), { way: 'copy' }))
  await expect(app.table('orders')).toBeVisible()
  await app.canvas.focus()
  await app.press('t')
  await app.typeTable('invoices', ['total'])
  expect(tableNames(await app.saved())).toContain('invoices')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Your documents' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^shop/ })).toHaveCount(1)
})

test('one diagram alone carries only what it shows, and the dialog says what stays behind', async ({
  app,
  page,
}) => {
  const model = modelOf({ ...shop, tables: shop.tables.map((table) => ({ ...table, place: {} })) })
  const [hidden] = [...model.placement.values()]
  if (!hidden) throw new Error('the shop has places')
  const placement = new Map(model.placement).set(hidden.id, { ...hidden, hidden: true })
  await app.open({ ...model, placement })
  await openShare(app)
  await dialogOf(page).getByRole('radio', { name: 'Only the diagram Main' }).click()
  await expect(dialogOf(page).getByText('1 table and 1 relation.')).toBeVisible()
  await page.goto(await shownLink(page))
  await expect(app.table('orders')).toBeVisible()
  await expect(page.getByText('3 tables', { exact: true })).toBeVisible()
})

test('a passphrase is asked for, told when it is wrong, and never left out of a link that was to have one', async ({
  app,
  page,
}) => {
  await app.open(modelOf(shop))
  await openShare(app)
  const open = await shownLink(page)
  await dialogOf(page).getByRole('textbox', { name: 'Passphrase' }).fill('open sesame')
  await expect(dialogOf(page).getByRole('textbox', { name: 'Link' })).not.toHaveValue(open)
  const locked = await shownLink(page)
  expect(locked).toContain('#view=1p.')
  await page.goto(locked)
  const field = page.getByRole('textbox', { name: 'Passphrase' })
  await expect(field).toBeFocused()
  await app.type('open barley')
  await app.press('Enter')
  await expect(page.getByText('This passphrase does not open it')).toBeVisible()
  await field.fill('open sesame')
  await app.press('Enter')
  await expect(app.table('orders')).toBeVisible()
})

test('in a view nothing leads to an edit, and nothing is kept', async ({ app, page }) => {
  const model = modelOf(shop)
  await page.goto(await linkTo(model))
  await expect(app.table('orders')).toBeVisible()
  const places = async () => JSON.stringify(await app.table('orders').boundingBox())
  await app.settled()
  await app.clickTable('orders')
  await app.press('Delete', 'F2', 'Enter', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter', 'Escape')
  await app.press('t', 'r', 'n', 'a', 'Shift+L', 'Control+x', 'Control+d', 'Control+z', 'Control+s')
  await pasteText(page, 'id integer')
  await app.doubleClick(await app.header('orders'))
  await app.doubleClick(await app.at(60, 60))
  await expect(page.getByRole('textbox')).toHaveCount(0)
  // Dragging moves the page, never a table on it.
  const before = await places()
  await app.moveTable('orders', { x: 40, y: 40 })
  await app.settled()
  expect(await places()).not.toBe(before)
  await app.press('1')
  await expect(page.getByRole('toolbar', { name: 'Palette' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^(Undo|Add column|New diagram)$/ })).toHaveCount(0)

  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await expect(page.getByRole('menuitem')).toHaveText(['File', 'Edit', 'View', 'Diagram', 'Go', 'Help'])
  await app.press('Escape')
  await expect(page.getByRole('menuitem')).toHaveCount(0)
  await app.press('Control+k')
  await expect(page.getByRole('combobox', { name: /search/i })).toBeFocused()
  await app.type('add table')
  await expect(page.getByRole('option', { name: /Add table/ })).toHaveCount(0)
  await app.press('Escape', 'Escape')
  await expect(page.getByRole('combobox', { name: /search/i })).toHaveCount(0)
  await page.getByRole('tab', { name: 'Diagrams' }).click()
  await page.getByRole('treeitem', { name: /Main/ }).focus()
  await app.press('F2', 'Delete')

  const kept = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))
  expect(kept).toEqual([])
  await page.getByRole('button', { name: 'Make it mine' }).click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  const mine = await app.saved()
  expect(tableNames(mine)).toEqual(tableNames(model))
  const columns = (schema: Schema) => [...schema.placement.values()].map(({ x }) => x).sort()
  expect(columns(mine)).toEqual(columns(model))
})

const bomb = () => {
  const text = `{"relata":1,"project":"${' '.repeat(60_000_000)}"}`
  return encodeBytes(deflateSync(strToU8(text), { dictionary: strToU8(dictionary) }))
}

test('links that are cut off, changed, too new or a bomb are told of and harm nothing', async ({
  app,
  page,
}) => {
  await app.open(modelOf(shop))
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  const whole = await linkTo(modelOf(shop))
  const hostile = {
    [whole.slice(0, whole.length / 2)]: /cut off or was changed/,
    [`./#view=1.${'A'.repeat(400)}`]: /cut off or was changed/,
    './#copy=1.%3Cscript%3E': /cut off or was changed/,
    './#view=9.AAAA': /newer Relata/,
    [`./#copy=1.${bomb()}`]: /more than any schema/,
  }
  for (const [link, told] of Object.entries(hostile)) {
    await page.goto(link)
    await expect(page.getByRole('alert').filter({ hasText: told })).toBeVisible()
  }
  await page.getByRole('button', { name: 'Go to my documents' }).click()
  await page.getByRole('button', { name: /^shop/ }).click()
  await expect(app.table('orders')).toBeVisible()
  expect(tableNames(await app.saved())).toEqual(tableNames(modelOf(shop)))
})

test('a link to share, one that asks for its passphrase, one that is damaged and one that is looked at', async ({
  app,
  page,
}) => {
  await app.open(modelOf(shop))
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await page.getByRole('radio', { name: 'Only the diagram Main' }).click()
  await expect(page.getByText('characters.')).toBeVisible()
  await expectAccessible(page, '[role=dialog]')
  await page.goto(await linkTo(modelOf(shop), { passphrase: 'x' }))
  await page.getByRole('textbox', { name: 'Passphrase' }).fill('y')
  await app.press('Enter')
  await expect(page.getByText('This passphrase does not open it')).toBeVisible()
  await expectAccessible(page)
  await page.goto('./#view=1.zzzz')
  await expect(page.getByText('This link cannot be opened')).toBeVisible()
  await expectAccessible(page)
  await page.goto(await linkTo(modelOf({ ...shop, diagrams: ['Billing'] })))
  await app.clickTable('orders')
  await expect(page.locator('[aria-label="Inspector"]')).toBeVisible()
  await expectAccessible(page)
})
