// What the page shows stands where the geometry says: boxes of tables within half a pixel, lines at their rows.
import type { Locator } from '@playwright/test'
import { boxesIn, type Box } from './support/geometry'
import { expect, test, type App } from './support/app'
import { modelOf, shop, type ModelGiven } from './support/schemas'

const long = 'a_table_whose_name_is_much_longer_than_any_table_could_ever_be_wide_enough_to_show_it'

const hard: ModelGiven = {
  tables: [
    { name: long, columns: ['id', `${long}_column`, 'amount numeric(38,10)'], at: [0, 0] },
    { name: '顧客マスタ', columns: ['id', '氏名', '住所', 'メール'], at: [400, 0] },
    { name: 'العملاء', columns: ['id', 'الاسم', 'البريد_الإلكتروني'], at: [700, 0] },
    { name: '🛒 carts 👩‍👩‍👧', columns: ['id', '🎁_gift', 'naïve_café'], at: [0, 240] },
    { name: 'empty', columns: [], at: [400, 240] },
    { name: 'widened', columns: ['id', 'note text?'], at: [0, 440], place: { width: 400 } },
    {
      name: 'narrowed',
      columns: ['id', 'a_rather_long_column_name timestamptz'],
      at: [700, 240],
      place: { width: 120 },
    },
    { name: 'keys_only', columns: ['id', 'name', 'email'], at: [440, 440], place: { collapsed: 'keys' } },
    { name: 'name_only', columns: ['id', 'name', 'email'], at: [700, 440], place: { collapsed: 'header' } },
    { name: 'locked', columns: ['id', 'is_open?'], at: [0, 600], place: { locked: true } },
  ],
}

const tall: ModelGiven = {
  tables: [
    {
      name: 'sixty',
      columns: ['id', ...Array.from({ length: 59 }, (_, i) => `measurement_${String(i)} integer?`)],
      at: [0, 0],
    },
    { name: 'next', columns: ['id'], at: [400, 0] },
  ],
}

const named = (app: App, name: string): Locator =>
  app.canvas.locator('[data-kind="table"]').filter({ has: app.page.getByText(name, { exact: true }) })

/** Where the canvas has its origin in the window, from one table whose place is known. */
async function origin(app: App, name: string, box: Box): Promise<{ x: number; y: number }> {
  const shown = await app.table(name).boundingBox()
  if (!shown) throw new Error(`${name} is not on the page`)
  return { x: shown.x - box.x, y: shown.y - box.y }
}

async function expectBoxesAsComputed(app: App, given: ModelGiven, anchor: string): Promise<void> {
  const boxes = boxesIn(await app.saved())
  const anchorBox = boxes.get(anchor)
  if (!anchorBox) throw new Error('no anchor')
  const { x, y } = await origin(app, anchor, anchorBox)
  for (const { name } of given.tables) {
    const shown = await app.table(name).boundingBox()
    const wanted = boxes.get(name)
    if (!shown || !wanted) throw new Error(`${name} is not there`)
    const off = [
      shown.x - x - wanted.x,
      shown.y - y - wanted.y,
      shown.width - wanted.width,
      shown.height - wanted.height,
    ]
    expect(Math.max(...off.map(Math.abs)), `${name}: ${off.join(', ')}`).toBeLessThanOrEqual(0.5)
    await expectContentWithin(app.table(name), name)
  }
}

/** Nothing that a table says is cut off or hangs out of it. */
async function expectContentWithin(table: Locator, name: string): Promise<void> {
  const outside = await table.evaluate((element) => {
    const box = element.getBoundingClientRect()
    return [...element.querySelectorAll('bdi')]
      .filter((text) => {
        const { left, right, bottom } = text.getBoundingClientRect()
        return left < box.left - 0.5 || right > box.right + 0.5 || bottom > box.bottom + 0.5
      })
      .map((text) => text.textContent)
  })
  expect(outside, name).toEqual([])
}

test.use({ viewport: { width: 1700, height: 1000 } })

test('boxes of long, Chinese, Arabic and smiling names, folded and widened tables are as computed', async ({
  app,
}) => {
  await app.open(modelOf(hard))
  await app.press('0')
  await expect(named(app, 'locked')).toBeVisible()
  await expect(app.page.getByText('100 %')).toBeVisible()
  await expectBoxesAsComputed(app, hard, 'locked')
})

test('a table of sixty columns is as tall as computed', async ({ app }) => {
  await app.open(modelOf(tall))
  await app.press('0')
  await expect(app.page.getByText('100 %')).toBeVisible()
  await expectBoxesAsComputed(app, tall, 'next')
})

test('in every notation boxes are as computed, and a line says what it means', async ({ app, page }) => {
  await app.open(modelOf(shop))
  await app.press('0')
  await expect(page.getByText('100 %')).toBeVisible()
  await page.getByRole('tab', { name: 'Diagrams' }).click()
  const look = page.getByRole('region', { name: 'Look of the diagram' })
  const choose = async (field: string, option: string) => {
    await look.getByRole('combobox', { name: field }).click()
    await page.getByRole('option', { name: option, exact: true }).click()
  }
  for (const [notation, said] of [
    ['IDEF1X', '(FK)'],
    ['UML classes', '«table»'],
    ['Barker', '#'],
    ['Min–max', '(0,n)'],
    ['Chen', 'N'],
  ] as const) {
    await choose('Notation', notation)
    await expect(app.canvas.getByText(said, { exact: true }).first()).toBeVisible()
    await expectBoxesAsComputed(app, shop, 'orders')
  }
  await choose('Notation', 'Crow’s foot')
  await choose('Detail', 'Conceptual')
  await expect(app.canvas.getByText('Customers', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: /^Undo/ }).first().click()
  await expect(app.canvas.getByText('customers', { exact: true })).toBeVisible()
})

test('both ends of every line touch the side of their row', async ({ app }) => {
  await app.open(modelOf(shop))
  await app.press('0')
  await expect(app.lines).toHaveCount(3)
  const rows: readonly (readonly [string, readonly [string, string], readonly [string, string]])[] = [
    ['orders references customers through customer_id', ['orders', 'customer_id'], ['customers', 'id']],
    ['order_items references orders through order_id', ['order_items', 'order_id'], ['orders', 'id']],
    ['order_items references products through product_id', ['order_items', 'product_id'], ['products', 'id']],
  ]
  for (const [title, child, parent] of rows) {
    const ends = await app
      .line(title)
      .locator('path')
      .first()
      .evaluate((path: SVGPathElement) => {
        const matrix = path.getScreenCTM()
        if (!matrix) throw new Error('not drawn')
        return [0, path.getTotalLength()].map((at) => {
          const { x, y } = path.getPointAtLength(at)
          const point = new DOMPoint(x, y).matrixTransform(matrix)
          return { x: point.x, y: point.y }
        })
      })
    for (const [i, [table, column]] of [child, parent].entries()) {
      const box = await app.row(table, column).boundingBox()
      const end = ends[i]
      if (!box || !end) throw new Error(`${title} has no end ${String(i)}`)
      const aside = Math.min(Math.abs(end.x - box.x), Math.abs(end.x - box.x - box.width))
      expect(aside, `${title}: beside ${table}`).toBeLessThanOrEqual(1)
      expect(end.y, `${title}: at ${table}.${column}`).toBeGreaterThanOrEqual(box.y)
      expect(end.y, `${title}: at ${table}.${column}`).toBeLessThanOrEqual(box.y + box.height)
    }
  }
})
