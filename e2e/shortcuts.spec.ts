// Keys of one's own choice: recorded, refused, taken from others, shown everywhere, kept, and put back.
import type { Locator } from '@playwright/test'
import { expect, test, type App } from './support/app'
import { modelOf, shop } from './support/schemas'

const sheet = (app: App): Locator => app.page.getByRole('dialog', { name: 'Keyboard shortcuts' })

async function record(app: App, action: string, keys: string): Promise<void> {
  await sheet(app)
    .getByRole('button', { name: `Change the keys of ${action}`, exact: true })
    .click()
  await expect(sheet(app).getByRole('button', { name: `New keys for ${action}` })).toBeFocused()
  await app.press(keys)
}

async function openSheet(app: App): Promise<void> {
  await app.open(modelOf(shop))
  await app.press('?')
  await expect(sheet(app)).toBeVisible()
}

test('every action is listed, found by its name or by its keys', async ({ app, page }) => {
  await openSheet(app)
  const find = sheet(app).getByRole('searchbox', { name: 'Find an action or keys' })
  await expect(find).toBeFocused()
  await expect(sheet(app).getByText('Swap parent and child')).toBeVisible()
  await app.type('ctrl d')
  await expect(sheet(app).getByText('Duplicate', { exact: true })).toBeVisible()
  await expect(sheet(app).getByText('Swap parent and child')).toHaveCount(0)
  await find.fill('zzz')
  await expect(page.getByRole('heading', { name: 'No action is called that' })).toBeVisible()
})

test('keys that are recorded work, show in menu, search and tooltip, and outlive a reload', async ({
  app,
  page,
}) => {
  await openSheet(app)
  await record(app, 'Duplicate', 'Control+j')
  const change = sheet(app).getByRole('button', {
    name: 'Change the keys of Duplicate',
    exact: true,
  })
  await expect(change).toBeFocused()
  await record(app, 'Undo', 'Alt+u')
  await app.press('Escape')
  await expect(sheet(app)).toHaveCount(0)
  await app.clickTable('orders')
  await app.press('Control+j')
  await expect(app.table('orders_2')).toBeVisible()
  await app.press('Control+z')
  await expect(app.table('orders_2')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-keyshortcuts', 'Alt+U')
  await app.press('Alt+u')
  await expect(app.table('orders_2')).toHaveCount(0)
  await page.reload()
  await page.getByRole('button', { name: /^shop/ }).click()
  await app.clickTable('orders')
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Edit' }).click()
  const entry = page.getByRole('menuitem', { name: 'Duplicate' })
  await expect(entry).toContainText('Ctrl+J')
  await expect(entry).toHaveAttribute('aria-keyshortcuts', 'Control+J')
  await app.press('Escape', 'Escape', 'Control+k')
  await expect(page.getByRole('combobox', { name: /search/i })).toBeFocused()
  await app.type('Duplicate')
  await expect(page.getByRole('option', { name: /^Duplicate Edit/ })).toContainText('Ctrl+J')
})

test('what another action has is named, and can be taken from it; all of it can be put back', async ({
  app,
}) => {
  await openSheet(app)
  await record(app, 'Lock in place', 'Control+d')
  await expect(sheet(app).getByRole('status')).toHaveText('Ctrl+D is already “Duplicate”.')
  await sheet(app).getByRole('button', { name: 'Use it here instead' }).click()
  const row = (label: string) => sheet(app).getByRole('listitem').filter({ hasText: label })
  await expect(row('Lock in place')).toContainText('Ctrl+D')
  await expect(row('Duplicate').first()).not.toContainText('Ctrl+D')
  await sheet(app).getByRole('button', { name: 'Reset the keys of Lock in place' }).click()
  await expect(row('Lock in place')).toContainText('L')
  await sheet(app).getByRole('button', { name: 'Reset all' }).click()
  await expect(row('Duplicate').first()).toContainText('Ctrl+D')
  await expect(sheet(app).getByRole('button', { name: 'Reset all' })).toBeDisabled()
})

test('keys of the browser and of walking are refused with the reason, and Escape leaves all as it was', async ({
  app,
}) => {
  await openSheet(app)
  await record(app, 'Duplicate', 'Alt+ArrowLeft')
  await expect(sheet(app).getByRole('status')).toHaveText(
    'Alt+← walks and moves on the canvas. Choose others.',
  )
  await app.press('F5')
  await expect(sheet(app).getByRole('status')).toHaveText('F5 reloads the page. Choose others.')
  await app.press('Escape')
  await expect(sheet(app)).toBeVisible()
  await expect(sheet(app).getByText('Ctrl+D')).toBeVisible()
})

test('letters alone can be switched off: then they do nothing and are shown nowhere', async ({
  app,
  page,
}) => {
  await openSheet(app)
  await sheet(app)
    .getByRole('switch', { name: /Letters, digits and signs/ })
    .click()
  await app.press('Escape')
  await app.canvas.focus()
  await app.press('t')
  await expect(app.canvas.getByRole('textbox')).toHaveCount(0)
  await expect(app.tool('Table')).not.toHaveAttribute('aria-keyshortcuts', /.*/)
  await app.press('Control+a', 'Delete')
  await expect(app.table('orders')).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Your documents' })).toBeVisible()
  await app.press('?')
  await expect(sheet(app)).toHaveCount(0)
})
