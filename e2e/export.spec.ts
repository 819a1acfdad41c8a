// What leaves Relata: the script beside the canvas, and the export dialog.
import { readFile } from 'node:fs/promises'
import type { Download, Locator, Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './fixtures'
import { fromRoot } from './run/root.mjs'

const fixture = (name: string) => fromRoot('src/core/file/fixtures/v1', `${name}.relata`)

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

/** Without pickers files come as downloads, and are chosen through an input. */
async function withoutPickers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    for (const name of ['showOpenFilePicker', 'showSaveFilePicker'])
      Object.defineProperty(window, name, { value: undefined })
  })
}

async function openFile(page: Page, name: string): Promise<void> {
  await withoutPickers(page)
  await page.goto('./')
  await expect(page.locator('#root')).not.toBeEmpty()
  const chooser = page.waitForEvent('filechooser')
  await page.keyboard.press('ControlOrMeta+o')
  await (await chooser).setFiles(fixture(name))
  await expect(page.locator('[data-canvas]')).toBeVisible()
}

const tabOf = (page: Page, name: string): Locator => page.getByRole('tab', { name })
const sqlPanel = (page: Page): Locator => page.getByRole('region', { name: 'SQL', exact: true })
const inspector = (page: Page): Locator => page.getByRole('complementary', { name: 'Inspector' })
const lineOf = (within: Locator, text: string): Locator =>
  within.locator('.cm-line', { hasText: text }).first()
const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Export' })

async function openExport(page: Page, format?: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Export' }).click()
  const dialog = dialogOf(page)
  if (format !== undefined) await dialog.getByRole('radio', { name: format, exact: true }).click()
  return dialog
}

async function downloadFrom(page: Page, button: Locator): Promise<Download> {
  const download = page.waitForEvent('download')
  await button.click()
  return download
}

async function bytesOf(download: Download): Promise<Buffer> {
  return readFile(await download.path())
}

async function expectAccessible(page: Page, region: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include(region).analyze()
  expect(violations.map(({ help, nodes }) => [help, ...nodes.map(({ html }) => html)])).toEqual([])
}

const chooseTarget = async (page: Page, combobox: Locator, target: string): Promise<void> => {
  await combobox.click()
  await page.getByRole('option', { name: target, exact: true }).click()
}

test('the script follows what one draws, and drawing and script select each other', async ({ page }) => {
  await withoutPickers(page)
  await page.goto('./')
  await page.getByRole('button', { name: /^New/ }).first().click()
  await tabOf(page, 'SQL').click()
  await expect(sqlPanel(page)).toContainText('No SQL yet')
  for (const name of ['users', 'orders']) {
    await page.locator('[data-canvas]').focus()
    await page.keyboard.press('t')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type(name)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await expect(lineOf(sqlPanel(page), `CREATE TABLE ${name}`)).toBeVisible()
  }
  await lineOf(sqlPanel(page), 'CREATE TABLE users').click()
  await expect(inspector(page)).toContainText('users')
  await expect(lineOf(sqlPanel(page), 'CREATE TABLE users')).toHaveClass(/cm-marked/)
  await expect(lineOf(sqlPanel(page), 'CREATE TABLE orders')).not.toHaveClass(/cm-marked/)
})

test('the panel looks at what is selected, by keys alone too', async ({ page }) => {
  await openFile(page, 'shop')
  await page
    .getByRole('treeitem', { name: /categories/ })
    .first()
    .click()
  await tabOf(page, 'SQL').click()
  const line = lineOf(sqlPanel(page), 'CREATE TABLE categories')
  await expect(line).toBeInViewport()
  await expect(line).toHaveClass(/cm-marked/)
  await sqlPanel(page).getByRole('textbox').focus()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.press('Enter')
  await expect(lineOf(sqlPanel(page), 'CREATE TABLE customers')).toHaveClass(/cm-marked/)
})

test('another target is shown in place, with its notices, and the document stays what it is', async ({
  page,
}) => {
  await openFile(page, 'everything')
  await tabOf(page, 'SQL').click()
  const panel = sqlPanel(page)
  await chooseTarget(page, panel.getByRole('combobox', { name: /Database/ }), 'SQLite 3')
  await expect(panel).toContainText('Proved: our tests run these scripts on SQLite')
  const notices = panel.getByRole('list', { name: 'Notices' })
  await notices
    .getByRole('button', { name: /orders/ })
    .first()
    .click()
  await expect(inspector(page)).toContainText('orders')
  await expect(page.getByRole('contentinfo')).toContainText('PostgreSQL')
})

