// One place for what a person likes; it holds for every document and after a reload.
import { expect, test, type App } from './support/app'

const dialog = (app: App) => app.page.getByRole('dialog', { name: 'Settings' })
const html = (app: App) => app.page.locator('html')

test('theme and density are chosen, seen at once and kept', async ({ app, page }) => {
  await app.newDocument()
  await app.press('Control+,')
  await dialog(app).getByRole('radio', { name: 'Dark' }).click()
  await expect(html(app)).toHaveAttribute('data-theme', 'dark')
  await dialog(app).getByRole('radio', { name: 'Compact' }).click()
  await expect(html(app)).toHaveAttribute('data-density', 'compact')
  await dialog(app).getByRole('switch', { name: 'Minimap' }).click()
  await app.press('Escape')
  await expect(app.canvas).toBeFocused()
  await page.reload()
  await expect(html(app)).toHaveAttribute('data-theme', 'dark')
  await expect(html(app)).toHaveAttribute('data-density', 'compact')
})

test('the theme of the system is followed as it changes', async ({ app, page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await app.start()
  await expect(html(app)).toHaveAttribute('data-theme', 'light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(html(app)).toHaveAttribute('data-theme', 'dark')
})

test('kept settings that make no sense are as if they had never been', async ({ app, page }) => {
  await page.addInitScript(() => {
    const nonsense = { theme: 'plaid', density: 7, shortcuts: { 'edit.undo': 5 }, leftDock: { tab: 'void' } }
    localStorage.setItem('relata-settings', JSON.stringify(nonsense))
  })
  await app.newDocument()
  await expect(page.getByRole('tab', { name: 'Outline' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-keyshortcuts', 'Control+Z')
})

test('where the system chooses the colours, what is chosen and where the focus is can still be seen', async ({
  app,
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await app.newDocument()
  const outline = (name: string) => app.tool(name).evaluate((button) => getComputedStyle(button).outlineStyle)
  expect(await outline('Select')).toBe('solid')
  expect(await outline('Table')).toBe('none')
  await app.tool('Select').focus()
  await app.press('ArrowDown')
  await expect(app.tool('Table')).toBeFocused()
  expect(await outline('Table')).toBe('solid')
})
