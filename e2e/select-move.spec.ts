// Choosing and moving what stands on the canvas, near and far.
import type { Point } from '../src/core/model/records'
import { boxesIn, type Box } from './support/geometry'
import { placementNamed } from './support/model'
import { boxOf, expect, test, type App } from './support/app'
import { crowdOf, modelOf, shop, type ModelGiven } from './support/schemas'

const three: ModelGiven = {
  tables: [
    { name: 'alpha', columns: ['id', 'name text'], at: [0, 0] },
    { name: 'beta', columns: ['id', 'a_longer_column_name text', 'code text'], at: [300, 45] },
    { name: 'gamma', columns: ['id'], at: [90, 230] },
  ],
}

const boxes = async (app: App): Promise<ReadonlyMap<string, Box>> => boxesIn(await app.saved())

async function box(app: App, name: string): Promise<Box> {
  const found = (await boxes(app)).get(name)
  if (!found) throw new Error(`${name} has no box`)
  return found
}

const selected = (app: App) => app.page.getByText(/^\d+ selected$/)

async function empty(app: App): Promise<Point> {
  const { x, y } = await boxOf(app.table('alpha'))
  return { x: x - 20, y: y - 20 }
}

test.describe('choosing', () => {
  test('by a frame, by Shift, all at once, and none', async ({ app, page }) => {
    await app.open(modelOf(three))
    const from = await empty(app)
    const gamma = await boxOf(app.table('gamma'))
    await app.drag(from, { x: gamma.x + 20, y: gamma.y + 20 })
    await expect(app.said).toHaveText('2 objects selected')
    await expect(selected(app)).toHaveText('2 selected')
    await app.clickTable('beta', ['Shift'])
    await expect(selected(app)).toHaveText('3 selected')
    await app.clickTable('alpha', ['Shift'])
    await expect(selected(app)).toHaveText('2 selected')
    await app.press('Escape')
    await expect(app.said).toHaveText('Nothing selected')
    await app.press('Control+a')
    await expect(selected(app)).toHaveText('3 selected')
    await expect(page.getByRole('treeitem', { selected: true })).toHaveCount(3)
  })
})

test.describe('moving', () => {
  test('many move together; the arrow keys nudge them, Shift by more', async ({ app }) => {
    await app.open(modelOf(three))
    const before = await boxes(app)
    await app.clickTable('alpha')
    await app.clickTable('gamma', ['Shift'])
    await app.press('ArrowRight', 'Shift+ArrowDown')
    const after = await boxes(app)
    for (const name of ['alpha', 'gamma']) {
      const [a, b] = [before.get(name), after.get(name)]
      expect({ x: (b?.x ?? 0) - (a?.x ?? 0), y: (b?.y ?? 0) - (a?.y ?? 0) }).toEqual({ x: 8, y: 40 })
    }
    expect(after.get('beta')).toEqual(before.get('beta'))
  })

  test('Escape drops a drag: nothing has moved and nothing can be undone', async ({ app, page }) => {
    await app.open(modelOf(three))
    const before = await app.savedText()
    await app.moveTable('alpha', { x: 60, y: 120 }, { isReleased: false })
    await app.press('Escape')
    await page.mouse.up()
    expect(await app.savedText()).toBe(before)
    await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled()
  })

  test('snaps to the edge of another table, not with Alt; and to the grid', async ({ app }) => {
    await app.open(modelOf(three))
    await app.moveTable('gamma', { x: -87, y: 10 })
    expect((await box(app, 'gamma')).x).toBe(0)
    await app.press('Control+z')
    await app.moveTable('gamma', { x: -87, y: 10 }, { holding: ['Alt'] })
    expect(await box(app, 'gamma')).toMatchObject({ x: 3, y: 240 })
    await app.menu('View', 'Snap to other tables')
    await app.moveTable('gamma', { x: 37, y: 21 })
    const { x, y } = await box(app, 'gamma')
    expect([x % 8, y % 8]).toEqual([0, 0])
  })

  test('what is locked stays', async ({ app }) => {
    await app.open(modelOf(three))
    await app.clickTable('beta')
    await app.press('l')
    await expect(app.table('beta')).toHaveAccessibleName(/, locked$/)
    const before = await box(app, 'beta')
    await app.moveTable('beta', { x: 40, y: 90 })
    await app.press('ArrowRight')
    expect(await box(app, 'beta')).toEqual(before)
    await app.press('l')
    await app.moveTable('beta', { x: 40, y: 96 })
    expect((await box(app, 'beta')).y).not.toBe(before.y)
  })

  test('an area brings its tables', async ({ app }) => {
    const given: ModelGiven = {
      ...three,
      areas: { sales: [-40, -60, 300, 160] },
      tables: three.tables.map((table) => (table.name === 'alpha' ? { ...table, area: 'sales' } : table)),
    }
    await app.open(modelOf(given))
    const before = await boxes(app)
    const frame = await boxOf(app.area('sales'))
    await app.drag(
      { x: frame.x + 60, y: frame.y + 12 },
      { x: frame.x + 60, y: frame.y + 12 - 64 },
      { holding: ['Alt'] },
    )
    const schema = await app.saved()
    const after = boxesIn(schema)
    const [area] = schema.area.values()
    const by = (area?.y ?? 0) + 60
    expect(by).toBeLessThan(-50)
    expect((after.get('alpha')?.y ?? 0) - (before.get('alpha')?.y ?? 0)).toBe(by)
    expect(after.get('beta')).toEqual(before.get('beta'))
  })
})