test('the script is copied and downloaded as it is shown', async ({ page }) => {
  await openFile(page, 'shop')
  await tabOf(page, 'SQL').click()
  const panel = sqlPanel(page)
  await expect(lineOf(panel, 'CREATE TABLE customers')).toBeVisible()
  await panel.getByRole('button', { name: 'Copy SQL' }).click()
  await expect(panel.getByRole('status')).toHaveText('Copied')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  const download = await downloadFrom(page, panel.getByRole('button', { name: 'Download SQL' }))
  expect(download.suggestedFilename()).toBe('Corner shop.sql')
  expect((await bytesOf(download)).toString()).toBe(copied)
  expect(copied).toMatch(/^CREATE TABLE customers \([^]*categories[^]*;\n$/)
})

test('the dialog exports for another database than the document’s and says so in the name', async ({
  page,
}) => {
  await openFile(page, 'shop')
  const dialog = await openExport(page, 'SQL')
  await chooseTarget(page, dialog.getByRole('combobox', { name: /Database/ }), 'PostgreSQL 18')
  await expect(lineOf(dialog, 'CREATE TABLE customers')).toBeVisible()
  await dialog.getByRole('checkbox', { name: 'DROP what is there first' }).check()
  await expect(lineOf(dialog, 'DROP TABLE')).toBeVisible()
  const download = await downloadFrom(page, dialog.getByRole('button', { name: 'Download' }))
  expect(download.suggestedFilename()).toBe('Corner shop-postgres.sql')
  expect((await bytesOf(download)).toString()).toContain('GENERATED')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await openExport(page)
  await expect(dialog.getByRole('checkbox', { name: 'DROP what is there first' })).toBeChecked()
})

test('one file per table comes as an archive whose files are the script in order', async ({ page }) => {
  await openFile(page, 'shop')
  const dialog = await openExport(page, 'SQL')
  await dialog.getByRole('checkbox', { name: 'One file per table' }).check()
  const download = await downloadFrom(page, dialog.getByRole('button', { name: 'Download' }))
  expect(download.suggestedFilename()).toBe('Corner shop.zip')
  const files = unzipSync(new Uint8Array(await bytesOf(download)))
  const names = Object.keys(files).sort()
  expect(names.map((name) => name.replace(/^\d+-/, ''))).toEqual(
    expect.arrayContaining(['customers.sql', 'orders.sql', 'order_items.sql', 'after.sql']),
  )
  expect(strFromU8(files[names.at(-1) ?? ''] ?? new Uint8Array())).toContain('FOREIGN KEY')
})

test('the selection alone is exported', async ({ page }) => {
  await openFile(page, 'shop')
  await page
    .getByRole('treeitem', { name: /categories/ })
    .first()
    .click()
  const dialog = await openExport(page, 'SQL')
  await chooseTarget(page, dialog.getByRole('combobox', { name: /What/ }), 'Selection')
  await expect(lineOf(dialog, 'CREATE TABLE categories')).toBeVisible()
  await expect(lineOf(dialog, 'CREATE TABLE customers')).toHaveCount(0)
})

test('DBML and the own file are written', async ({ page }) => {
  await openFile(page, 'shop')
  const dialog = await openExport(page, 'DBML')
  await expect(lineOf(dialog, 'Table customers')).toBeVisible()
  const dbml = await downloadFrom(page, dialog.getByRole('button', { name: 'Download' }))
  expect((await bytesOf(dbml)).toString()).toContain('Table customers {')
  await dialog.getByRole('radio', { name: 'Relata' }).click()
  await expect(lineOf(dialog, '"relata": 1')).toBeVisible()
  const relata = await downloadFrom(page, dialog.getByRole('button', { name: 'Download' }))
  expect((await bytesOf(relata)).toString()).toBe(await readFile(fixture('shop'), 'utf8'))
})

test('pictures are drawn: SVG well-formed, PNG at the size that was chosen', async ({ page }) => {
  await openFile(page, 'shop')
  const dialog = await openExport(page, 'SVG')
  await expect(dialog.getByRole('img', { name: /diagram/ })).toBeVisible()
  const svg = (
    await bytesOf(await downloadFrom(page, dialog.getByRole('button', { name: 'Download' })))
  ).toString()
  // A page without our policy, which would look at the styles of whatever is parsed.
  const blank = await page.context().newPage()
  const parsed = await blank.evaluate((text) => {
    const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement
    return { tag: root.tagName, text: root.textContent, width: Number(root.getAttribute('width')) }
  }, svg)
  await blank.close()
  expect(parsed).toMatchObject({ tag: 'svg' })
  expect(parsed.text).toContain('order_items')

  await dialog.getByRole('radio', { name: 'PNG' }).click()
  await dialog.getByRole('radio', { name: '3×' }).click()
  const png = await bytesOf(await downloadFrom(page, dialog.getByRole('button', { name: 'Download' })))
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  // Width stands in the first chunk.
  expect(png.readUInt32BE(16)).toBe(Math.floor(parsed.width * 3))
})

test('a picture in another notation with legend and title carries the model, and opens again when dropped', async ({
  page,
}) => {
  await openFile(page, 'shop')
  const dialog = await openExport(page, 'SVG')
  const choose = async (field: RegExp, option: string) => {
    await dialog.getByRole('combobox', { name: field }).click()
    await page.getByRole('option', { name: option, exact: true }).click()
  }
  await choose(/Notation/, 'UML classes')
  await dialog.getByRole('checkbox', { name: 'Legend' }).check()
  await dialog.getByRole('checkbox', { name: 'Title block' }).check()
  await dialog.getByRole('textbox', { name: 'Version' }).fill('Version 7')
  await dialog.getByRole('textbox', { name: 'Date' }).fill('today')
  await dialog.getByRole('textbox', { name: 'Date' }).blur()
  const download = async () =>
    bytesOf(await downloadFrom(page, dialog.getByRole('button', { name: 'Download' })))
  const svg = (await download()).toString()
  for (const said of ['«table»', 'UML classes', 'exactly one', 'Version 7', 'today', '0..*'])
    expect(svg).toContain(`>${said}<`)
  await dialog.getByRole('radio', { name: 'PNG' }).click()
  const png = await download()
  await dialog.getByRole('checkbox', { name: 'Carries the model' }).uncheck()
  expect((await download()).length).toBeLessThan(png.length)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')

  await page.goto('./')
  await expect(page.getByRole('button', { name: /^New/ }).first()).toBeVisible()
  await page.evaluate(
    (bytes) => {
      const data = new DataTransfer()
      data.items.add(new File([Uint8Array.from(bytes)], 'shop.png', { type: 'image/png' }))
      for (const kind of ['dragenter', 'dragover', 'drop'])
        window.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }))
    },
    [...png],
  )
  await expect(page.locator('[data-canvas]')).toBeVisible()
  await expect(page.getByRole('treeitem', { name: /order_items/ }).first()).toBeVisible()
})

