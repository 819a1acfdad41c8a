// A schema without a dump: a query is copied, run elsewhere, and its answer is looked over like every import.
import { expectNoAxeViolations } from './fixtures'
import { dropFiles, importDialog, pasteText } from './support/importing'
import { expect, test } from './support/app'

const probe = `"\\\n'`
const answer = {
  relataCatalogue: 1,
  dialect: 'sqlite',
  server: '3.45.1',
  database: '/home/me/shop.db',
  probe,
  statements: [
    {
      kind: 'table',
      name: 'orders',
      sql: 'CREATE TABLE orders (region text, no integer, PRIMARY KEY (region, no))',
    },
    {
      kind: 'table',
      name: 'items',
      sql: 'CREATE TABLE items (region text, no integer, line integer, FOREIGN KEY (region, no) REFERENCES orders (region, no))',
    },
    { kind: 'table', name: 'words', sql: 'CREATE VIRTUAL TABLE words USING fts5 (body)' },
  ],
}
const json = JSON.stringify(answer)

test('the catalogue query is copied, and its answer becomes a document', async ({ app, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await app.start()
  await app.search('Import from a database')
  const dialog = importDialog(page)
  await expect(dialog.getByRole('tab', { name: 'From a database' })).toHaveAttribute('aria-selected', 'true')
  await expect(dialog.getByRole('textbox', { name: 'Catalogue query' })).toContainText('pg_class')
  await expectNoAxeViolations(page)
  const size = page.viewportSize()
  await page.setViewportSize({ width: 400, height: 800 })
  await expectNoAxeViolations(page)
  if (size) await page.setViewportSize(size)

  await dialog.getByRole('combobox', { name: /your database/ }).click()
  await page.getByRole('option', { name: 'SQLite', exact: true }).click()
  await expect(dialog.getByRole('textbox', { name: 'Catalogue query' })).toContainText('sqlite_master')
  await dialog.getByRole('button', { name: 'Copy query' }).click()
  await expect(dialog.getByRole('status')).toHaveText('Copied')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toMatch(/^select json_object\([^]*'relataCatalogue', 1[^]*as relata_catalogue;$/)

  // What a client cut off is told, and the way back leads to the same place.
  const field = dialog.getByRole('textbox', { name: /Paste its answer/ })
  await field.focus()
  await pasteText(page, json.slice(0, 300))
  await expect(dialog.getByRole('alert')).toContainText(/ends in the middle.*line 1, column 301.*export/i)
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Choose something else' }).click()

  await field.focus()
  await pasteText(page, `"relata_catalogue"\n"${json.replaceAll('"', '""')}"\n`)
  await expect(dialog.getByRole('option')).toHaveCount(2)
  await expect(dialog.getByRole('status')).toContainText('2 tables, 1 relation')
  // A notice leads to its place in the script that was made of the answer.
  await dialog.getByRole('tab', { name: /Notices/ }).click()
  await dialog.getByRole('button', { name: /virtual table/i }).click()
  await expect(dialog.getByRole('region', { name: 'Source' })).toContainText('USING fts5')
  await dialog.getByRole('button', { name: 'Create document' }).click()
  await app.settled()
  await expect(app.table('items')).toBeVisible()
  const saved = await app.saved()
  expect([...saved.project.values()][0]).toMatchObject({ name: 'shop', target: { dialect: 'sqlite' } })
  expect([...saved.relation.values()][0]).toMatchObject({ kind: 'foreignKey' })
})

test('a saved answer is dropped or pasted anywhere', async ({ app, page }) => {
  await app.start()
  await dropFiles(page, [
    { name: 'result.csv', text: `relata_catalogue\r\n"${json.replaceAll('"', '""')}"\r\n` },
  ])
  const dialog = importDialog(page)
  await expect(dialog.getByRole('status')).toContainText('2 tables, 1 relation')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await pasteText(page, json)
  await expect(dialog.getByRole('status')).toContainText('2 tables, 1 relation')
})