test.describe('straightening', () => {
  test('edges are aligned, gaps made equal, widths the same; each in one step', async ({ app }) => {
    await app.open(modelOf(three))
    const before = await app.savedText()
    await app.press('Control+a', 'Alt+a')
    const aligned = await boxes(app)
    expect(new Set([...aligned.values()].map(({ x }) => x)).size).toBe(1)
    await app.press('Control+z')
    expect(await app.savedText()).toBe(before)

    await app.menu('Arrange', 'Equal gaps down')
    const [a, b, c] = [...(await boxes(app)).values()].sort((one, other) => one.y - other.y)
    if (!a || !b || !c) throw new Error('three boxes')
    expect(Math.abs(b.y - a.y - a.height - (c.y - b.y - b.height))).toBeLessThanOrEqual(1)

    await app.menu('Arrange', 'Same width')
    expect(new Set([...(await boxes(app)).values()].map(({ width }) => width)).size).toBe(1)
  })
})

test.describe('how a table shows', () => {
  test('keys only, name only, hidden and shown again', async ({ app }) => {
    await app.open(modelOf(shop))
    await app.clickTable('products')
    await app.press('k')
    await expect(app.row('products', 'sku')).toHaveCount(0)
    await expect(app.row('products', 'id')).toBeVisible()
    await app.press('Shift+k')
    await expect(app.row('products', 'id')).toHaveCount(0)
    await expect(app.table('products')).toBeVisible()
    await app.press('h')
    await expect(app.table('products')).toHaveCount(0)
    await app.press('Escape', 'Shift+h')
    await expect(app.table('products')).toBeVisible()
  })
})

test.describe('far away', () => {
  test('tables too small to read are chosen and moved as well', async ({ app }) => {
    await app.open(modelOf(crowdOf({ tables: 49, gap: 400 })))
    await expect(app.canvas).toHaveAttribute('data-tier', 'far')
    await expect(app.canvas.getByRole('group', { name: /^Table/ })).toHaveCount(0)
    const schema = await app.saved()
    const all = boxesIn(schema)
    // The diagram opens fitted: its middle is the middle of the canvas.
    const right = Math.max(...[...all.values()].map(({ x, width }) => x + width))
    const bottom = Math.max(...[...all.values()].map(({ y, height }) => y + height))
    const canvas = await boxOf(app.canvas)
    const percent = Number.parseInt((await app.page.getByText(/^\d+ %$/).innerText()).trim(), 10)
    const middle = all.get('table_024')
    if (!middle) throw new Error('no table in the middle')
    const zoom = percent / 100
    const at = {
      x: canvas.x + canvas.width / 2 + (middle.x + middle.width / 2 - right / 2) * zoom,
      y: canvas.y + canvas.height / 2 + (middle.y + 20 - bottom / 2) * zoom,
    }
    await app.click(at)
    await expect(app.said).toContainText('Table table_024')
    const before = placementNamed(schema, 'table_024')
    await app.drag(at, { x: at.x + 30, y: at.y + 40 }, { holding: ['Alt'] })
    const after = placementNamed(await app.saved(), 'table_024')
    expect(after.x - before.x).toBeGreaterThan(30)
    expect(after.y - before.y).toBeGreaterThan(40)
    await app.press('ArrowLeft')
    expect(placementNamed(await app.saved(), 'table_024').x).toBe(after.x - 8)
  })
})
