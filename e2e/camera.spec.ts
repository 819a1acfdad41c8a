// Looking around: pan, zoom, fit, fly, focus.
import type { Point } from '../src/core/model/records'
import { boxOf, expect, test, type App } from './support/app'
import { crowdOf, modelOf, shop } from './support/schemas'

const percent = async (app: App): Promise<number> =>
  Number.parseInt(await app.page.getByText(/^\d+ %$/).innerText(), 10)

const corner = async (app: App, name: string): Promise<Point> => {
  const { x, y } = await boxOf(app.table(name))
  return { x, y }
}

const shift = (a: Point, b: Point): Point => ({ x: Math.round(b.x - a.x), y: Math.round(b.y - a.y) })

async function middle(app: App): Promise<Point> {
  const { x, y, width, height } = await boxOf(app.canvas)
  return { x: x + width / 2, y: y + height / 2 }
}

test('the wheel pans in both axes, with Ctrl it zooms at the pointer', async ({ app, page }) => {
  await app.open(modelOf(shop))
  const before = await corner(app, 'orders')
  const at = await middle(app)
  await page.mouse.move(at.x, at.y)
  await page.mouse.wheel(40, 60)
  await expect.poll(async () => shift(before, await corner(app, 'orders'))).toEqual({ x: -40, y: -60 })

  // What lies under the pointer stays under it.
  const under = await app.header('customers')
  await page.mouse.move(under.x, under.y)
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -120)
  await page.keyboard.up('Control')
  await expect.poll(() => percent(app)).toBeGreaterThan(110)
  const box = await boxOf(app.table('customers'))
  expect(Math.abs(box.x + box.width / 2 - under.x)).toBeLessThanOrEqual(1.5)
})

test('space and drag pans, the middle button pans, and nothing is chosen or moved', async ({ app, page }) => {
  await app.open(modelOf(shop))
  const text = await app.savedText()
  const before = await corner(app, 'orders')
  const from = await app.header('customers')
  await app.canvas.focus()
  await page.keyboard.down(' ')
  await app.drag(from, { x: from.x + 50, y: from.y + 30 })
  await page.keyboard.up(' ')
  expect(shift(before, await corner(app, 'orders'))).toEqual({ x: 50, y: 30 })
  const at = await app.header('customers')
  await page.mouse.move(at.x, at.y)
  await page.mouse.down({ button: 'middle' })
  await page.mouse.move(at.x - 20, at.y - 10, { steps: 4 })
  await page.mouse.up({ button: 'middle' })
  expect(shift(before, await corner(app, 'orders'))).toEqual({ x: 30, y: 20 })
  await expect(app.said).toHaveText('Nothing selected')
  expect(await app.savedText()).toBe(text)
})

test('fit all, fit the selection, 100 %, nearer and farther', async ({ app }) => {
  await app.open(modelOf(crowdOf({ tables: 30, gap: 420 })))
  const fitted = await percent(app)
  expect(fitted).toBeLessThan(60)
  await app.press('0')
  await expect.poll(() => percent(app)).toBe(100)
  await app.press('+')
  await expect.poll(() => percent(app)).toBe(125)
  await app.press('-')
  await expect.poll(() => percent(app)).toBe(100)
  await app.search('table_007')
  await app.press('2')
  await expect.poll(() => percent(app)).toBeGreaterThan(100)
  await expect(app.table('table_007')).toBeInViewport()
  await app.press('1')
  // The dock that came with the selection takes its room.
  await expect.poll(() => percent(app)).toBeLessThanOrEqual(fitted)
})

test('the minimap leads where it is pressed, and M puts it away', async ({ app, page }) => {
  await app.open(modelOf(crowdOf({ tables: 30, gap: 420 })))
  await app.press('0')
  await expect.poll(() => percent(app)).toBe(100)
  const map = page.locator('[data-floating] canvas')
  const { x, y } = await boxOf(map)
  await page.mouse.click(x + 20, y + 20)
  await expect(app.table('table_000')).toBeInViewport()
  await app.canvas.focus()
  await app.press('m')
  await expect(map).toHaveCount(0)
})

test('search flies to a column among three hundred tables', async ({ app }) => {
  const crowd = crowdOf({ tables: 300, gap: 360 })
  const tables = crowd.tables.map((table) =>
    table.name === 'table_207' ? { ...table, columns: [...table.columns, 'loyalty_points integer'] } : table,
  )
  await app.open(modelOf({ ...crowd, tables }))
  await expect(app.canvas).toHaveAttribute('data-tier', 'far')
  await app.search('loyalty_points')
  await expect(app.row('table_207', 'loyalty_points')).toBeInViewport()
  await expect(app.said).toContainText('loyalty_points, integer')
})

test('focus shows a table and its neighbours, to a chosen depth', async ({ app }) => {
  await app.open(modelOf(shop))
  const isFaded = async (name: string): Promise<boolean> =>
    app.table(name).evaluate((element) => Number(getComputedStyle(element).opacity) < 0.9)
  await app.clickTable('customers')
  await app.press('f')
  await expect.poll(() => isFaded('products')).toBe(true)
  expect(await isFaded('customers')).toBe(false)
  expect(await isFaded('orders')).toBe(false)
  await expect.poll(() => isFaded('order_items')).toBe(true)
  await app.press(']')
  await expect.poll(() => isFaded('order_items')).toBe(false)
  await app.press('f')
  await expect.poll(() => isFaded('products')).toBe(false)
})

test('a relation is followed from its column', async ({ app }) => {
  await app.open(modelOf(shop))
  const row = await boxOf(app.row('orders', 'customer_id'))
  await app.click({ x: row.x + row.width / 2, y: row.y + row.height / 2 })
  await app.press('g')
  await expect(app.said).toContainText('Table customers')
})
