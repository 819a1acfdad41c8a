// What a database holds and no diagram shows: domains, composite types, sequences, extensions, roles and grants are
// made, filled, found, renamed, deleted and brought back, and go out as SQL.
import { defaultDdlOptions } from '../src/core/dialects/options'
import { ddlWriters } from '../src/core/dialects/writers'
import { projectOf } from '../src/core/model/schema'
import { expectNoAxeViolations } from './fixtures'
import { expect, test, type App } from './support/app'
import { modelOf, shop } from './support/schemas'

const inspectorOf = ({ page }: App) => page.getByRole('complementary', { name: 'Inspector' })

/** From the search: the name field has the focus and takes the typing. */
async function add(app: App, action: string, [field, name]: readonly [string, string]): Promise<void> {
  await app.search(action)
  const input = inspectorOf(app).getByLabel(field, { exact: true })
  await expect(input).toBeFocused()
  await app.type(name)
  await app.press('Enter')
  await expect(app.outlineRow(name)).toBeVisible()
}

/** Types into a field of the inspector, and Enter. */
async function fill(app: App, label: string, text: string): Promise<void> {
  await inspectorOf(app).getByLabel(label, { exact: true }).fill(text)
  await app.press('Enter')
}

/** The script that the saved document becomes. */
async function sqlOf(app: App): Promise<string> {
  const schema = await app.saved()
  const { target } = projectOf(schema)
  return ddlWriters[target.dialect](schema, target, defaultDdlOptions).text
}

/** Asks for another database and takes it. */
async function retarget({ page }: App, database: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: 'Target database' }).click()
  await page.getByRole('option', { name: database }).first().click()
  await page.getByRole('button', { name: /^Change to/ }).click()
}

test('domains, types, sequences, extensions, roles and grants have a form, a place and a way back', async ({
  app,
  page,
}) => {
  await app.open(modelOf(shop))
  const inspector = inspectorOf(app)

  await test.step('a domain with a check becomes the type of a column', async () => {
    await add(app, 'Add domain', ['Domain name', 'money_amount'])
    await fill(app, 'Type below the domain', 'numeric(12,2)')
    await fill(app, 'Add check', 'VALUE >= 0')
    await inspector.getByRole('checkbox', { name: /Never empty/ }).click()
    await expect(inspector.getByRole('list', { name: 'Checks' })).toContainText('VALUE >= 0')
    await expectNoAxeViolations(page, '[aria-label="Inspector"]')
  })

  await test.step('a composite type has fields in an order', async () => {
    await add(app, 'Add composite type', ['Name of the composite type', 'address'])
    for (const field of ['street text', 'city text', 'zip varchar(10)']) await fill(app, 'Add field', field)
    const fields = inspector
      .getByRole('list', { name: 'Fields of address' })
      .getByRole('button', { expanded: false })
    await expect(fields).toHaveText(['streettext', 'citytext', 'zipvarchar(10)'])
    await fields.nth(2).click()
    await inspector.getByRole('button', { name: 'Up' }).click()
    await expect(
      inspector.getByRole('list', { name: 'Fields of address' }).locator('> li').nth(1),
    ).toContainText('zip')
    await expectNoAxeViolations(page, '[aria-label="Inspector"]')
  })

  await test.step('a sequence, an extension and roles', async () => {
    await add(app, 'Add sequence', ['Sequence name', 'invoice_numbers'])
    await fill(app, 'Starts at', '1000')
    await fill(app, 'Column that owns the sequence', 'products.sku')
    await expectNoAxeViolations(page, '[aria-label="Inspector"]')
    await add(app, 'Add extension', ['Extension name', 'citext'])
    await add(app, 'Add role', ['Role name', 'staff'])
    await add(app, 'Add role', ['Role name', 'reader'])
    await fill(app, 'Add an attribute', 'LOGIN')
    await fill(app, 'Add a role that it belongs to', 'staff')
    await expectNoAxeViolations(page, '[aria-label="Inspector"]')
  })

  await test.step('a grant to the role that is selected', async () => {
    await app.search('Add grant')
    await expect(app.outlineRow('SELECT on customers to reader')).toBeVisible()
    await fill(app, 'Add a right', 'UPDATE')
    await fill(app, 'What the rights are on', 'orders')
    await expect(app.outlineRow('SELECT, UPDATE on orders to reader')).toBeVisible()
    await expectNoAxeViolations(page, '[aria-label="Inspector"]')
  })

  await test.step('all of it is in the SQL', async () => {
    const sql = await sqlOf(app)
    for (const statement of [
      /CREATE DOMAIN money_amount AS numeric\(12,2\) NOT NULL\s+CHECK \(VALUE >= 0\)/,
      /CREATE TYPE address AS \(\s+street text,\s+zip varchar\(10\),\s+city text/,
      /CREATE SEQUENCE invoice_numbers START WITH 1000/,
      /ALTER SEQUENCE invoice_numbers OWNED BY products.sku/,
      /CREATE EXTENSION IF NOT EXISTS citext/,
      /CREATE ROLE reader LOGIN/,
      /GRANT staff TO reader/,
      /GRANT SELECT, UPDATE ON TABLE orders TO reader/,
    ])
      expect(sql).toMatch(statement)
  })

  await test.step('found by the search, renamed by F2, followed by what names it', async () => {
    await app.search('reader')
    await expect(inspector.getByLabel('Role name')).toHaveValue('reader')
    await app.outlineRow('reader').click()
    await app.press('F2')
    await expect(inspector.getByLabel('Role name')).toBeFocused()
    await app.type('auditor')
    await app.press('Enter')
    await expect(app.outlineRow('SELECT, UPDATE on orders to auditor')).toBeVisible()
  })

  await test.step('deleted with what cannot be without it, and brought back', async () => {
    await app.outlineRow('auditor').click()
    await app.press('Delete')
    await expect(app.outlineRow('auditor')).toHaveCount(0)
    await expect(app.outlineRow('SELECT, UPDATE on orders to auditor')).toHaveCount(0)
    await app.press('Control+z')
    await expect(app.outlineRow('SELECT, UPDATE on orders to auditor')).toBeVisible()
  })

  await test.step('where the target has none it is not offered, and what is there says so', async () => {
    await retarget(app, /^SQLite/)
    await app.outlineRow('money_amount').click()
    await expect(inspector).toContainText('SQLite has no domains')
    await page.getByRole('button', { name: 'Add to the database' }).click()
    await expect(page.getByRole('menuitem', { name: 'Add table' })).toBeVisible()
    await expect(page.getByRole('menuitem', { name: 'Add domain' })).toHaveCount(0)
  })
})
