// Moving about and moving things: both tiers, by mouse and by keyboard; what Escape drops was never there.
import { expect, test } from './fixtures'
import {
  boxOf,
  canvasOf,
  drag,
  headOf,
  placeOfFirst,
  pull,
  selectedCount,
  steps,
  tableOf,
  zoomTo,
} from './kit/canvas/hands'
import { openCanvas } from './kit/canvas/openCanvas'

test('every table is as large on the screen as it was computed to be', async ({ page }) => {
  for (const sample of ['shop', 'hostile'] as const) {
    await openCanvas(page, { sample })
    const wrong = await page.locator('[data-object]').evaluateAll((nodes) =>
      nodes.flatMap((node) => {
        const wrapper = node.closest<HTMLElement>('.react-flow__node')
        if (!(node instanceof HTMLElement) || !wrapper) return ['not in the view']
        const asked = { width: parseFloat(wrapper.style.width), height: parseFloat(wrapper.style.height) }
        const isSame = node.offsetWidth === asked.width && node.offsetHeight === asked.height
        // Rows stand where the face says, and no text is cut by the box around it.
        const rows = [...node.querySelectorAll<HTMLElement>('[data-part]')]
        const last = rows.at(-1)
        const isFilled = !last || last.getBoundingClientRect().bottom <= node.getBoundingClientRect().bottom
        const isInside = [...node.querySelectorAll('bdi')].every(
          (text) => text.getBoundingClientRect().right <= node.getBoundingClientRect().right + 0.5,
        )
        return isSame && isFilled && isInside ? [] : [node.getAttribute('aria-label')]
      }),
    )
    expect(wrong).toEqual([])
  }
})

test('a table is dragged in one step, and Escape drops a drag', async ({ page }) => {
  await openCanvas(page, { sample: 'shop' })
  const before = await boxOf(tableOf(page, 'orders'))
  const head = await headOf(page, 'orders')
  await pull(page, head, { x: head.x + 80, y: head.y + 160 })
  await page.keyboard.press('Escape')
  await page.mouse.up()
  expect(await boxOf(tableOf(page, 'orders'))).toEqual(before)
  expect(await steps(page)).toEqual([])

  await drag(page, head, { x: head.x + 80, y: head.y + 160 })
  const after = await boxOf(tableOf(page, 'orders'))
  expect(after.x - before.x).toBeCloseTo(80, -1)
  expect(after.y - before.y).toBeCloseTo(160, -1)
  expect(await steps(page)).toEqual([expect.stringMatching(/^Move \S+$/)])
})

test('a frame selects what it touches, and the arrow keys nudge all of it in one step', async ({ page }) => {
  await openCanvas(page, { sample: 'shop' })
  const first = await boxOf(tableOf(page, 'customers'))
  const last = await boxOf(tableOf(page, 'addresses'))
  await drag(page, { x: first.x - 24, y: first.y - 24 }, { x: last.x + 40, y: last.y + 40 })
  expect(await selectedCount(page)).toBe(2)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  expect((await boxOf(tableOf(page, 'customers'))).x).toBe(first.x + 16)
  expect((await boxOf(tableOf(page, 'addresses'))).x).toBe(last.x + 16)
  expect(await steps(page)).toEqual(['Move 2 tables'])
})

test('Shift adds to the selection and takes away from it', async ({ page }) => {
  await openCanvas(page, { sample: 'shop' })
  const [orders, products] = [await headOf(page, 'orders'), await headOf(page, 'products')]
  await page.mouse.click(orders.x, orders.y)
  await page.keyboard.down('Shift')
  await page.mouse.click(products.x, products.y)
  expect(await selectedCount(page)).toBe(2)
  await page.mouse.click(orders.x, orders.y)
  expect(await selectedCount(page)).toBe(1)
  await page.keyboard.up('Shift')
})

test('far away the same hands do the same things', async ({ page }) => {
  await openCanvas(page, { tables: 40 })
  await expect(canvasOf(page)).toHaveAttribute('data-tier', 'far')
  await expect(page.locator('[data-object]')).toHaveCount(0)
  const before = await placeOfFirst(page)
  await page.mouse.click(before.x + 4, before.y + 4)
  expect(await selectedCount(page)).toBe(1)
  await drag(page, { x: before.x + 4, y: before.y + 4 }, { x: before.x + 44, y: before.y + 24 })
  const after = await placeOfFirst(page)
  expect(after.x - before.x).toBeGreaterThan(30)
  expect(await steps(page)).toEqual([expect.stringMatching(/^Move \S+$/)])
  await zoomTo(page, 1)
  await expect(canvasOf(page)).toHaveAttribute('data-tier', 'near')
  await expect(page.locator('[data-object]').first()).toBeVisible()
})

test('a line bends where one double-clicks, the bend moves, and a second double-click takes it away', async ({
  page,
}) => {
  await openCanvas(page, { sample: 'shop' })
  const [a, b] = [await boxOf(tableOf(page, 'customers')), await boxOf(tableOf(page, 'addresses'))]
  const line = page.getByRole('img', { name: 'addresses references customers through customer_id' })
  const way = await boxOf(line)
  const middle = { x: way.x < a.x ? way.x : way.x + way.width, y: (a.y + a.height + b.y) / 2 }
  await page.mouse.click(middle.x, middle.y)
  await page.mouse.dblclick(middle.x, middle.y)
  const bend = page.locator('[data-bend]')
  await expect(bend).toHaveCount(1)
  const at = await boxOf(bend)
  await drag(page, { x: at.x + 4, y: at.y + 4 }, { x: at.x - 60, y: at.y + 4 })
  const moved = await boxOf(bend)
  expect(at.x - moved.x).toBeGreaterThan(40)
  await page.mouse.dblclick(moved.x + 4, moved.y + 4)
  await expect(bend).toHaveCount(0)
  expect(await steps(page)).toEqual([
    expect.stringMatching(/^Bend the relation of/),
    expect.stringMatching(/^Bend the relation of/),
    expect.stringMatching(/^Straighten the relation of/),
  ])
})

test('the wheel pans, with Ctrl it zooms at the pointer', async ({ page }) => {
  await openCanvas(page, { sample: 'shop' })
  const before = await boxOf(tableOf(page, 'orders'))
  await page.mouse.move(before.x, before.y)
  await page.mouse.wheel(0, 120)
  await expect.poll(async () => (await boxOf(tableOf(page, 'orders'))).y).toBe(before.y - 120)
  await page.mouse.wheel(0, -120)
  await expect.poll(async () => (await boxOf(tableOf(page, 'orders'))).y).toBe(before.y)
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -100)
  await page.keyboard.up('Control')
  await expect
    .poll(async () => (await boxOf(tableOf(page, 'orders'))).width)
    .toBeGreaterThan(before.width * 1.1)
  const after = await boxOf(tableOf(page, 'orders'))
  expect(after.x).toBeCloseTo(before.x, 0)
  expect(after.y).toBeCloseTo(before.y, 0)
})
