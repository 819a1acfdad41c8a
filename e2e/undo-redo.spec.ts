// Everything can be taken back, to the first state, and done again, to the last one.
import { expect, test, type App } from './support/app'

async function build(app: App): Promise<void> {
  await app.doubleClick(await app.at(200, 80))
  await app.typeTable('customers', ['name', 'created_at'])
  await app.doubleClick(await app.at(600, 80))
  await app.typeTable('orders', ['placed_at', 'total'])
  await app.connect({ table: 'customers', column: 'id' }, { table: 'orders' })
  await expect(app.lines).toHaveCount(1)
  await app.moveTable('orders', { x: 80, y: 160 })
  await app.choose(await app.header('orders'), 'Colour', 'Colour teal')
  await app.menu('Add', 'Add note')
  await app.type('to be paid within 14 days')
  await app.press('Escape')
  await app.clickTable('customers')
  await app.press('F2')
  await app.type('clients')
  await app.press('Enter')
  await app.press('Delete')
  await expect(app.table('clients')).toHaveCount(0)
}

test('undo of everything returns the start, redo of everything the end', async ({ app, page }) => {
  await app.newDocument()
  const undo = page.getByRole('button', { name: 'Undo' })
  const redo = page.getByRole('button', { name: 'Redo' })
  await expect(undo).toBeDisabled()
  const start = await app.savedText()
  await build(app)
  const end = await app.savedText()
  expect(end).not.toBe(start)

  let steps = 0
  while (await undo.isEnabled()) {
    await app.press('Control+z')
    if (++steps > 60) throw new Error('undo does not come to an end')
  }
  expect(steps).toBeGreaterThan(10)
  expect(await app.savedText()).toBe(start)
  await expect(app.canvas.getByRole('group', { name: /^Table/ })).toHaveCount(0)

  for (let step = 0; step < steps; step++) await app.press('Control+Shift+z')
  await expect(redo).toBeDisabled()
  expect(await app.savedText()).toBe(end)
})

test('undo says what it took back, and brings the selection of that moment', async ({ app }) => {
  await app.newDocument()
  await app.doubleClick(await app.at(200, 80))
  await app.typeTable('customers', ['name'])
  await app.press('Escape')
  await app.press('Control+z')
  await expect(app.message('Undone: Add column name')).toBeVisible()
  await app.press('Control+y')
  await expect(app.message('Redone: Add column name')).toBeVisible()
  await expect(app.row('customers', 'name')).toBeVisible()
})
