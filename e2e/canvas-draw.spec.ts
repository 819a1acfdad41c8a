// Drawing a schema on the canvas: tables, columns and relations by mouse, typing in place.
import { expect, test } from './fixtures'
import { boxOf, canvasOf, columnOf, drag, headOf, portOf, pull, steps, tableOf } from './kit/canvas/hands'
import { openCanvas } from './kit/canvas/openCanvas'

test('a table is made where one double-clicks, and typed from top to bottom', async ({ page }) => {
  await openCanvas(page)
  await canvasOf(page).dblclick({ position: { x: 400, y: 200 } })
  await page.keyboard.type('orders')
  await page.keyboard.press('Enter')
  await page.keyboard.type('placed_at')
  await page.keyboard.press('Tab')
  // The name alone suggests the type; Enter takes it and goes on to the next column.
  await expect(page.getByRole('combobox', { name: 'Type of the new column' })).toHaveValue(/timestamp/)
  await page.keyboard.press('Enter')
  await page.keyboard.type('note')
  await page.keyboard.press('Tab')
  await page.keyboard.type('varchar(40)')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Backspace')
  await expect(columnOf(page, 'orders', 'placed_at')).toContainText('timestamp')
  await expect(columnOf(page, 'orders', 'note')).toContainText('varchar(40)')
  await expect(canvasOf(page)).toBeFocused()
  expect(await steps(page)).toEqual([
    'Add table',
    'Name table orders',
    'Add column placed_at',
    'Add column note',
  ])
})

test('a name that means another table offers the relation', async ({ page }) => {
  await openCanvas(page, { sample: 'shop' })
  await canvasOf(page).dblclick({ position: { x: 640, y: 680 } })
  await page.keyboard.type('stock')
  await page.keyboard.press('Enter')
  await page.keyboard.type('product_id')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'products' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('img', { name: 'stock references products through product_id' })).toBeAttached()
})

test('pasted lines become columns in one step', async ({ page }) => {
  await openCanvas(page, { sample: 'shop' })
  await page.mouse.click(...xy(await headOf(page, 'products')))
  await page.getByRole('button', { name: 'Add column' }).click()
  await page.getByRole('textbox', { name: 'Name of the new column' }).evaluate((field) => {
    const data = new DataTransfer()
    data.setData('text', 'weight numeric(8,3)\nis_sold boolean not null')
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  await page.keyboard.press('Escape')
  await expect(columnOf(page, 'products', 'weight')).toContainText('numeric(8,3)')
  await expect(columnOf(page, 'products', 'is_sold')).toContainText('boolean')
  expect(await steps(page)).toEqual(['Add 2 columns'])
})

const xy = ({ x, y }: { readonly x: number; readonly y: number }): [number, number] => [x, y]

test('a line from table to table makes the foreign key in the child, and says so before the button is released', async ({
  page,
}) => {
  await openCanvas(page, { sample: 'shop' })
  const { x, y, width } = await boxOf(tableOf(page, 'order_lines'))
  await page.mouse.move(x + 60, y + 24)
  await pull(page, { x: x + width, y: y + 24 }, await headOf(page, 'customers'))
  await expect(page.getByText('order_lines.customer_id (new) → customers.id').first()).toBeVisible()
  await page.mouse.up()
  await expect(columnOf(page, 'order_lines', 'customer_id')).toContainText('bigint')
  await expect(
    page.getByRole('img', { name: 'order_lines references customers through customer_id' }),
  ).toBeAttached()
})

test('a relation that cannot be says why beside the pointer and changes nothing', async ({ page }) => {
  await openCanvas(page, { sample: 'shop' })
  await page.mouse.move(...xy(await headOf(page, 'product_details')))
  const from = await portOf(page, 'product_details', 'html')
  const target = await boxOf(columnOf(page, 'customers', 'id'))
  await pull(page, from, { x: target.x + 80, y: target.y + 12 })
  await expect(page.getByText('they cannot be equal').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.mouse.up()
  expect(await steps(page)).toEqual([])
})

test('many to many, taken from the palette, makes the table in between with a key of both', async ({
  page,
}) => {
  await openCanvas(page, { sample: 'shop' })
  await page.getByRole('button', { name: 'Many to many' }).click()
  await page.mouse.click(...xy(await headOf(page, 'customers')))
  await page.mouse.click(...xy(await headOf(page, 'products')))
  await expect(tableOf(page, 'customer_products')).toBeVisible()
  await expect(
    columnOf(page, 'customer_products', 'customer_id').getByRole('img', { name: 'primary key' }),
  ).toBeVisible()
  await expect(
    columnOf(page, 'customer_products', 'product_id').getByRole('img', { name: 'primary key' }),
  ).toBeVisible()
})

test('things are dragged from the palette onto the canvas', async ({ page }) => {
  await openCanvas(page)
  const places = { 'Sticky note': { x: 300, y: 500 }, Enum: { x: 700, y: 200 }, View: { x: 900, y: 500 } }
  for (const [name, place] of Object.entries(places)) {
    const { x, y } = await boxOf(page.getByRole('button', { name, exact: true }))
    await drag(page, { x: x + 12, y: y + 12 }, place)
    await page.keyboard.press('Escape')
  }
  await expect(page.locator('[data-kind="note"]')).toHaveCount(1)
  await expect(page.locator('[data-kind="enum"]')).toHaveCount(1)
  await expect(page.locator('[data-kind="view"]')).toHaveCount(1)
  expect(await steps(page)).toEqual(['Add note', 'Add enum', 'Add view'])
})

test('cardinality is set at the end of the line and writes UNIQUE', async ({ page }) => {
  await openCanvas(page, { sample: 'shop' })
  const { x, y, height } = await boxOf(columnOf(page, 'order_lines', 'order_id'))
  // On the line, away from its mark; then on the mark itself.
  await page.mouse.click(x - 40, y + height / 2)
  await page.mouse.click(x - 10, y + height / 2)
  await page.getByRole('menuitemradio', { name: 'At most one' }).click()
  await expect(columnOf(page, 'order_lines', 'order_id').getByRole('img', { name: 'unique' })).toBeVisible()
})
