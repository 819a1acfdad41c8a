// The way in: documents with their pictures, templates, and what is deleted by mistake.
import type { Page } from '@playwright/test'
import { expectNoAxeViolations } from './fixtures'
import { expect, test, type App } from './support/app'
import { tableNames } from './support/model'
import { modelOf, shop } from './support/schemas'

const documents = (page: Page) => page.getByRole('region', { name: 'Your documents' })
const card = (page: Page, name: string) =>
  documents(page).getByRole('button', { name: new RegExp(`^${name} `) })
const gallery = (page: Page) => page.getByRole('region', { name: 'Start from a template' })

async function useTemplate({ page, settled }: Pick<App, 'page' | 'settled'>, title: string): Promise<void> {
  await gallery(page)
    .getByRole('button', { name: new RegExp(`^${title} `) })
    .click()
  const dialog = page.getByRole('dialog', { name: title })
  await expect(dialog.getByRole('img', { name: `Diagram of ${title}` })).toBeVisible()
  await dialog.getByRole('button', { name: 'Use this template' }).click()
  await settled()
}

async function backToDocuments(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'All documents' }).click()
  await expect(documents(page)).toBeVisible()
}

test('a template is looked at, taken and exported for the database that was chosen', async ({
  app,
  page,
}) => {
  await app.start()
  await page.getByRole('combobox', { name: 'Target of new documents' }).click()
  await page.getByRole('option', { name: 'MySQL 8.4', exact: true }).click()
  await useTemplate({ page, settled: () => app.settled() }, 'Online shop')
  await expect(app.outlineRow('order_items')).toBeVisible()
  const names = tableNames(await app.saved())
  expect(names).toContain('stock_levels')
  expect(names).toHaveLength(18)

  await app.press('Control+e')
  const coming = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: 'Download' }).click()
  const stream = await (await coming).createReadStream()
  const script = (await stream.setEncoding('utf8').toArray()).join('')
  expect(script).toContain('AUTO_INCREMENT')
  expect(script).toContain('CREATE TABLE order_items')
})

test('a document is renamed where it stands, duplicated, deleted and brought back', async ({ app, page }) => {
  await app.open(modelOf(shop), 'shop.relata')
  await app.savedText()
  await backToDocuments(page)
  const [first] = await documents(page).getByRole('button').all()
  await first?.focus()
  await app.press('F2')
  await page.getByRole('textbox', { name: 'Name of the document' }).fill('Corner shop')
  await app.press('Enter')
  await expect(card(page, 'Corner shop')).toBeVisible()

  await page.getByRole('button', { name: 'Actions for Corner shop' }).click()
  await page.getByRole('menuitem', { name: 'Duplicate' }).click()
  await expect(card(page, 'Corner shop copy')).toBeVisible()

  await card(page, 'Corner shop copy').focus()
  await app.press('Delete')
  await expect(card(page, 'Corner shop copy')).toHaveCount(0)
  await app.messages.getByRole('button', { name: 'Undo' }).click()
  await card(page, 'Corner shop copy').click()
  await app.settled()
  expect(tableNames(await app.saved())).toContain('orders')
})

test('documents show what they look like, also after a reload, and new tables are in the picture', async ({
  app,
  page,
}) => {
  await app.newDocument()
  await app.doubleClick(await app.at(200, 80))
  await app.typeTable('customers', ['name', 'email'])
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await backToDocuments(page)
  const drawn = card(page, 'Untitled').locator('svg[viewBox] path[d^="M"]')
  await expect(drawn.first()).toBeVisible()
  const before = await drawn.evaluateAll((paths) => paths.map((path) => path.getAttribute('d')).join(''))
  await expect(card(page, 'Untitled')).toContainText(/PostgreSQL 18\s*1 table\s*just now/)

  await page.reload()
  await expect(drawn.first()).toBeVisible()
  await card(page, 'Untitled').click()
  await app.settled()
  await app.doubleClick(await app.at(600, 80))
  await app.typeTable('orders', ['total'])
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await backToDocuments(page)
  await expect
    .poll(() => drawn.evaluateAll((paths) => paths.map((path) => path.getAttribute('d')).join('')))
    .not.toBe(before)
  await expect(card(page, 'Untitled')).toContainText('2 tables')
})

test('a template is inserted beside what is there, and one undo takes it away', async ({ app, page }) => {
  await app.open(modelOf(shop))
  const before = tableNames(await app.saved())
  await app.press('Control+k')
  await expect(page.getByRole('combobox', { name: /search/i })).toBeFocused()
  await app.type('insert a template')
  await app.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /^Library / }).click()
  await dialog.getByRole('button', { name: 'Insert', exact: true }).click()
  await expect(app.table('loans')).toBeVisible()
  expect(tableNames(await app.saved())).toHaveLength(before.length + 17)
  await app.canvas.focus()
  await app.press('Control+z')
  await expect(app.table('loans')).toHaveCount(0)
  expect(tableNames(await app.saved())).toEqual(before)
})

test('one walks the gallery by arrow keys, and Tab leaves it in one step', async ({ app, page }) => {
  await app.start()
  const cards = gallery(page).getByRole('button')
  await cards.first().focus()
  await app.press('ArrowRight')
  await expect(cards.nth(1)).toBeFocused()
  await app.press('ArrowDown')
  await app.press('ArrowUp')
  await expect(cards.nth(1)).toBeFocused()
  await app.press('Shift+Tab')
  await expect(page.getByRole('button', { name: 'Import…' })).toBeFocused()
})

test('many documents are searched and sorted', async ({ app, page }) => {
  test.slow()
  await app.open(modelOf(shop))
  await backToDocuments(page)
  const [first] = await documents(page).getByRole('button').all()
  await first?.focus()
  await app.press('F2')
  await page.getByRole('textbox', { name: 'Name of the document' }).fill('Plan 1')
  await app.press('Enter')
  for (let n = 0; n < 8; n++) {
    await page.getByRole('button', { name: 'Actions for Plan 1', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Duplicate' }).click()
    await expect(documents(page).getByRole('listitem')).toHaveCount(n + 2)
  }
  await page.getByRole('searchbox', { name: 'Search your documents' }).fill('nothing like it')
  await expect(page.getByRole('status').filter({ hasText: 'No document is called that.' })).toBeVisible()
  await page.getByRole('searchbox', { name: 'Search your documents' }).fill('plan copy')
  await expect(documents(page).getByRole('listitem')).toHaveCount(8)
})

test.describe('in a window of 360 pixels', () => {
  test.use({ viewport: { width: 360, height: 740 } })

  test('nothing is wider than the window, and a template can be taken', async ({ app, page }) => {
    await app.start()
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(wide).toBeLessThanOrEqual(0)
    await useTemplate({ page, settled: () => app.settled() }, 'School')
    await expect(app.canvas).toBeVisible()
  })
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the start page, full, has no violation in ${colorScheme}`, async ({ app, page }) => {
    test.slow()
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await app.start()
    await useTemplate({ page, settled: () => app.settled() }, 'CRM')
    await backToDocuments(page)
    await expect(card(page, 'CRM').locator('svg[viewBox] path').first()).toBeVisible()
    await expectNoAxeViolations(page)
  })

  test(`the look at a template has no violation in ${colorScheme}`, async ({ app, page }) => {
    test.slow()
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await app.start()
    await gallery(page)
      .getByRole('button', { name: /^Hospital / })
      .click()
    await expect(page.getByRole('img', { name: 'Diagram of Hospital' })).toBeVisible()
    await expectNoAxeViolations(page)
  })
}
