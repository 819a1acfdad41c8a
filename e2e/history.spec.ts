// What was done, in one's own words, and the way to any of it.
import { expect, test, type App } from './support/app'
import { modelOf, shop } from './support/schemas'

const list = (app: App) => app.page.getByRole('listbox', { name: 'History' })
const rows = (app: App) => list(app).getByRole('option')
const current = (app: App) => list(app).getByRole('option', { selected: true })

async function work(app: App): Promise<void> {
  await app.open(modelOf(shop))
  await app.clickTable('orders')
  await app.press('F2')
  await app.type('purchases')
  await app.press('Enter')
  await app.clickTable('customers', ['Control'])
  await app.moveTable('customers', { x: 0, y: 80 })
  await app.press('Delete')
  await app.press('Shift+Z')
  await expect(rows(app)).toHaveCount(4)
}

test('every step stands there in the past, and a click goes to any of them at once', async ({ app }) => {
  await work(app)
  await expect(rows(app).nth(1)).toContainText('Renamed orders to purchases')
  await expect(rows(app).nth(2)).toContainText('Moved 2 tables')
  await expect(current(app)).toContainText('Deleted 2 tables')
  await rows(app).nth(0).click()
  await expect(app.table('orders')).toBeVisible()
  await expect(rows(app).nth(3)).toContainText('undone')
  await expect(app.page.getByRole('button', { name: 'Undo' })).toBeDisabled()
  await rows(app).nth(2).click()
  await expect(app.table('purchases')).toBeVisible()
  await expect(app.table('customers')).toBeVisible()
})

test('the arrow keys, Home and End travel as well, and the place is there again after a reload', async ({
  app,
  page,
}) => {
  await work(app)
  await list(app).focus()
  await app.press('Home')
  await expect(current(app)).toContainText('Beginning')
  await expect(list(app)).toBeFocused()
  await expect(app.table('orders')).toBeVisible()
  await app.press('ArrowDown')
  await expect(app.table('purchases')).toBeVisible()
  await expect(page.getByRole('banner').getByText('Saved', { exact: true })).toBeVisible()
  await page.reload()
  await page.getByRole('button', { name: /^shop/ }).click()
  await expect(app.table('purchases')).toBeVisible()
  await expect(current(app)).toContainText('Renamed orders to purchases')
  await list(app).focus()
  await app.press('End')
  await expect(app.table('purchases')).toHaveCount(0)
})

test('the step that is in the file is marked, and names stay text', async ({ app }) => {
  await app.open(modelOf(shop))
  await app.clickTable('orders')
  await app.press('F2')
  await app.type('<img src=x onerror=alert(1)>')
  await app.press('Enter')
  await app.savedText()
  await app.press('Delete')
  await app.press('Shift+Z')
  await expect(rows(app).nth(1)).toContainText('Renamed orders to <img src=x onerror=alert(1)>')
  await expect(rows(app).nth(1)).toContainText('saved to shop.relata')
  await expect(rows(app).nth(2)).not.toContainText('saved')
  await expect(list(app).locator('img')).toHaveCount(0)
})

test('a document is cleared at once, and comes back whole', async ({ app, page }) => {
  await app.open(modelOf({ ...shop, diagrams: ['Billing'] }))
  const before = await app.savedText()
  await app.menu('Edit', 'Clear document')
  await expect(app.canvas.getByRole('group', { name: /^Table/ })).toHaveCount(0)
  await expect(page.getByRole('contentinfo')).toContainText('0 tables')
  await app.message('Everything in this document is cleared.').getByRole('button', { name: 'Undo' }).click()
  await expect(app.table('orders')).toBeVisible()
  expect(await app.savedText()).toBe(before)
})

test('a document to which nothing was done says what will stand there', async ({ app, page }) => {
  await app.newDocument()
  await app.press('Shift+Z')
  await expect(page.getByRole('heading', { name: 'Nothing done yet' })).toBeVisible()
  await app.press('Shift+Z')
  await expect(page.getByRole('complementary', { name: /Outline/ })).toHaveCount(0)
})