test('an empty document says what to do instead of exporting nothing', async ({ page }) => {
  await page.goto('./')
  await page.getByRole('button', { name: /^New/ }).first().click()
  const dialog = await openExport(page)
  await expect(dialog).toContainText('Nothing to export yet')
  await dialog.getByRole('button', { name: 'Back to the canvas' }).click()
  await expect(dialog).toBeHidden()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`panel and dialog have no accessibility violation in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await openFile(page, 'everything')
    await tabOf(page, 'SQL').click()
    const panel = sqlPanel(page)
    await chooseTarget(page, panel.getByRole('combobox', { name: /Database/ }), 'MySQL 9')
    await expect(panel.getByRole('list', { name: 'Notices' })).toBeVisible()
    await expect(panel.locator('.cm-note').first()).toBeVisible()
    await expectAccessible(page, '[aria-label="SQL"]')
    const dialog = await openExport(page, 'SQL')
    await expect(lineOf(dialog, 'CREATE')).toBeVisible()
    await expectAccessible(page, '[role=dialog]')
  })

  test(`the choices of a picture have no accessibility violation in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await openFile(page, 'shop')
    const dialog = await openExport(page, 'PNG')
    await expect(dialog.getByRole('img', { name: /diagram/ })).toBeVisible()
    await dialog.getByRole('checkbox', { name: 'Title block' }).check()
    await expectAccessible(page, '[role=dialog]')
  })
}
