// One column among a thousand tables: a few letters, Enter, and one stands before it.
import { expect, test } from './support/app'
import { crowdOf, modelOf } from './support/schemas'

test('a column among a thousand tables is found, flown to and told', async ({ app, page }) => {
  test.slow()
  const crowd = crowdOf({ tables: 1000, columns: 4 })
  const tables = crowd.tables.map((table) =>
    table.name === 'table_777' ? { ...table, columns: [...table.columns, 'settlement_date date'] } : table,
  )
  await app.open(modelOf({ ...crowd, tables }))
  await expect(app.canvas).toHaveAttribute('data-tier', 'far')
  await app.press('Control+k')
  const field = page.getByRole('combobox', { name: /search/i })
  await expect(field).toBeFocused()
  // The beginnings of its words are enough.
  await app.type('setdat')
  const first = page.getByRole('option').first()
  await expect(first).toContainText('settlement_date')
  await expect(first).toContainText('table_777')
  await app.press('Enter')
  await expect(field).toHaveCount(0)
  await expect(app.canvas).toHaveAttribute('data-tier', 'near')
  await app.settled()
  const row = await app.row('table_777', 'settlement_date').boundingBox()
  const canvas = await app.canvas.boundingBox()
  expect(row && canvas && row.x > canvas.x && row.x + row.width < canvas.x + canvas.width).toBe(true)
  expect(row && canvas && row.y > canvas.y && row.y + row.height < canvas.y + canvas.height).toBe(true)
  await expect(app.said).toHaveText('settlement_date, date')
})
